import type { PlanBlock } from '../curriculum/index.ts';
import { rowName } from '../../plan.ts';
import { prisma } from '../db/index.ts';
import type { Place } from '../progress/index.ts';
import { findSheet, teamOwner, unsealCell } from './sheet.ts';
import { getTeamKey } from './team.ts';

/** One thing that somebody did to a plan. */
export type PlanChange = {
	kind: 'write' | 'add' | 'move' | 'remove' | 'restore';
	rowKey: string;
	rowName: string;
	/** The name of the column that was written in. */
	column: string | null;
	before: string;
	after: string;
	/** Null for somebody who has left. */
	by: string | null;
	at: Date;
};

/** What one person wrote into one cell within this time is one change. */
const ONE_SITTING = 10 * 60_000;
const MOST_CHANGES = 2_000;

/** Who changed what in the team's plan, the newest first; of one row when its key is given. */
export async function listPlanHistory(
	{ enrolment }: Pick<Place, 'enrolment'>,
	block: PlanBlock,
	rowKey: string | null
): Promise<PlanChange[]> {
	const owner = teamOwner(await getTeamKey(enrolment.enrolmentId));
	const sheet = await findSheet(block.id, owner);
	if (sheet === null) return [];
	const rows = new Map(sheet.rows.map((row) => [row.id, row]));
	const rowId = rowKey === null ? undefined : sheet.rows.find(({ key }) => key === rowKey)?.id;
	if (rowKey !== null && rowId === undefined) return [];
	const found = await prisma().sheetChange.findMany({
		where: { sheetId: sheet.id, ...(rowId !== undefined && { rowId }) },
		orderBy: { id: 'desc' },
		take: MOST_CHANGES,
		include: { changedBy: { select: { person: { select: { name: true } } } } }
	});
	const last = new Map<string, string>();
	const changes: PlanChange[] = [];
	const open = new Map<string, PlanChange>();
	for (const change of found.toReversed()) {
		const { kind, columnId, sealed, changedAt } = change;
		const by = change.changedBy?.person.name ?? null;
		const cell = `${change.rowId}:${columnId ?? ''}`;
		const before = last.get(cell) ?? '';
		const after = sealed && columnId ? unsealCell(change.rowId, columnId, sealed) : '';
		last.set(cell, after);
		// The author’s starting texts are nobody’s change.
		if (kind === 'write' && change.changedById === null && change.revision === 1) continue;
		const running = open.get(cell);
		if (
			kind === 'write' &&
			running?.by === by &&
			changedAt.getTime() - running.at.getTime() < ONE_SITTING
		) {
			Object.assign(running, { after, at: changedAt });
			continue;
		}
		const row = rows.get(change.rowId);
		const one: PlanChange = {
			kind,
			rowKey: row?.key ?? '',
			rowName: rowName(block, (column) => row?.cells.get(column)?.text ?? ''),
			column: block.columns.find(({ id }) => id === columnId)?.name ?? null,
			before,
			after,
			by,
			at: changedAt
		};
		if (kind === 'write') open.set(cell, one);
		changes.push(one);
	}
	return changes
		.filter(({ kind, before, after }) => kind !== 'write' || before !== after)
		.reverse();
}
