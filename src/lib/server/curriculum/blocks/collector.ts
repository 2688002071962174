import { getContext } from 'svelte';

/** What the markers of one rendering were given, in the order of the page. */
export interface Collected {
	kind: string;
	line: number;
	props: Record<string, unknown>;
}

const key = Symbol.for('throughline.collector');

export function collectorContext(collected: Collected[]): Map<unknown, unknown> {
	return new Map<unknown, unknown>([[key, collected]]);
}

/** Notes the block and answers its place in the list. */
export function collect(block: Collected): number {
	const collected = getContext<Collected[] | undefined>(key);
	if (!collected) throw new Error('A block was rendered outside the curriculum.');
	return collected.push(block) - 1;
}
