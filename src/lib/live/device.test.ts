import { expect, test } from 'vitest';
import {
	handOn,
	keepGiven,
	keepNote,
	keptKey,
	listGiven,
	listNotes,
	noteKey,
	readNote
} from './device.ts';
import { nothingGiven } from './phone.ts';

function shelf() {
	const kept = new Map<string, string>();
	return {
		getItem: (key: string) => kept.get(key) ?? null,
		setItem: (key: string, value: string) => void kept.set(key, value),
		removeItem: (key: string) => void kept.delete(key),
		key: (at: number) => [...kept.keys()][at] ?? null,
		get length() {
			return kept.size;
		}
	};
}

const CODE = 'ACDEFG';

function withWords(ownerId: string, text: string, device = shelf()) {
	const given = { ...nothingGiven, text, code: CODE, ask: 'one', key: null, base: 0, at: 1 };
	keepGiven(device, keptKey({ ownerId, code: CODE, ask: 'one' }, 'page'), given);
	return device;
}

const wordsOf = (device: ReturnType<typeof shelf>, ownerId: string) =>
	listGiven(device, { ownerId, code: CODE }).map(({ given }) => given.text);

test('What a guest has not sent goes with what they sent to whom it belongs', () => {
	const device = withWords('jonah', 'Mine', withWords('guest', 'Not sent yet'));
	handOn(device, 'guest', 'ana');
	expect(wordsOf(device, 'ana')).toEqual(['Not sent yet']);
	expect(wordsOf(device, 'guest')).toEqual([]);
	expect(wordsOf(device, 'jonah')).toEqual(['Mine']);
	handOn(device, 'ana', 'ana');
	expect(wordsOf(device, 'ana')).toEqual(['Not sent yet']);
});

test('A device that forgets a guest keeps none of their words', () => {
	const device = withWords('jonah', 'Mine', withWords('guest', 'Not sent yet'));
	handOn(device, 'guest', null);
	expect(device.length).toBe(1);
	expect(wordsOf(device, 'jonah')).toEqual(['Mine']);
});

test('What a group has not got of somebody’s is theirs alone, goes with them, and is forgotten with them', () => {
	const device = withWords('guest', 'Not sent yet');
	const note = { id: 'group', number: 2, revision: 3, text: 'Buses and doors', known: 'Buses' };
	const notesOf = (ownerId: string, code = CODE) => listNotes(device, { ownerId, code });
	keepNote(device, noteKey({ ownerId: 'guest', code: CODE }, 'group'), note);
	expect(notesOf('guest')).toEqual([note]);
	expect(notesOf('guest', 'OTHERS')).toEqual([]);
	expect(notesOf('ana')).toEqual([]);
	expect(readNote(device, noteKey({ ownerId: 'ana', code: CODE }, 'group'))).toBeNull();
	expect(wordsOf(device, 'guest')).toEqual(['Not sent yet']);
	handOn(device, 'guest', 'ana');
	expect(notesOf('ana')).toEqual([note]);
	handOn(device, 'ana', null);
	expect(device.length).toBe(0);
});
