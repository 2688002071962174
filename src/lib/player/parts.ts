import type { Component } from 'svelte';
import type { BlockKind } from '../blocks.ts';
import Check from './Check.svelte';
import type { Played } from './played.ts';
import Poll from './Poll.svelte';
import Reflect from './Reflect.svelte';
import Resources from './Resources.svelte';
import Watch from './Watch.svelte';

/** What plays each kind of block. A kind without its part here is a type error. */

type Part<Kind extends BlockKind> = Component<Played<Kind>>;
type Load<Kind extends BlockKind> = () => Promise<{ default: Part<Kind> }>;

/** Kinds that most steps have come with every step; the others only with a step that has them. */
const parts: { [Kind in BlockKind]: { name: string; part: Part<Kind> | { load: Load<Kind> } } } = {
	video: { name: 'Watch', part: Watch },
	reflect: { name: 'Write', part: Reflect },
	poll: { name: 'Poll', part: Poll },
	check: { name: 'Check yourself', part: Check },
	resources: { name: 'Read and keep', part: Resources }
};

export type PlayedParts = Partial<Record<BlockKind, { name: string; part: Part<BlockKind> }>>;

/** The parts that a step with these kinds needs. */
export async function loadParts(kinds: Iterable<BlockKind>): Promise<PlayedParts> {
	const loading = [...new Set(kinds)].map(async (kind) => {
		const { name, part } = parts[kind];
		const loaded = 'load' in part ? (await part.load()).default : part;
		// What a kind is given is what its part takes: the table says so, and TypeScript cannot follow it here.
		return [kind, { name, part: loaded as Part<BlockKind> }] as const;
	});
	return Object.fromEntries(await Promise.all(loading));
}
