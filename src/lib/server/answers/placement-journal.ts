import type { ContinuumPair } from '../../blocks.ts';
import { findBlock } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';

/** Where the viewer stands on the lines of one continuum. */
export type PlacementEntry = {
	id: string;
	title: string;
	moduleTitle: string;
	href: string;
	cohortName: string;
	savedAt: Date;
	lines: { pair: ContinuumPair; position: number }[];
};

/** Every continuum on which the viewer has placed themselves, the newest first. A retired one is left out. */
export async function listPlacements(viewer: Viewer): Promise<PlacementEntry[]> {
	const rows = await prisma().placement.findMany({
		where: { enrolment: { personId: viewer.personId } },
		orderBy: { placedAt: 'desc' },
		select: {
			enrolmentId: true,
			blockId: true,
			pairId: true,
			position: true,
			placedAt: true,
			enrolment: { select: { cohort: { select: { name: true } } } }
		}
	});
	const byBlock = Map.groupBy(rows, ({ enrolmentId, blockId }) => `${blockId}-${enrolmentId}`);
	return [...byBlock].flatMap(([id, placed]) => {
		const [last] = placed;
		const found = last && findBlock(last.blockId);
		if (!found || found.block.kind !== 'continuum') return [];
		const { series, module, step, block } = found;
		return {
			id,
			title: block.title,
			moduleTitle: module.title,
			href: `/learn/${series.slug}/${module.slug}/${step.slug}#${block.id}`,
			cohortName: last.enrolment.cohort.name,
			savedAt: last.placedAt,
			lines: block.pairs.flatMap((pair) => {
				const place = placed.find(({ pairId }) => pairId === pair.id);
				return place ? [{ pair, position: place.position }] : [];
			})
		};
	});
}
