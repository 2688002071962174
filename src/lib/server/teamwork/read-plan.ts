import { isWhole, rowName, type PlanWork } from '../../plan.ts';
import type { PlanBlock } from '../curriculum/index.ts';
import type { Place } from '../progress/index.ts';
import { starterKey } from './plan.ts';
import { findRevision, findSheet, teamOwner, type Sheet } from './sheet.ts';
import { getTeam, getTeamKey, type Team } from './team.ts';

/** As `PlanWork.revision`, without reading the plan. */
export async function readPlanRevision(
	{ enrolment }: Pick<Place, 'enrolment'>,
	block: PlanBlock
): Promise<number> {
	return findRevision(block.id, teamOwner(await getTeamKey(enrolment.enrolmentId)));
}

/** The plan of the viewer's team. */
export async function readPlanWork(
	{ enrolment }: Pick<Place, 'enrolment'>,
	block: PlanBlock
): Promise<PlanWork> {
	const team = await getTeam(enrolment.enrolmentId);
	return planWork(block, team, await findSheet(block.id, teamOwner(team)), enrolment.enrolmentId);
}

export function planWork(
	block: PlanBlock,
	team: Team,
	sheet: Sheet | null,
	enrolmentId: string | null
): PlanWork {
	const people = team.members.map(({ name }) => name);
	const rows =
		sheet === null
			? block.rows.map((texts, index) => ({
					key: starterKey(index),
					removedAt: null,
					cells: Object.fromEntries(
						Object.entries(texts).map(([column, text]) => {
							return [column, { text, revision: 1, by: null, at: null }];
						})
					)
				}))
			: sheet.rows.map(({ key, removedAt, cells }) => ({
					key,
					removedAt,
					cells: Object.fromEntries(
						[...cells].map(([column, { text, revision, by, at }]) => {
							return [column, { text, revision, by, at }];
						})
					)
				}));
	const shown = rows.filter(({ removedAt }) => removedAt === null);
	return {
		revision: sheet === null ? 0 : sheet.revision + 1,
		team: team.name,
		rows: shown.map(({ key, cells }) => ({ key, cells })),
		removed: rows
			.filter(({ removedAt }) => removedAt !== null)
			.map(({ key, cells }) => ({
				key,
				name: rowName(block, (column) => cells[column]?.text ?? '')
			})),
		people,
		isDone: shown.some(({ cells }) =>
			isWhole(block.columns, (column) => {
				const cell = cells[column];
				return cell && { text: cell.text, isTheirs: cell.by !== null };
			})
		),
		tookPart: enrolmentId !== null && (sheet?.parts.includes(enrolmentId) ?? false)
	};
}
