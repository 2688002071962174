/** Whether words are in danger: every page asks it, so it is small and draws in nothing. */

/** A writing field of the page that is open. */
export interface OpenField {
	/** The block, and for one of several fields its part too. */
	readonly place: string;
	readonly isUnsaved: boolean;
	/** @returns whether nothing is unsaved any more. */
	save(): Promise<boolean>;
}

export const openFields = new Set<OpenField>();

/** What of `localStorage` is used; it may be missing, full or forbidden. */
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export function thisDevice(): Shelf | null {
	try {
		return localStorage;
	} catch {
		return null;
	}
}

/** What lasts as long as this tab: a facilitator’s words that are still being typed. */
export function thisTab(): Shelf | null {
	try {
		return sessionStorage;
	} catch {
		return null;
	}
}

/** Whose draft it is stands in its key, so that two people on one device, or two cohorts, never meet. */
export function draftKeysOf(shelf: Shelf | null, owners: readonly string[]): string[] {
	return keysThatStart(shelf, owners.map(draftPrefix));
}

function keysThatStart(shelf: Shelf | null, starts: readonly string[]): string[] {
	try {
		const keys = Array.from({ length: shelf?.length ?? 0 }, (_, at) => shelf?.key(at) ?? '');
		return keys.filter((key) => starts.some((start) => key.startsWith(start)));
	} catch {
		return [];
	}
}

export function draftPrefix(ownerId: string): string {
	return `throughline:draft:${ownerId}:`;
}

/** What somebody wrote in a meeting and the meeting may not have: see live/device.ts, and live/draft.svelte.ts. */
export function livePrefix(ownerId: string): string {
	return `throughline:live:${ownerId}:`;
}

export function liveKeysOf(shelf: Shelf | null, owners: readonly string[]): string[] {
	return keysThatStart(shelf, owners.map(livePrefix));
}

/** Whether the person writes here, or left words on this device that the server may not have. */
export function mayHoldUnsaved(owners: readonly string[]): boolean {
	return (
		[...openFields].some((field) => field.isUnsaved) ||
		draftKeysOf(thisDevice(), owners).length > 0 ||
		liveKeysOf(thisDevice(), owners).length > 0 ||
		liveKeysOf(thisTab(), owners).length > 0
	);
}

/** @returns the form that signs out, if that is what is sent. */
export function signOutOf({ target }: SubmitEvent): HTMLFormElement | null {
	if (!(target instanceof HTMLFormElement)) return null;
	return new URL(target.action, location.href).pathname === '/sign-out' ? target : null;
}
