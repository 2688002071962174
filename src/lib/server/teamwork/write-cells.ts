import type { PoolClient } from 'pg';
import type { KeptCell, MetCell } from '../../sheet.ts';
import { now } from '../clock.ts';
import { NotFound } from '../errors.ts';
import { settle } from '../../settle.ts';
import { sealCell, unsealCell } from './sheet.ts';
import type { CellEdit } from './sheet-input.ts';

/** A row of a held sheet with what stands in it, as the writing transaction sees it. */
export type OpenRow = {
	id: string;
	starter: string | null;
	position: number;
	isRemoved: boolean;
	cells: Map<string, { text: string; revision: number; byId: string | null }>;
};

/** The rows by what pages call them. */
export async function readOpenRows(
	client: PoolClient,
	sheetId: string
): Promise<Map<string, OpenRow>> {
	const { rows } = await client.query<{
		id: string;
		starter: string | null;
		position: number;
		isRemoved: boolean;
		columnId: string | null;
		sealed: Buffer;
		revision: number;
		byId: string | null;
	}>(
		`select sheet_row.id, starter, position, removed_at is not null as "isRemoved",
			column_id as "columnId", sealed, revision, changed_by_id as "byId"
		from sheet_row left join sheet_cell on sheet_cell.row_id = sheet_row.id
		where sheet_row.sheet_id = $1 order by position, sheet_row.id`,
		[sheetId]
	);
	const found = new Map<string, OpenRow>();
	for (const { columnId, sealed, revision, byId, ...row } of rows) {
		const key = row.starter ?? row.id;
		const open = found.get(key) ?? { ...row, cells: new Map() };
		if (columnId !== null) {
			open.cells.set(columnId, { text: unsealCell(row.id, columnId, sealed), revision, byId });
		}
		found.set(key, open);
	}
	return found;
}

/** Puts a row at the end. @returns its key. */
export async function addRow(
	client: PoolClient,
	sheetId: string,
	rows: Map<string, OpenRow>,
	starter: string | null = null
): Promise<string> {
	const position = Math.max(0, ...[...rows.values()].map((row) => row.position)) + 1;
	const made = await client.query<{ id: string }>(
		'insert into sheet_row (sheet_id, starter, position) values ($1, $2, $3) returning id',
		[sheetId, starter, position]
	);
	const id = made.rows[0]?.id;
	if (id === undefined) throw new Error('A row was not made.');
	const key = starter ?? id;
	rows.set(key, { id, starter, position, isRemoved: false, cells: new Map() });
	return key;
}

/** What a cell may hold. @throws Invalid in words. */
export type CheckCell = (column: string, text: string) => { isWords: boolean };

export type WriteCells = {
	sheetId: string;
	rows: Map<string, OpenRow>;
	edits: readonly CellEdit[];
	byId: string;
	check: CheckCell;
};

/** Keeps each cell over what it is based on, and never over what somebody else wrote since. */
export async function writeCells(
	client: PoolClient,
	{ sheetId, rows, edits, byId, check }: WriteCells
): Promise<{ kept: KeptCell[]; met: MetCell[]; isChanged: boolean }> {
	const kept: KeptCell[] = [];
	const met: MetCell[] = [];
	let isChanged = false;
	for (const { row: key, column, text, base } of edits) {
		const row = rows.get(key);
		if (row === undefined) throw new NotFound();
		const held = row.cells.get(column) ?? { text: '', revision: 0, byId: null };
		const baseText =
			base === held.revision ? held.text : await findBaseText(client, row.id, column, base);
		const isSame = text === held.text || text === baseText;
		const { isWords } = isSame ? { isWords: true } : check(column, text);
		const settled = settle({ text, base, baseText }, held, isWords);
		if (settled.kind === 'conflict') {
			const by = await nameOf(client, held.byId);
			met.push({ row: key, column, mine: text, theirs: held.text, revision: held.revision, by });
			continue;
		}
		if (settled.kind === 'same') {
			kept.push({ row: key, column, text: held.text, revision: held.revision });
			continue;
		}
		const revision = held.revision + 1;
		await putCell(client, { sheetId, rowId: row.id, column, text: settled.text, revision, byId });
		row.cells.set(column, { text: settled.text, revision, byId });
		kept.push({ row: key, column, text: settled.text, revision });
		isChanged = true;
	}
	return { kept, met, isChanged };
}

type PutCell = {
	sheetId: string;
	rowId: string;
	column: string;
	text: string;
	revision: number;
	/** Null for the author's starting text. */
	byId: string | null;
};

export async function putCell(
	client: PoolClient,
	{ sheetId, rowId, column, text, revision, byId }: PutCell
): Promise<void> {
	const sealed = sealCell(rowId, column, text);
	await client.query({
		name: 'put-sheet-cell',
		text: `with cell as (
				insert into sheet_cell (row_id, column_id, sealed, revision, changed_by_id, changed_at)
				values ($1, $2, $3, $4, $5, $6)
				on conflict (row_id, column_id) do update set sealed = excluded.sealed,
					revision = excluded.revision, changed_by_id = excluded.changed_by_id,
					changed_at = excluded.changed_at
			)
			insert into sheet_change (sheet_id, row_id, kind, column_id, revision, sealed, changed_by_id,
				changed_at)
			values ($7, $1, 'write', $2, $4, $3, $5, $6)`,
		values: [rowId, column, sealed, revision, byId, now(), sheetId]
	});
}

/** What stood in the cell at that revision. */
async function findBaseText(
	client: PoolClient,
	rowId: string,
	column: string,
	revision: number
): Promise<string | null> {
	if (revision === 0) return '';
	const { rows } = await client.query<{ sealed: Buffer }>(
		'select sealed from sheet_change where row_id = $1 and column_id = $2 and revision = $3',
		[rowId, column, revision]
	);
	const [found] = rows;
	return found === undefined ? null : unsealCell(rowId, column, found.sealed);
}

async function nameOf(client: PoolClient, enrolmentId: string | null): Promise<string | null> {
	if (enrolmentId === null) return null;
	const { rows } = await client.query<{ name: string }>(
		`select person.name from enrolment join person on person.id = enrolment.person_id
		where enrolment.id = $1`,
		[enrolmentId]
	);
	return rows[0]?.name ?? null;
}
