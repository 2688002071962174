import type { Audience } from '../../blocks.ts';
import { UNSETTLED, type Draft } from './field.ts';
import { draftKeysOf, draftPrefix, type Shelf } from './unsaved.ts';

/** Drafts on this device. Each open page keeps its own, so that two tabs never write over each other's. */

export type KeptDraft = Draft & {
	key: string;
	ownerId: string;
	blockId: string;
	/** The step's page, where it can be saved. */
	href: string;
};

export function draftKey(ownerId: string, blockId: string, writer: string): string {
	return `${draftPrefix(ownerId)}${blockId}:${writer}`;
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

/** The owners' drafts, or those of one block, the newest first. */
export function listDrafts(
	shelf: Shelf | null,
	owners: readonly string[],
	blockId?: string
): KeptDraft[] {
	try {
		return draftKeysOf(shelf, owners)
			.map((key) => parse(key, shelf?.getItem(key) ?? ''))
			.filter((draft) => draft !== null)
			.filter((draft) => blockId === undefined || draft.blockId === blockId)
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
	const {
		text,
		audience,
		base,
		sent,
		at,
		ownerId,
		blockId,
		href
	}: Partial<Record<string, unknown>> = {
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
		ownerId: typeof ownerId === 'string' ? ownerId : '',
		blockId: typeof blockId === 'string' ? blockId : '',
		href: typeof href === 'string' ? href : ''
	};
}

export function isAudience(value: unknown): value is Audience {
	return value === 'me' || value === 'facilitators' || value === 'cohort';
}
