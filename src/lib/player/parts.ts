import type { Component } from 'svelte';
import type { BlockKind } from '../blocks.ts';
import type { Played } from './played.ts';

/** What plays each kind of block. A kind without its part here is a type error. */

type Part<Kind extends BlockKind> = Component<Played<Kind>>;
type Load<Kind extends BlockKind> = () => Promise<{ default: Part<Kind> }>;

/** A part comes with the steps that have it, so that no kind makes the steps without it slower. */
const parts: { [Kind in BlockKind]: { name: string; load: Load<Kind> } } = {
	video: { name: 'Watch', load: () => import('./Watch.svelte') },
	reflect: { name: 'Write', load: () => import('./Reflect.svelte') },
	poll: { name: 'Poll', load: () => import('./Poll.svelte') },
	check: { name: 'Check yourself', load: () => import('./Check.svelte') },
	resources: { name: 'Read and keep', load: () => import('./Resources.svelte') },
	continuum: {
		name: 'Place yourself',
		load: () => import('./continuum/Continuum.svelte')
	},
	rubric: { name: 'Look together', load: () => import('./rubric/Rubric.svelte') },
	questions: {
		name: 'Ask by role',
		load: () => import('./questions/Questions.svelte')
	},
	assessment: {
		name: 'See where you stand',
		load: () => import('./assessment/Assessment.svelte')
	},
	plan: { name: 'Plan', load: () => import('./plan/Plan.svelte') },
	feedback: {
		name: 'Tell the authors',
		load: () => import('./feedback/Feedback.svelte')
	},
	compare: { name: 'Compare', load: () => import('./compare/Compare.svelte') }
};

export type PlayedParts = Partial<Record<BlockKind, { name: string; part: Part<BlockKind> }>>;

/** The parts that a step with these kinds needs. */
export async function loadParts(kinds: Iterable<BlockKind>): Promise<PlayedParts> {
	const loading = [...new Set(kinds)].map(async (kind) => {
		const { name, load } = parts[kind];
		const { default: loaded } = await load();
		// What a kind is given is what its part takes: the table says so, and TypeScript cannot follow it here.
		return [kind, { name, part: loaded as Part<BlockKind> }] as const;
	});
	return Object.fromEntries(await Promise.all(loading));
}
