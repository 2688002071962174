import { currentLanguage } from '../../messages/current.ts';
import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { Conflict } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { ownerColumns, type AdaptPlace } from './address.ts';
import type { PlannedBlock } from './block.ts';
import { emptyLayer, sealLayer, unsealLayer, type Layer, type Stamp } from './layer.ts';
import { listLayers } from './layers.ts';
import { plannedOf, standingOf, type Planned } from './standing.ts';

export type Change = {
	below: PlannedBlock[];
	layer: Layer;
	stamp: Stamp;
};

/** The guide as it reaches an owner from above, before their own layer. */
async function readBelow({ owner, module, variant }: AdaptPlace): Promise<Planned> {
	const layers = await listLayers(owner, module.id, variant);
	const above = layers.filter((each) => each.owner.id !== owner.id);
	return standingOf(plannedOf(module.id, variant), above).planned;
}

/**
 * Changes an adaptation: a new revision after the one that counts. Two who change at once come one after the
 * other, each over what the other made.
 * @param seen the revision that the changer saw, where only that one may be changed; null for any.
 */
export async function keepLayer(
	viewer: Viewer,
	place: AdaptPlace,
	seen: number | null,
	work: (change: Change) => Layer
): Promise<void> {
	const planned = await readBelow(place);
	await prisma().$transaction(async (tx) => {
		const { id, current, newest } = await lockAdaptation(tx, place);
		requireSeen(seen, current);
		const revision = await tx.guideRevision.findUnique({
			where: { adaptationId_number: { adaptationId: id, number: current } }
		});
		const layer = revision === null ? null : unsealLayer(revision.sealed, id);
		const language = layer?.language ?? currentLanguage();
		const below = planned[language];
		const before = layer ?? emptyLayer(below, language);
		const stamp = { by: viewer.personId, at: now().toISOString(), from: null };
		const after = work({ below, layer: before, stamp });
		if (JSON.stringify(after) === JSON.stringify(before)) return;
		await tx.guideRevision.create({
			data: {
				adaptationId: id,
				number: newest + 1,
				parent: current,
				sealed: Uint8Array.from(sealLayer(after, id)),
				madeById: viewer.personId,
				madeAt: now()
			}
		});
		await tx.guideAdaptation.update({
			where: { id },
			data: { current: newest + 1, newest: newest + 1 }
		});
	});
}

/** One step back, or forward to where it was last. */
export async function stepLayer(
	place: AdaptPlace,
	seen: number,
	way: 'undo' | 'redo'
): Promise<void> {
	await prisma().$transaction(async (tx) => {
		const { id, current } = await lockAdaptation(tx, place);
		requireSeen(seen, current);
		const to =
			way === 'undo'
				? await tx.guideRevision.findFirst({ where: { adaptationId: id, number: current } })
				: await tx.guideRevision.findFirst({
						where: { adaptationId: id, parent: current },
						orderBy: { number: 'desc' }
					});
		if (to === null) return;
		await tx.guideAdaptation.update({
			where: { id },
			data: { current: way === 'undo' ? to.parent : to.number }
		});
	});
}

type Transaction = Parameters<Parameters<ReturnType<typeof prisma>['$transaction']>[0]>[0];
type Locked = { id: string; current: number; newest: number };

async function lockAdaptation(tx: Transaction, place: AdaptPlace): Promise<Locked> {
	const row = { ...ownerColumns(place.owner), moduleId: place.module.id, variant: place.variant };
	await tx.guideAdaptation.createMany({ data: [row], skipDuplicates: true });
	const [locked] = await tx.$queryRaw<Locked[]>`
		select id, current, newest from guide_adaptation
		where coalesce(cohort_id, organisation_id) = ${place.owner.id}::uuid
			and module_id = ${row.moduleId} and variant = ${row.variant}
		for update`;
	if (locked === undefined)
		throw new Conflict('It was changed a moment ago. Please try once more.');
	return locked;
}

function requireSeen(seen: number | null, current: number): void {
	if (seen === null || seen === current) return;
	throw new Conflict(
		'Somebody else changed this guide since you opened it. What they made of it is on this page now: look at it, then try once more.'
	);
}
