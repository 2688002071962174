import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { livePrefix, mayHoldUnsaved, openFields } from './answer/unsaved.ts';
import { dropAll, hasUnsaved, saveAll } from './leaving.ts';

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

let tab: ReturnType<typeof shelf>;

beforeEach(() => {
	// Other tests share the module, and may have left a field open.
	openFields.clear();
	tab = shelf();
	vi.stubGlobal('localStorage', shelf());
	vi.stubGlobal('sessionStorage', tab);
});
afterEach(() => vi.unstubAllGlobals());

describe('What Denise is typing on a console when she signs out', () => {
	beforeEach(() => tab.setItem(`${livePrefix('denise')}/console:said:one`, 'The night shift'));

	test('is asked about, and not sent by itself', async () => {
		expect(mayHoldUnsaved(['denise'])).toBe(true);
		expect(hasUnsaved(['denise'])).toBe(true);
		expect(await saveAll(['denise'])).toBe(false);
		expect(tab.length).toBe(1);
	});

	test('is gone from the tab once she gives it up', () => {
		dropAll(['denise']);
		expect(hasUnsaved(['denise'])).toBe(false);
		expect(tab.length).toBe(0);
	});

	test('is nothing to whoever else signs in there, and stays hers', () => {
		expect(mayHoldUnsaved(['marcus'])).toBe(false);
		expect(hasUnsaved(['marcus'])).toBe(false);
		dropAll(['marcus']);
		expect(tab.length).toBe(1);
	});
});
