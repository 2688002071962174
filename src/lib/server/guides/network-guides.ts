import { listSeries } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';

export type GuidesOfOrganisation = {
	id: string;
	name: string;
	series: {
		title: string;
		modules: { title: string; href: string; /** Of how many ways to run it. */ adapted: number }[];
	}[];
};

/** The guides that the viewer may adapt for their organisations. */
export async function listGuidesToAdapt(viewer: Viewer): Promise<GuidesOfOrganisation[]> {
	const organisations = await prisma().organisation.findMany({
		where: { id: { in: viewer.organisations.map(({ organisationId }) => organisationId) } },
		orderBy: { name: 'asc' },
		select: {
			id: true,
			name: true,
			guides: { where: { current: { gt: 0 } }, select: { moduleId: true } }
		}
	});
	return organisations.map(({ id, name, guides }) => ({
		id,
		name,
		series: listSeries()
			.map((series) => ({
				title: series.title,
				modules: series.modules
					.filter((module) => module.guides.length > 0)
					.map((module) => ({
						title: module.title,
						href: `/network/guides/${id}/${series.slug}/${module.slug}`,
						adapted: guides.filter(({ moduleId }) => moduleId === module.id).length
					}))
			}))
			.filter(({ modules }) => modules.length > 0)
	}));
}
