import { expect, test } from 'vitest';
import { handOn, keepGiven, keptKey, listGiven } from './device.ts';
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
