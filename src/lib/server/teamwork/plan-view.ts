import type { PlanWork } from '../../plan.ts';
import type { PlanBlock } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { planWork } from './read-plan.ts';
import { listSheets } from './sheet.ts';

/** The plans of a cohort's teams, to read. */
export type PlanView = { plans: PlanWork[] };

export async function readPlanView(cohortId: string, block: PlanBlock): Promise<PlanView> {
	const sheets = await listSheets({ blockId: block.id, cohortId });
	const organisations = await prisma().organisation.findMany({
		where: { id: { in: sheets.map(({ organisationId }) => organisationId) } },
		select: { id: true, name: true }
	});
	const names = new Map(organisations.map(({ id, name }) => [id, name]));
	const plans = sheets.map((sheet) => {
		const { organisationId } = sheet;
		const team = { cohortId, organisationId, name: names.get(organisationId) ?? '', members: [] };
		return planWork(block, team, sheet, null);
	});
	return { plans: plans.toSorted((one, other) => one.team.localeCompare(other.team)) };
}
