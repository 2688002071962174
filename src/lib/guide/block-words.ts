import type { AdaptedBlock } from '$lib/server/guides/index.ts';

/** The fields of a block's form, each as the text that stands in it. */
export const WORDS = [
	'title',
	'minutes',
	'priority',
	'say',
	'do',
	'participants',
	'projector',
	'listenFor',
	'ifQuiet',
	'ifHeated',
	'online'
] as const;
export type BlockWords = Record<(typeof WORDS)[number], string>;

export function asWords(block: AdaptedBlock): BlockWords {
	const { title, priority, say, participants, projector, listenFor, online } = block;
	const { ifQuiet, ifHeated, minutes } = block;
	const parts = {
		say,
		do: block.do,
		participants,
		projector,
		listenFor,
		ifQuiet,
		ifHeated,
		online
	};
	return { title, minutes: String(minutes), priority, ...parts };
}

/** What came back from a form that was not kept. Where nothing was typed, what stands there now. */
export function brought(values: Readonly<Record<string, string>>, now: BlockWords): BlockWords {
	const words = { ...now };
	for (const name of WORDS) {
		const typed = values[name]?.replaceAll('\r\n', '\n');
		const before = values[`was-${name}`]?.replaceAll('\r\n', '\n');
		if (typed !== undefined && typed !== before) words[name] = typed;
	}
	return words;
}
