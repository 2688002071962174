import type { Shelf } from '../player/answer/unsaved.ts';
import { liveKeysOf, livePrefix } from '../player/answer/unsaved.ts';
import type { OwnGroup } from './breakout.ts';
import { nothingGiven, type Given, type Promised } from './phone.ts';

/** Answers on this device that a meeting may not have yet. Each open page keeps its own. */

export type KeptGiven = Given & {
	code: string;
	ask: string;
	/** Of the sending that has begun; null while it is only being written. */
	key: string | null;
	/** The number of the sent answer over which it is written. */
	base: number;
	at: number;
};

type Place = { ownerId: string; code: string; ask: string };

export function keptKey({ ownerId, code, ask }: Place, writer: string): string {
	return `${livePrefix(ownerId)}${code}/${ask}:${writer}`;
}

/** @returns whether the device has it now. */
export function keepGiven(shelf: Shelf | null, key: string, given: KeptGiven): boolean {
	try {
		shelf?.setItem(key, JSON.stringify(given));
		return shelf !== null;
	} catch {
		return false;
	}
}

export function dropGiven(shelf: Shelf | null, key: string): void {
	try {
		shelf?.removeItem(key);
	} catch {
		// A device that forbids it has kept nothing either.
	}
}

/** Gives what one has here to another; null is to nobody. */
export function handOn(shelf: Shelf | null, from: string, to: string | null): void {
	if (from === to) return;
	for (const key of liveKeysOf(shelf, [from])) {
		try {
			const kept = shelf?.getItem(key) ?? null;
			if (kept !== null && to !== null) {
				shelf?.setItem(key.replace(livePrefix(from), livePrefix(to)), kept);
			}
		} catch {
			// It has no room for it a second time: then it stays where it is.
			continue;
		}
		dropGiven(shelf, key);
	}
}

/** What earlier pages of this meeting left, the newest first. */
export function listGiven(
	shelf: Shelf | null,
	{ ownerId, code }: Pick<Place, 'ownerId' | 'code'>
): { storedAs: string; given: KeptGiven }[] {
	const start = `${livePrefix(ownerId)}${code}/`;
	try {
		return Array.from({ length: shelf?.length ?? 0 }, (_, at) => shelf?.key(at) ?? '')
			.filter((key) => key.startsWith(start))
			.flatMap((storedAs) => {
				const given = parse(shelf?.getItem(storedAs) ?? '');
				return given === null ? [] : [{ storedAs, given }];
			})
			.toSorted((one, other) => other.given.at - one.given.at);
	} catch {
		return [];
	}
}

/** Words for a group’s note that have not arrived, and over what they were typed. */
export type LeftNote = Pick<OwnGroup, 'id' | 'number' | 'revision'> & {
	text: string;
	known: string;
};

/** No meeting has this code. */
function notePrefix({ ownerId, code }: Pick<Place, 'ownerId' | 'code'>): string {
	return `${livePrefix(ownerId)}note/${code}/`;
}

export function noteKey(who: Pick<Place, 'ownerId' | 'code'>, groupId: string): string {
	return notePrefix(who) + groupId;
}

export function keepNote(shelf: Shelf | null, key: string, note: LeftNote): void {
	try {
		shelf?.setItem(key, JSON.stringify(note));
	} catch {
		// A device that forbids it has the words in the field alone.
	}
}

export function readNote(shelf: Shelf | null, key: string): LeftNote | null {
	const { id, number, revision, text, known } = fieldsIn(shelf?.getItem(key) ?? '') ?? {};
	if (typeof id !== 'string' || typeof text !== 'string' || typeof known !== 'string') return null;
	return { id, number: Number(number), revision: Number(revision), text, known };
}

/** What earlier pages of this meeting left for its groups. */
export function listNotes(shelf: Shelf | null, who: Pick<Place, 'ownerId' | 'code'>): LeftNote[] {
	return liveKeysOf(shelf, [who.ownerId])
		.filter((key) => key.startsWith(notePrefix(who)))
		.flatMap((key) => readNote(shelf, key) ?? []);
}

function fieldsIn(json: string): Partial<Record<string, unknown>> | null {
	try {
		const found: unknown = JSON.parse(json);
		return typeof found === 'object' && found !== null ? { ...found } : null;
	} catch {
		return null;
	}
}

function parse(json: string): KeptGiven | null {
	const kept = fieldsIn(json);
	if (kept === null) return null;
	const { code, ask, key, base, at } = kept;
	if (typeof code !== 'string' || typeof ask !== 'string') return null;
	return {
		...givenIn(kept),
		code,
		ask,
		key: typeof key === 'string' ? key : null,
		base: typeof base === 'number' ? base : 0,
		at: typeof at === 'number' ? at : 0
	};
}

function givenIn(kept: Record<string, unknown>): Given {
	const { text, choices, positions, onWall, audience, promised } = kept;
	const places = typeof positions === 'object' && positions !== null ? positions : {};
	return {
		text: typeof text === 'string' ? text : '',
		choices: Array.isArray(choices)
			? choices.filter((choice): choice is string => typeof choice === 'string')
			: [],
		positions: Object.fromEntries(
			Object.entries(places).filter((entry): entry is [string, number] =>
				Number.isInteger(entry[1])
			)
		),
		onWall: onWall !== false,
		audience:
			audience === 'facilitators' || audience === 'cohort' ? audience : nothingGiven.audience,
		promised: promisedIn(promised)
	};
}

export function promisedIn(kept: unknown): Promised {
	const { kind, due, sharing }: Record<string, unknown> =
		typeof kept === 'object' && kept !== null ? { ...kept } : {};
	return {
		kind: kind === 'stop' ? 'stop' : 'will',
		due: typeof due === 'string' ? due : '',
		sharing: sharing === 'cohort' || sharing === 'named' ? sharing : 'me'
	};
}
