import type { Language } from '../../languages.ts';
import { getModule, type Guide } from '../curriculum/index.ts';
import { adapt } from './adapt.ts';
import { FIELDS, copyField, plannedFrom, type PlannedBlock } from './block.ts';
import type { Layer, Stamp } from './layer.ts';
import type { OwnedLayer } from './layers.ts';
import { byId } from './merge-guide.ts';

/** How an agenda stands in each language after layers were laid over it. */
export type Planned = Record<Language, PlannedBlock[]>;

/** What somebody did to a block, and for whom. */
export type Touch = {
	how: 'changed' | 'added' | 'moved';
	stamp: Stamp;
	owner: OwnedLayer['owner'];
};

export type Standing = { planned: Planned; touches: Map<string, Touch[]> };

export function guideIn(moduleId: string, variant: string, language?: Language): Guide | undefined {
	const { guides } = getModule(moduleId, language);
	return guides.find((guide) => guide.variant === variant);
}

/** The module's own guide. */
export function plannedOf(moduleId: string, variant: string): Planned {
	const blocks = (language: Language) =>
		(guideIn(moduleId, variant, language)?.agenda ?? []).map(plannedFrom);
	return { en: blocks('en'), es: blocks('es') };
}

export function standingOf(below: Planned, layers: readonly OwnedLayer[]): Standing {
	const touches: Standing['touches'] = new Map();
	const note = (id: string, touch: Touch) => touches.set(id, [...(touches.get(id) ?? []), touch]);
	let planned = below;
	for (const { owner, layer } of layers) {
		planned = lay(planned, layer);
		for (const { base, mine, stamp } of layer.blocks) {
			note(mine.id, { how: base === null ? 'added' : 'changed', stamp, owner });
		}
		for (const { id, stamp } of layer.moved) note(id, { how: 'moved', stamp, owner });
	}
	return { planned, touches };
}

/** A layer is merged in its language; in another, its words stand as written and the rest is translated. */
function lay(below: Planned, layer: Layer): Planned {
	const given = byId(below[layer.language]);
	const { blocks } = adapt(below[layer.language], layer);
	const inLanguage = (language: Language): PlannedBlock[] => {
		if (language === layer.language) return blocks;
		const other = byId(below[language]);
		return blocks.map((block) => translated(block, given.get(block.id), other.get(block.id)));
	};
	return { en: inLanguage('en'), es: inLanguage('es') };
}

function translated(
	block: PlannedBlock,
	given: PlannedBlock | undefined,
	other: PlannedBlock | undefined
): PlannedBlock {
	if (given === undefined || other === undefined) return block;
	const result = { ...block };
	for (const field of FIELDS) {
		if (block[field] === given[field]) copyField(other, field, result);
	}
	return result;
}

/** Minutes of what is kept: blocks that are there to be skipped do not count. */
export function minutesOf(
	blocks: readonly Pick<PlannedBlock, 'minutes' | 'priority' | 'skipped'>[]
) {
	return blocks
		.filter(({ priority, skipped }) => priority !== 'skip' && !skipped)
		.reduce((sum, { minutes }) => sum + minutes, 0);
}
