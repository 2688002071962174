import type { Audience } from '../../blocks.ts';
import { UNSETTLED, type Draft } from './field.ts';
import { draftKeysOf, draftPrefix, type Shelf } from './unsaved.ts';

/** Drafts on this device. Each open page keeps its own, so that two tabs never write over each other's. */

export type KeptDraft = Draft & {
	key: string;
	ownerId: string;
	blockId: string;
	/** Which field of a block that has several; empty for the only one. */
	part: string;
	/** The step's page, where it can be saved, and by which of its actions. */
	href: string;
	action: string;
};

/** Where a field stands: its block, and which of the block's fields it is. */
export function placeOf({ blockId, part }: { blockId: string; part?: string }): string {
	return part === undefined || part === '' ? blockId : `${blockId}/${part}`;
}

export function draftKey(ownerId: string, place: string, writer: string): string {
	return `${draftPrefix(ownerId)}${place}:${writer}`;
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

/** The owners' drafts, or those of one field, the newest first. */
export function listDrafts(
	shelf: Shelf | null,
	owners: readonly string[],
	place?: string
): KeptDraft[] {
	try {
		return draftKeysOf(shelf, owners)
			.map((key) => parse(key, shelf?.getItem(key) ?? ''))
			.filter((draft) => draft !== null)
			.filter((draft) => place === undefined || placeOf(draft) === place)
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
		part,
		href,
		action
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
		part: typeof part === 'string' ? part : '',
		href: typeof href === 'string' ? href : '',
		action: typeof action === 'string' ? action : 'answer'
	};
}

export function isAudience(value: unknown): value is Audience {
	return value === 'me' || value === 'facilitators' || value === 'cohort';
}
