import { merge } from './merge.ts';

/** What somebody wants to stand in a cell, and what they knew of it. */
export type Wanted = { text: string; base: number; baseText: string | null };

export type Settled =
	/** It stands there already, or they changed nothing. */
	| { kind: 'same' }
	| { kind: 'write'; text: string }
	/** Both changed the same place: a person must choose. */
	| { kind: 'conflict' };

/**
 * What becomes of a wish for a cell that others may have changed since. Words are merged where they were
 * changed in different places; a date or a choice is one thing, and cannot be.
 */
export function settle(
	wanted: Wanted,
	held: { text: string; revision: number },
	isWords: boolean
): Settled {
	if (wanted.text === held.text) return { kind: 'same' };
	if (wanted.base === held.revision) return { kind: 'write', text: wanted.text };
	if (wanted.baseText === null) return { kind: 'conflict' };
	if (wanted.text === wanted.baseText) return { kind: 'same' };
	if (held.text === wanted.baseText) return { kind: 'write', text: wanted.text };
	const merged = isWords ? merge(wanted.text, wanted.baseText, held.text) : null;
	if (merged === null) return { kind: 'conflict' };
	return merged === held.text ? { kind: 'same' } : { kind: 'write', text: merged };
}
