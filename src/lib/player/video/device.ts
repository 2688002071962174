import type { Stretch } from './stretches.ts';

/** What this device remembers. A browser that keeps nothing is no fault: then nothing is remembered. */

const CAPTIONS = 'throughline:captions';

/** A language, or `off`; null when nothing was ever chosen here. */
export function rememberedCaptions(): string | null {
	return read(CAPTIONS);
}

export function rememberCaptions(language: string | null): void {
	write(CAPTIONS, language ?? 'off');
}

/** What was played and could not be sent, with the signed opening of the page that played it. */
export interface Unsent {
	opened: string;
	stretches: Stretch[];
	position: number;
}

export function rememberedUnsent(ownerId: string, blockId: string): Unsent | null {
	try {
		const kept: unknown = JSON.parse(read(unsentKey(ownerId, blockId)) ?? 'null');
		return isUnsent(kept) ? kept : null;
	} catch {
		return null;
	}
}

export function rememberUnsent(ownerId: string, blockId: string, unsent: Unsent | null): void {
	write(unsentKey(ownerId, blockId), unsent === null ? null : JSON.stringify(unsent));
}

/** Whose it is stands in the key: two people on one device never meet. */
function unsentKey(ownerId: string, blockId: string): string {
	return `throughline:watched:${ownerId}:${blockId}`;
}

function isUnsent(value: unknown): value is Unsent {
	return (
		typeof value === 'object' &&
		value !== null &&
		'opened' in value &&
		typeof value.opened === 'string' &&
		'position' in value &&
		typeof value.position === 'number' &&
		'stretches' in value &&
		Array.isArray(value.stretches)
	);
}

function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

function write(key: string, value: string | null): void {
	try {
		if (value === null) localStorage.removeItem(key);
		else localStorage.setItem(key, value);
	} catch {
		// Private windows and full devices refuse.
	}
}
