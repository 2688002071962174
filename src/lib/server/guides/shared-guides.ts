import * as v from 'valibot';
import { now } from '../clock.ts';
import type { Variant } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import { listOrganisationsAbove, listOrganisationsBelow } from '../network/index.ts';
import type { Viewer } from '../viewer.ts';
import { findAdaptPlace, ownerColumns, type AdaptPlace, type GuideAddress } from './address.ts';
import { differencesOf, type BlockDifference } from './block-differences.ts';
import { keepLayer } from './keep-layer.ts';
import { unsealLayer, type Layer } from './layer.ts';
import { readTouches, type ShownTouch } from './provenance.ts';
import { plannedOf, standingOf } from './standing.ts';

/** An adaptation that a cohort's facilitators share with those of the network who run the same module. */
export type SharedGuide = { id: string; cohort: string; by: string | null; at: Date };

export type SharedGuidePage = SharedGuide & {
	owner: AdaptPlace['owner'];
	title: string;
	variant: Variant;
	differences: (BlockDifference & { touches: ShownTouch[] })[];
};

/** Those that a cohort's facilitators may take over. An organisation takes none over: it says how it wants it. */
export async function listSharedGuides(viewer: Viewer, place: AdaptPlace): Promise<SharedGuide[]> {
	if (place.owner.kind !== 'cohort') return [];
	const rows = await findShared(viewer, place, undefined);
	return rows.map(({ id, cohort, sharedBy, sharedAt }) => ({
		id,
		cohort: cohort?.name ?? '',
		by: sharedBy?.name ?? null,
		at: sharedAt ?? now()
	}));
}

async function findShared(viewer: Viewer, place: AdaptPlace, id: string | undefined) {
	const above = await listOrganisationsAbove(viewer, place.organisationId);
	const network = await listOrganisationsBelow([above.at(-1)?.id ?? place.organisationId]);
	return prisma().guideAdaptation.findMany({
		where: {
			...(id !== undefined && { id }),
			moduleId: place.module.id,
			variant: place.variant,
			sharedAt: { not: null },
			current: { gt: 0 },
			cohort: {
				id: { not: place.owner.id },
				organisationId: { in: network.map((each) => each.id) }
			}
		},
		orderBy: { sharedAt: 'desc' },
		take: 50,
		include: { cohort: { select: { id: true, name: true } }, sharedBy: { select: { name: true } } }
	});
}

/** @throws NotFound where it is not shared with the viewer's cohort. */
async function requireShared(viewer: Viewer, place: AdaptPlace, id: string) {
	if (place.owner.kind !== 'cohort') throw new NotFound();
	const [row] = await findShared(viewer, place, id);
	if (row?.cohort == null || row.sharedAt === null) throw new NotFound();
	const revision = await prisma().guideRevision.findUnique({
		where: { adaptationId_number: { adaptationId: id, number: row.current } }
	});
	if (revision === null) throw new NotFound();
	const { cohort, sharedAt, sharedBy } = row;
	return {
		shared: { id, cohort: cohort.name, by: sharedBy?.name ?? null, at: sharedAt },
		owner: { kind: 'cohort' as const, id: cohort.id, name: cohort.name },
		layer: unsealLayer(revision.sealed, id)
	};
}

/** What another cohort's facilitators made of the guide, to read before it is taken over. */
export async function readSharedGuide(
	viewer: Viewer,
	address: GuideAddress,
	id: string
): Promise<SharedGuidePage> {
	const place = await findAdaptPlace(viewer, address);
	const { shared, owner, layer } = await requireShared(viewer, place, id);
	const original = plannedOf(place.module.id, place.variant);
	const standing = standingOf(original, [{ owner, layer }]);
	const touches = await readTouches(standing.touches);
	return {
		...shared,
		owner: place.owner,
		title: place.module.title,
		variant: place.variant,
		differences: differencesOf(original[layer.language], standing.planned[layer.language]).map(
			(each) => ({ ...each, touches: touches[each.id] ?? [] })
		)
	};
}

export const shareInput = v.object({ share: v.picklist(['yes', 'no'], 'Choose one of the two.') });

export async function shareGuide(
	viewer: Viewer,
	address: GuideAddress,
	{ share }: v.InferOutput<typeof shareInput>
): Promise<void> {
	const place = await findAdaptPlace(viewer, address);
	await prisma().guideAdaptation.updateMany({
		where: { ...ownerColumns(place.owner), moduleId: place.module.id, variant: place.variant },
		data:
			share === 'yes'
				? { sharedAt: now(), sharedById: viewer.personId }
				: { sharedAt: null, sharedById: null }
	});
}

/** Makes a copy for the viewer's cohort, with credit. What the cohort had before is one step back. */
export async function takeOverGuide(
	viewer: Viewer,
	address: GuideAddress,
	adaptation: string
): Promise<void> {
	const place = await findAdaptPlace(viewer, address);
	const { layer, owner } = await requireShared(viewer, place, adaptation);
	await keepLayer(viewer, place, null, () => credited(layer, owner.name));
}

function credited(layer: Layer, from: string): Layer {
	return {
		...layer,
		blocks: layer.blocks.map((block) => ({ ...block, stamp: { ...block.stamp, from } })),
		moved: layer.moved.map((move) => ({ ...move, stamp: { ...move.stamp, from } }))
	};
}
