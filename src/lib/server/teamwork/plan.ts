import type { PoolClient } from 'pg';
import type { KeptCell, MetCell } from '../../sheet.ts';
import { isWhole } from '../../plan.ts';
import { requirePageOwner } from '../answers/index.ts';
import { now } from '../clock.ts';
import { findBlock, type PlanBlock, type BlockPath } from '../curriculum/index.ts';
import { transaction } from '../db/transaction.ts';
import { Invalid, NotFound } from '../errors.ts';
import {
	completeBlock,
	openPlace,
	reopenBlock,
	type Completed,
	type Place
} from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { holdSheet, teamOwner, type SheetOwner } from './sheet.ts';
import type { CellEdit, SheetInput } from './sheet-input.ts';
import { getTeamKey } from './team.ts';
import { addRow, putCell, readOpenRows, writeCells, type OpenRow } from './write-cells.ts';

const MOST_ROWS = 100;

/** The key of the author's row with this index. */
export const starterKey = (index: number) => `start-${index + 1}`;

export type PlanChanged = {
	kept: KeptCell[];
	met: MetCell[];
	/** The key of a row that was added. */
	added: string | null;
	completed: Completed;
};

/** Keeps what was typed into a team's plan, and adds, moves, removes or brings back a row. */
export async function changePlan(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	input: SheetInput
): Promise<PlanChanged> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(place.enrolment, input.owner);
	const found = findBlock(input.blockId);
	if (found?.module.id !== place.module.id || found.block.kind !== 'plan') throw new NotFound();
	const { block } = found;
	const { enrolmentId } = place.enrolment;
	const owner = teamOwner(await getTeamKey(enrolmentId));
	const done = await transaction(async (client) => {
		const { sheetId, rows } = await holdPlan(client, block, owner);
		const wasDone = isPlanDone(block, rows);
		const check = (column: string, text: string) => checkPlanCell(block, column, text);
		const edits: readonly CellEdit[] = input.cells;
		const written = await writeCells(client, { sheetId, rows, edits, byId: enrolmentId, check });
		const added = await act(client, { sheetId, rows, byId: enrolmentId }, input.act);
		const isChanged = written.isChanged || (input.act !== 'save' && input.act !== 'join');
		if (isChanged) {
			await client.query('update sheet set revision = revision + 1 where id = $1', [sheetId]);
		}
		const takers = await whoTookPart(
			client,
			sheetId,
			enrolmentId,
			isChanged || input.act === 'join'
		);
		return { ...written, added, takers, wasDone, isDone: isPlanDone(block, rows) };
	});
	const completed = await keepCompletion(place, found, done);
	return { kept: done.kept, met: done.met, added: done.added, completed };
}

/** Puts one more row at the end of the team's plan, with these texts in it. */
export async function addToPlan(
	enrolmentId: string,
	block: PlanBlock,
	texts: Readonly<Record<string, string>>
): Promise<void> {
	const owner = teamOwner(await getTeamKey(enrolmentId));
	await transaction(async (client) => {
		const { sheetId, rows } = await holdPlan(client, block, owner);
		// Sent twice, it is one row.
		const isThere = [...rows.values()].some(
			(row) =>
				!row.isRemoved &&
				Object.entries(texts).every(([column, text]) => row.cells.get(column)?.text === text)
		);
		if (isThere) return;
		const key = await act(client, { sheetId, rows, byId: enrolmentId }, 'add');
		const edits = Object.entries(texts).map(([column, text]) => {
			return { row: key ?? '', column, text, base: 0 };
		});
		const check = (column: string, text: string) => checkPlanCell(block, column, text);
		await writeCells(client, { sheetId, rows, edits, byId: enrolmentId, check });
		await client.query('update sheet set revision = revision + 1 where id = $1', [sheetId]);
	});
}

/** A plan begins with the author's rows. */
async function holdPlan(client: PoolClient, block: PlanBlock, owner: SheetOwner) {
	const held = await holdSheet(client, block.id, owner, 1);
	const rows = await readOpenRows(client, held.id);
	if (held.isNew) {
		for (const [index, texts] of block.rows.entries()) {
			const key = await addRow(client, held.id, rows, starterKey(index));
			const row = rows.get(key);
			for (const [column, text] of Object.entries(texts)) {
				if (row === undefined) continue;
				const cell = { text, revision: 1, byId: null };
				await putCell(client, { sheetId: held.id, rowId: row.id, column, ...cell });
				row.cells.set(column, cell);
			}
		}
	}
	return { sheetId: held.id, rows };
}

type Acting = { sheetId: string; rows: Map<string, OpenRow>; byId: string };

/** What a button beside the cells does. @returns the key of an added row. */
async function act(client: PoolClient, acting: Acting, action: string): Promise<string | null> {
	const { sheetId, rows, byId } = acting;
	const [kind = '', key = ''] = action.split(':');
	if (kind === 'save' || kind === 'join') return null;
	const log = (rowId: string, what: 'add' | 'move' | 'remove' | 'restore') =>
		client.query(
			`insert into sheet_change (sheet_id, row_id, kind, changed_by_id, changed_at)
			values ($1, $2, $3::sheet_change_kind, $4, $5)`,
			[sheetId, rowId, what, byId, now()]
		);
	if (kind === 'add') {
		const shown = [...rows.values()].filter((row) => !row.isRemoved).length;
		if (shown >= MOST_ROWS || rows.size >= 4 * MOST_ROWS) {
			throw new Invalid(`A plan holds ${MOST_ROWS} rows. Remove one, or begin another plan.`);
		}
		const added = await addRow(client, sheetId, rows);
		await log(rows.get(added)?.id ?? '', 'add');
		return added;
	}
	const row = rows.get(key);
	if (row === undefined) throw new NotFound();
	if (kind === 'remove' || kind === 'restore') {
		if (row.isRemoved === (kind === 'remove')) return null;
		row.isRemoved = kind === 'remove';
		await client.query('update sheet_row set removed_at = $2 where id = $1', [
			row.id,
			row.isRemoved ? now() : null
		]);
		await log(row.id, kind);
		return null;
	}
	if (kind !== 'up' && kind !== 'down') throw new NotFound();
	await move(client, rows, row, kind);
	await log(row.id, 'move');
	return null;
}

async function move(
	client: PoolClient,
	rows: Map<string, OpenRow>,
	row: OpenRow,
	way: 'up' | 'down'
): Promise<void> {
	const shown = [...rows.values()].filter((one) => !one.isRemoved || one === row);
	const at = shown.indexOf(row);
	const to = Math.min(shown.length - 1, Math.max(0, at + (way === 'up' ? -1 : 1)));
	const order = shown.toSpliced(at, 1).toSpliced(to, 0, row);
	await client.query(
		`update sheet_row set position = place.position
		from unnest($1::uuid[]) with ordinality as place (id, position) where sheet_row.id = place.id`,
		[order.map(({ id }) => id)]
	);
}

/** @throws Invalid with the cell’s own message. */
function checkPlanCell(block: PlanBlock, columnId: string, text: string): { isWords: boolean } {
	const column = block.columns.find(({ id }) => id === columnId);
	if (column === undefined) throw new NotFound();
	const { kind, name, choices } = column;
	if (text === '') return { isWords: false };
	if (kind === 'date' && !isDate(text)) {
		throw new Invalid(`Enter “${name}” as a date, such as 2027-03-31.`);
	}
	if ((kind === 'status' || kind === 'choice') && !choices.includes(text)) {
		throw new Invalid(`Choose one of the choices for “${name}”.`);
	}
	return { isWords: kind === 'text' };
}

function isDate(text: string): boolean {
	if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
	const date = new Date(`${text}T00:00:00Z`);
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function isPlanDone(block: PlanBlock, rows: ReadonlyMap<string, OpenRow>): boolean {
	return [...rows.values()].some(
		(row) =>
			!row.isRemoved &&
			isWhole(block.columns, (column) => {
				const cell = row.cells.get(column);
				return cell && { text: cell.text, isTheirs: cell.byId !== null };
			})
	);
}

/** Everybody who ever wrote in the plan or said that they took part; the viewer from now on, when `adds`. */
async function whoTookPart(
	client: PoolClient,
	sheetId: string,
	enrolmentId: string,
	adds: boolean
): Promise<string[]> {
	if (adds) {
		await client.query(
			'insert into sheet_part (sheet_id, enrolment_id) values ($1, $2) on conflict do nothing',
			[sheetId, enrolmentId]
		);
	}
	const { rows } = await client.query<{ id: string }>(
		'select enrolment_id as id from sheet_part where sheet_id = $1',
		[sheetId]
	);
	return rows.map(({ id }) => id);
}

/** A plan that is done is done for all who took part; so is one that is no longer. */
async function keepCompletion(
	{ enrolment, record }: Place,
	{ module, step, block }: BlockPath,
	{ takers, wasDone, isDone }: { takers: string[]; wasDone: boolean; isDone: boolean }
): Promise<Completed> {
	const mine = enrolment.enrolmentId;
	let completed: Completed = { step: false, module: false };
	if (isDone) {
		const waiting = wasDone
			? takers.filter((id) => id === mine && !record.blocks.has(block.id))
			: takers;
		for (const id of waiting) {
			const ended = await completeBlock(id, module, step, block.id);
			if (id === mine) completed = ended;
		}
	} else if (wasDone) {
		for (const id of takers) await reopenBlock(id, step, block.id);
	}
	return completed;
}
