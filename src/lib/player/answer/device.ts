import type { Audience } from '../../blocks.ts';
import { UNSETTLED, type Draft } from './field.ts';

/**
 * Drafts on this device. Each open page keeps its own, so that two tabs never write over each other's;
 * whose they are is in the key, so that two people on one device never meet.
 */

/** What of `localStorage` is used; it may be missing, full or forbidden. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export type KeptDraft = Draft & {
	key: string;
	blockId: string;
	/** The step's page, where it can be saved. */
	href: string;
};

const PREFIX = 'throughline:draft';

export function draftKey(personId: string, blockId: string, writer: string): string {
	return `${PREFIX}:${personId}:${blockId}:${writer}`;
}

/** @returns whether the device has it now. */
export function keepDraft(shelf: Shelf | null, { key, ...draft }: KeptDraft): boolean {
	try {
		shelf?.setItem(key, JSON.stringify(draft));
		return shelf !== null;
	} catch {
		return false;
	}
}

export function dropDraft(shelf: Shelf | null, key: string): void {
	try {
		shelf?.removeItem(key);
	} catch {
		// A device that forbids it has kept nothing either.
	}
}

/** The person's drafts, or those of one block, the newest first. */
export function listDrafts(shelf: Shelf | null, personId: string, blockId?: string): KeptDraft[] {
	const start = `${PREFIX}:${personId}:${blockId === undefined ? '' : `${blockId}:`}`;
	try {
		const keys = Array.from({ length: shelf?.length ?? 0 }, (_, at) => shelf?.key(at) ?? '');
		return keys
			.filter((key) => key.startsWith(start))
			.map((key) => parse(key, shelf?.getItem(key) ?? ''))
			.filter((draft) => draft !== null)
			.sort((one, other) => other.at - one.at);
	} catch {
		return [];
	}
}

function parse(key: string, json: string): KeptDraft | null {
	let found: unknown;
	try {
		found = JSON.parse(json);
	} catch {
		return null;
	}
	if (typeof found !== 'object' || found === null) return null;
	const { text, audience, base, sent, at, blockId, href }: Partial<Record<string, unknown>> = {
		...found
	};
	if (typeof text !== 'string' || !isAudience(audience)) return null;
	return {
		key,
		text,
		audience,
		base: typeof base === 'number' ? base : UNSETTLED,
		sent: typeof sent === 'string' ? sent : null,
		at: typeof at === 'number' ? at : 0,
		blockId: typeof blockId === 'string' ? blockId : '',
		href: typeof href === 'string' ? href : ''
	};
}

export function isAudience(value: unknown): value is Audience {
	return value === 'me' || value === 'facilitators' || value === 'cohort';
}

export function thisDevice(): Shelf | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}
