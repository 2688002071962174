import type { PoolClient } from 'pg';
import type { CellMark } from '../../sheet.ts';
import { seal, unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import type { TeamKey } from './team.ts';

/** Whose a sheet is: a team's, or one person's alone. */
export type SheetOwner = TeamKey & { key: string; enrolmentId: string | null };

export function teamOwner({ cohortId, organisationId }: TeamKey): SheetOwner {
	const key = `team:${cohortId}:${organisationId}`;
	return { key, cohortId, organisationId, enrolmentId: null };
}

export function personOwner(enrolmentId: string, team: TeamKey): SheetOwner {
	return { ...team, key: `person:${enrolmentId}`, enrolmentId };
}

/** What a sheet's text is sealed to. */
function cellPlace(rowId: string, columnId: string): string {
	return `sheet:${rowId}:${columnId}`;
}

export function sealCell(rowId: string, columnId: string, text: string): Buffer {
	return seal(text, cellPlace(rowId, columnId));
}

export function unsealCell(rowId: string, columnId: string, sealed: Uint8Array): string {
	return unseal(sealed, cellPlace(rowId, columnId));
}

export type SheetRow = {
	id: string;
	/** What a page calls the row: the author's name for it, or its id. */
	key: string;
	starter: string | null;
	position: number;
	removedAt: Date | null;
	cells: ReadonlyMap<string, CellMark & { byId: string | null }>;
};

export type Sheet = {
	id: string;
	blockId: string;
	owner: string;
	number: number;
	revision: number;
	cohortId: string;
	organisationId: string;
	enrolmentId: string | null;
	openedAt: Date;
	closedAt: Date | null;
	closedIn: string | null;
	/** In their order; those that were removed too. */
	rows: SheetRow[];
	/** The enrolments of who took part. */
	parts: string[];
};

export type SheetWhere = {
	blockId: string | { in: string[] };
	owner?: string;
	cohortId?: string;
	organisationId?: { in: string[] };
	number?: number;
	closedAt?: { not: null };
};

/** Sheets with all that stands in them, the oldest first. */
export async function listSheets(where: SheetWhere): Promise<Sheet[]> {
	const sheets = await prisma().sheet.findMany({
		where,
		orderBy: [{ number: 'asc' }],
		include: {
			parts: { select: { enrolmentId: true } },
			rows: {
				orderBy: [{ position: 'asc' }, { id: 'asc' }],
				include: {
					cells: { include: { changedBy: { select: { person: { select: { name: true } } } } } }
				}
			}
		}
	});
	return sheets.map(({ rows, parts, ...sheet }) => ({
		...sheet,
		parts: parts.map(({ enrolmentId }) => enrolmentId),
		rows: rows.map(({ cells, ...row }) => ({
			id: row.id,
			key: row.starter ?? row.id,
			starter: row.starter,
			position: row.position,
			removedAt: row.removedAt,
			cells: new Map(
				cells.map((cell) => [
					cell.columnId,
					{
						text: unsealCell(row.id, cell.columnId, cell.sealed),
						revision: cell.revision,
						by: cell.changedBy?.person.name ?? null,
						byId: cell.changedById,
						at: cell.changedAt.toISOString()
					}
				])
			)
		}))
	}));
}

export async function findSheet(
	blockId: string,
	owner: SheetOwner,
	number = 1
): Promise<Sheet | null> {
	const [sheet] = await listSheets({ blockId, owner: owner.key, number });
	return sheet ?? null;
}

/** Only the count of changes: what an open page asks for every few seconds. */
export async function findRevision(blockId: string, owner: SheetOwner): Promise<number> {
	const sheets = await prisma().sheet.findMany({
		where: { blockId, owner: owner.key },
		select: { revision: true }
	});
	// Rounds only ever grow in number, and each in its changes.
	return sheets.reduce((total, { revision }) => total + revision + 1, 0);
}

/** A sheet that is held by this transaction: nobody else changes it meanwhile. */
export type HeldSheet = { id: string; revision: number; closedAt: Date | null; isNew: boolean };

/** Holds the sheet, and makes it first when it is not there. */
export async function holdSheet(
	client: PoolClient,
	blockId: string,
	owner: SheetOwner,
	number: number
): Promise<HeldSheet> {
	const made = await client.query(
		`insert into sheet (block_id, owner, number, cohort_id, organisation_id, enrolment_id, opened_at)
		values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
		[blockId, owner.key, number, owner.cohortId, owner.organisationId, owner.enrolmentId, now()]
	);
	const { rows } = await client.query<Omit<HeldSheet, 'isNew'>>(
		`select id, revision, closed_at as "closedAt" from sheet
		where block_id = $1 and owner = $2 and number = $3 for update`,
		[blockId, owner.key, number]
	);
	const [held] = rows;
	if (held === undefined) throw new Error('A sheet that was just made is not there.');
	return { ...held, isNew: made.rowCount === 1 };
}
