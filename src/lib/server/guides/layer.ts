import * as v from 'valibot';
import { LANGUAGES, type Language } from '../../languages.ts';
import { seal, unseal } from '../answers/index.ts';
import { agendaKinds, priorities } from '../curriculum/index.ts';
import type { PlannedBlock } from './block.ts';

/**
 * What one cohort or organisation made of a guide, as a layer over it: only the blocks they changed, each
 * with what it was then. So a guide that changes goes on reaching everybody.
 */

/** Who changed something, and when; `from` names the cohort or organisation it was taken over from. */
export type Stamp = { by: string; at: string; from: string | null };

export type LayerBlock = {
	/** What the guide said when it was changed; null for a block of one's own. */
	base: PlannedBlock | null;
	mine: PlannedBlock;
	stamp: Stamp;
};

export type Layer = {
	/** In which its words are written and compared. */
	language: Language;
	baseOrder: string[];
	order: string[];
	blocks: LayerBlock[];
	moved: { id: string; stamp: Stamp }[];
};

export function emptyLayer(below: readonly PlannedBlock[], language: Language): Layer {
	const ids = below.map(({ id }) => id);
	return { language, baseOrder: ids, order: ids, blocks: [], moved: [] };
}

const stamp = v.object({ by: v.string(), at: v.string(), from: v.nullable(v.string()) });
const text = v.string();
const block = v.object({
	id: text,
	title: text,
	kind: v.picklist(agendaKinds),
	minutes: v.number(),
	min: v.number(),
	max: v.number(),
	priority: v.picklist(priorities),
	group: v.union([v.literal('whole'), v.literal('pairs'), v.number()]),
	chosen: v.nullable(text),
	skipped: v.boolean(),
	say: text,
	do: text,
	participants: text,
	projector: text,
	listenFor: text,
	ifQuiet: text,
	ifHeated: text,
	online: text,
	segments: v.array(v.object({ video: text, from: v.number(), to: v.nullable(v.number()) })),
	prompts: v.array(text),
	captures: v.array(
		v.object({
			where: v.picklist(['wall', 'journal', 'group-note', 'parking-lot', 'commitment']),
			anonymous: v.boolean(),
			prompt: v.nullable(text)
		})
	)
});
const layerShape = v.object({
	language: v.picklist(LANGUAGES),
	baseOrder: v.array(text),
	order: v.array(text),
	blocks: v.array(v.object({ base: v.nullable(block), mine: block, stamp })),
	moved: v.array(v.object({ id: text, stamp }))
});

export function sealLayer(layer: Layer, adaptationId: string): Buffer {
	return seal(JSON.stringify(layer), placeOf(adaptationId));
}

export function unsealLayer(sealed: Uint8Array, adaptationId: string): Layer {
	return v.parse(layerShape, JSON.parse(unseal(sealed, placeOf(adaptationId))));
}

function placeOf(adaptationId: string): string {
	return `guide:${adaptationId}`;
}
