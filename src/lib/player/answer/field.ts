import { LONGEST_ANSWER } from '../../answer.ts';
import type { Audience } from '../../blocks.ts';

/** What a writing field knows, as plain values: every change is a function from one state to the next. */

export type Version = { text: string; audience: Audience };
export type SavedVersion = Version & { revision: number; savedAt: Date | null };

/** A copy on this device of words that the server may not have. */
export type Draft = Version & {
	/** The revision that the words were written over; UNSETTLED while the server's version waits for a choice. */
	base: number;
	/** The last text that was sent and never acknowledged: the server may hold it or not. */
	sent: string | null;
	at: number;
};

export const UNSETTLED = -1;

export type Trouble = { kind: 'unreachable' | 'signed-out' | 'refused'; message: string };

export type Field = {
	now: Version;
	/** What the server is known to hold; revision 0 for nothing. */
	saved: SavedVersion;
	sending: (Version & { sequence: number }) | null;
	sequence: number;
	/** Another version that must not be lost either: nothing is sent before the writer has chosen. */
	other: (Version & { from: 'server' | 'device' }) | null;
	trouble: Trouble | null;
};

export function begin(saved: SavedVersion, now: Version = saved): Field {
	return {
		now: { text: now.text, audience: now.audience },
		saved,
		sending: null,
		sequence: 0,
		other: null,
		trouble: null
	};
}

function same(one: Version, other: Version): boolean {
	return one.text === other.text && one.audience === other.audience;
}

export function isUnsaved({ now, saved }: Field): boolean {
	if (saved.revision === 0 && now.text === '') return false;
	return saved.revision === 0 || !same(now, saved);
}

export function isTooLong({ now }: Field): boolean {
	return now.text.length > LONGEST_ANSWER;
}

export function canSend(field: Field): boolean {
	return isUnsaved(field) && field.other === null && !isTooLong(field);
}

export function write(field: Field, change: Partial<Version>): Field {
	return { ...field, now: { ...field.now, ...change } };
}

/** The newest words go out; an answer to an earlier request no longer counts. */
export function send(field: Field): Field {
	const sequence = field.sequence + 1;
	return { ...field, sequence, sending: { ...field.now, sequence } };
}

export function acknowledge(
	field: Field,
	sequence: number,
	{ revision, savedAt }: { revision: number; savedAt: Date }
): Field {
	const { sending } = field;
	if (sending?.sequence !== sequence) return field;
	const { text, audience } = sending;
	return {
		...field,
		saved: { text, audience, revision, savedAt },
		sending: null,
		trouble: null
	};
}

export function fail(field: Field, sequence: number, trouble: Trouble): Field {
	if (field.sending?.sequence !== sequence) return field;
	return { ...field, sending: null, trouble };
}

/** Another page or device saved first. */
export function meet(field: Field, sequence: number, theirs: SavedVersion): Field {
	if (field.sending?.sequence !== sequence) return field;
	const mine: Draft = { ...field.now, base: UNSETTLED, sent: field.sending.text, at: 0 };
	const met = { ...field, saved: theirs, sending: null, trouble: null };
	return settle(met, mine, { text: theirs.text, audience: theirs.audience, from: 'server' });
}

/** A draft was found on the device when the page opened. */
export function takeUp(field: Field, draft: Draft): Field {
	if (!isUnsaved(field)) {
		const { text, audience } = field.saved;
		return settle(field, draft, { text, audience, from: 'server' });
	}
	const { now } = field;
	const { text, audience } = draft;
	const isKnown =
		same(draft, field.saved) || (now.audience === audience && now.text.startsWith(text));
	if (isKnown) return field;
	if (now.audience === audience && text.startsWith(now.text)) return write(field, { text });
	return { ...field, other: { text, audience, from: 'device' } };
}

function settle(field: Field, mine: Draft, other: NonNullable<Field['other']>): Field {
	const words = { text: mine.text, audience: mine.audience };
	switch (reconcile(mine, field.saved)) {
		case 'forget':
			return { ...field, now: { text: field.saved.text, audience: field.saved.audience } };
		case 'restore':
			return { ...field, now: words };
		case 'ask':
			return { ...field, now: words, other };
	}
}

/**
 * What becomes of a draft beside what the server holds: `forget` when the server has all of it,
 * `restore` when writing it over the server's loses nothing, else `ask`.
 */
export function reconcile(draft: Draft, saved: SavedVersion): 'forget' | 'restore' | 'ask' {
	if (same(draft, saved)) return 'forget';
	if (draft.base === saved.revision) return 'restore';
	if (draft.audience !== saved.audience) return 'ask';
	if (draft.sent === saved.text || draft.text.startsWith(saved.text)) return 'restore';
	if (draft.sent === draft.text && saved.text.startsWith(draft.text)) return 'forget';
	return 'ask';
}

export type Choice = 'mine' | 'other' | 'both';

export function choose(field: Field, choice: Choice): Field {
	const { now, other } = field;
	if (other === null) return field;
	const kept: Record<Choice, Version> = {
		mine: now,
		other: { text: other.text, audience: other.audience },
		both: join(other, now)
	};
	return { ...field, now: kept[choice], other: null };
}

/** Both texts, for the fewer readers of the two: nobody may read what was not meant for them. */
export function join(first: Version, second: Version): Version {
	const order: Audience[] = ['me', 'facilitators', 'cohort'];
	return {
		text: `${first.text}\n\n${second.text}`,
		audience:
			order.find((audience) => audience === first.audience || audience === second.audience) ?? 'me'
	};
}

export function draftOf({ now, saved, sending, other }: Field, sent: string | null): Draft {
	return {
		...now,
		base: other?.from === 'server' ? UNSETTLED : saved.revision,
		sent: sending?.text ?? sent,
		at: Date.now()
	};
}
