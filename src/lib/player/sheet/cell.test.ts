import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { settle } from '../../settle.ts';
import * as cells from './cell.ts';
import type { Cell } from './cell.ts';

/** A server that keeps one cell as the real one does, with every revision of it. */
function makeServer(start: string) {
	const texts = [start];
	const revision = () => texts.length;
	const held = () => texts.at(-1) ?? '';
	const mark = () => ({ text: held(), revision: revision(), by: 'Jonah Bell', at: null });
	return {
		mark,
		save(text: string, base: number) {
			const baseText = texts[base - 1] ?? null;
			const result = settle({ text, base, baseText }, { text: held(), revision: revision() }, true);
			if (result.kind === 'write') texts.push(result.text);
			return result.kind;
		}
	};
}

/** Sends what a page has, and lets it hear of it, unless the answer gets lost. */
function sync(cell: Cell, server: ReturnType<typeof makeServer>, isLost = false): Cell {
	if (!cells.canSend(cell)) return cells.learn(cell, server.mark(), true);
	const sending = cells.send(cell);
	const kind = server.save(sending.now, sending.saved.revision);
	if (isLost) return cells.fail(sending);
	const { text, revision, by } = server.mark();
	return kind === 'conflict'
		? cells.meet(sending, { theirs: text, revision, by }, true)
		: cells.keep(sending, { text, revision }, true);
}

type Step = { who: 0 | 1; does: 'first' | 'last' | 'inside' | 'sync' | 'lost' };

const steps = fc.array(
	fc.record({
		who: fc.constantFrom<0 | 1>(0, 1),
		does: fc.constantFrom<Step['does']>('first', 'last', 'inside', 'sync', 'lost')
	}),
	{ maxLength: 30 }
);

function written(text: string, does: Step['does'], word: string): string {
	if (does === 'first') return `${word} ${text}`;
	if (does === 'last') return `${text} ${word}`;
	const [head = '', ...rest] = text.split(' ');
	return [head, word, ...rest].join(' ');
}

describe('Two pages that write in one cell', () => {
	test('lose no word of either, whatever is sent, lost or chosen, and end with the same', () => {
		fc.assert(
			fc.property(steps, (happened) => {
				const server = makeServer('we ask the drivers');
				const pages: [Cell, Cell] = [cells.begin(server.mark()), cells.begin(server.mark())];
				const typed: string[] = [];
				for (const [index, { who, does }] of happened.entries()) {
					if (does === 'sync' || does === 'lost') {
						pages[who] = sync(pages[who], server, does === 'lost');
					} else {
						const word = `w${index}`;
						typed.push(word);
						pages[who] = cells.write(pages[who], written(pages[who].now, does, word));
					}
				}
				for (let round = 0; round < 6; round += 1) {
					for (const who of [0, 1] as const) {
						pages[who] = sync(cells.choose(pages[who], 'both'), server);
					}
				}
				const text = server.mark().text;
				for (const word of typed) expect(text.split(/\s+/)).toContain(word);
				expect(pages.map(({ now }) => now)).toEqual([text, text]);
			}),
			{ numRuns: 500 }
		);
	});

	test('never send a date over another’s without asking', () => {
		const server = { text: '2027-01-31', revision: 2, by: 'Jonah Bell', at: null };
		const mine = cells.write(cells.begin({ ...server, text: '', revision: 1 }), '2027-02-28');
		const met = cells.learn(mine, server, false);
		expect(met).toMatchObject({ now: '2027-02-28', other: { text: '2027-01-31' } });
		expect(cells.canSend(met)).toBe(false);
		expect(cells.canSend(cells.choose(met, 'mine'))).toBe(true);
		expect(cells.choose(met, 'other').now).toBe('2027-01-31');
	});

	test('take up what the device kept: over what they knew at once, over newer words by asking', () => {
		const saved = { text: 'We ask.', revision: 2, by: null, at: null };
		const fresh = cells.takeUp(cells.begin(saved), { text: 'We ask all.', base: 2, sent: null });
		expect(fresh).toMatchObject({ now: 'We ask all.', other: null });
		const old = cells.takeUp(cells.begin(saved), { text: 'We told.', base: 1, sent: null });
		expect(old).toMatchObject({ now: 'We told.', other: { text: 'We ask.' } });
	});
});
