import type { Language } from '../../languages.ts';
import { currentLanguage } from '../../messages/current.ts';
import { getSeries, type AgendaBlock, type Variant } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { adapt } from './adapt.ts';
import {
	findAdaptationRow,
	findAdaptPlace,
	type AdaptPlace,
	type GuideAddress
} from './address.ts';
import { differencesOf, type BlockDifference } from './block-differences.ts';
import type { Field, PlannedBlock } from './block.ts';
import type { Layer } from './layer.ts';
import { listLayers } from './layers.ts';
import { ownGuide } from './module-guide.ts';
import { readTouches, type ShownTouch } from './provenance.ts';
import { listSharedGuides, type SharedGuide } from './shared-guides.ts';
import { minutesOf, plannedOf, standingOf } from './standing.ts';

export type AdaptedBlock = PlannedBlock & {
	touches: ShownTouch[];
	/** Added at this place, not by the guide or an organisation above. */
	isOwn: boolean;
	/** This place has changed it. */
	isChanged: boolean;
	/** Minutes of its protocol's steps; null when it follows none. */
	steps: number | null;
	/** What both this place and the guide changed: somebody must choose. */
	conflicts: { field: Field; mine: string; theirs: string }[];
};

export type Adaptation = {
	owner: AdaptPlace['owner'];
	seriesTitle: string;
	number: number;
	title: string;
	variant: Variant;
	variants: Variant[];
	/** In which its words are written. */
	language: Language;
	/** The revision that counts. */
	seen: number;
	mayUndo: boolean;
	mayRedo: boolean;
	planned: number;
	total: number;
	blocks: AdaptedBlock[];
	differences: (BlockDifference & { touches: ShownTouch[] })[];
	sharedAt: Date | null;
	/** What others of the network share of the same guide. */
	others: SharedGuide[];
};

/** A guide as its cohort or organisation works on it. */
export async function readAdaptation(viewer: Viewer, address: GuideAddress): Promise<Adaptation> {
	const place = await findAdaptPlace(viewer, address);
	const { owner, module, variant } = place;
	const [layers, row, others] = await Promise.all([
		listLayers(owner, module.id, variant),
		findAdaptationRow(place),
		listSharedGuides(viewer, place)
	]);
	const own = layers.find((each) => each.owner.id === owner.id)?.layer ?? null;
	const language = own?.language ?? currentLanguage();
	const original = plannedOf(module.id, variant);
	const above = standingOf(
		original,
		layers.filter((each) => each.owner.id !== owner.id)
	).planned[language];
	const standing = standingOf(original, layers);
	const touches = await readTouches(standing.touches);
	const blocks = standing.planned[language];
	return {
		owner,
		seriesTitle: getSeries(module.seriesId).title,
		number: module.number,
		title: module.title,
		variant,
		variants: module.guides.map((guide) => guide.variant),
		language,
		seen: row?.current ?? 0,
		mayUndo: (row?.current ?? 0) !== 0,
		mayRedo: row !== null && (await hasNext(row.id, row.current)),
		planned: ownGuide(module, variant).minutes,
		total: minutesOf(blocks),
		blocks: adaptedBlocks(blocks, above, own, touches, ownGuide(module, variant).agenda),
		differences: differencesOf(original[language], blocks).map((each) => ({
			...each,
			touches: touches[each.id] ?? []
		})),
		sharedAt: row?.sharedAt ?? null,
		others
	};
}

async function hasNext(adaptationId: string, current: number): Promise<boolean> {
	return (await prisma().guideRevision.count({ where: { adaptationId, parent: current } })) > 0;
}

function adaptedBlocks(
	blocks: readonly PlannedBlock[],
	above: readonly PlannedBlock[],
	layer: Layer | null,
	touches: Readonly<Record<string, ShownTouch[]>>,
	original: readonly AgendaBlock[]
): AdaptedBlock[] {
	const conflicts = layer === null ? null : adapt(above, layer).conflicts;
	return blocks.map((block) => {
		const given = above.find(({ id }) => id === block.id);
		// What has become another kind of work has left its protocol behind.
		const followed = original.find(({ id, kind }) => id === block.id && kind === block.kind);
		return {
			...block,
			touches: touches[block.id] ?? [],
			isOwn: given === undefined,
			steps: followed?.protocol?.minutes ?? null,
			isChanged: layer?.blocks.some(({ mine }) => mine.id === block.id) ?? false,
			conflicts: (conflicts?.get(block.id) ?? []).map((field) => ({
				field,
				mine: String(block[field]),
				theirs: String(given?.[field] ?? '')
			}))
		};
	});
}
