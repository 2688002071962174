import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Audience } from '../../blocks.ts';
import type { Posted } from '../post.ts';
import { isAudience, listDrafts } from './device.ts';
import { begin, type SavedVersion } from './field.ts';
import { Keeper } from './keeper.svelte.ts';
import type { Shelf } from './unsaved.ts';

/** A connection can fail on the way there, on the way back, or take its time. */
type Weather = 'good' | 'lost-on-the-way' | 'answer-lost' | 'slow' | 'signed-out';

/** The server's rule for one answer, as in SAVE of answers/answer.ts. */
class Server {
	held: (SavedVersion & { writer: string; sequence: number }) | null = null;
	weather: Weather = 'good';
	slow: (() => void)[] = [];
	overwritten: { was: string; is: string; by: string }[] = [];

	save(text: string, audience: Audience, base: number, writer: string, sequence: number): Posted {
		const { held } = this;
		const mayWrite =
			held === null ||
			held.revision === base ||
			(held.writer === writer && held.sequence < sequence);
		if (!mayWrite && (held.text !== text || held.audience !== audience)) {
			const { text, audience, revision, savedAt } = held;
			const theirs = { text, audience, revision, savedAt };
			return {
				kind: 'refused',
				status: 409,
				message: '',
				data: { answer: { status: 'conflict', theirs } }
			};
		}
		if (mayWrite) {
			if (held !== null && held.writer !== writer) {
				this.overwritten.push({ was: held.text, is: text, by: writer });
			}
			const revision = (held?.revision ?? 0) + 1;
			this.held = { text, audience, revision, writer, sequence, savedAt: new Date(0) };
		}
		const revision = this.held?.revision ?? 0;
		return { kind: 'done', data: { answer: { status: 'saved', revision, savedAt: new Date(0) } } };
	}

	post = async (
		_href: string,
		_action: string,
		fields: Record<string, string | readonly string[]>
	): Promise<Posted> => {
		const { weather } = this;
		if (weather === 'signed-out') return { kind: 'signed-out' };
		if (weather === 'lost-on-the-way') return { kind: 'unreachable', online: true, message: '' };
		const audience = fields['audience'];
		const posted = this.save(
			String(fields['text']),
			isAudience(audience) ? audience : 'me',
			Number(fields['base']),
			String(fields['writer']),
			Number(fields['sequence'])
		);
		if (weather === 'slow') await new Promise<void>((answer) => this.slow.push(answer));
		return weather === 'answer-lost' ? { kind: 'unreachable', online: true, message: '' } : posted;
	};

	get loaded(): SavedVersion {
		return this.held ?? { text: '', audience: 'facilitators', revision: 0, savedAt: null };
	}
}

function emptyShelf(): Shelf {
	const kept = new Map<string, string>();
	return {
		get length() {
			return kept.size;
		},
		key: (at) => [...kept.keys()][at] ?? null,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}

let pages = 0;

function openPage(server: Server, shelf: Shelf) {
	const writer = `page-${(pages += 1)}`;
	const keeper = new Keeper(
		{
			ownerId: 'rosa',
			blockId: 'who-is-missing',
			href: '/learn',
			field: begin(server.loaded),
			onsaved: () => undefined
		},
		{ shelf: () => shelf, post: server.post, writer }
	);
	return { keeper, writer, close: keeper.attach(), isChosen: false };
}

function newWindow() {
	vi.stubGlobal('window', new EventTarget());
	vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
}

beforeEach(() => {
	vi.useFakeTimers();
	newWindow();
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

describe('what Rosa writes', () => {
	it('is on the device with every keystroke and on the server at a pause', async () => {
		const [server, shelf] = [new Server(), emptyShelf()];
		const { keeper } = openPage(server, shelf);
		keeper.write('The driver');
		expect(listDrafts(shelf, ['rosa']).map(({ text }) => text)).toEqual(['The driver']);
		expect(server.held).toBeNull();
		await vi.advanceTimersByTimeAsync(1000);
		expect(server.held?.text).toBe('The driver');
		expect(listDrafts(shelf, ['rosa'])).toEqual([]);
		expect(keeper.state).toBe('saved');
	});

	it('is sent one save at a time, then the newest', async () => {
		const [server, shelf] = [new Server(), emptyShelf()];
		const { keeper } = openPage(server, shelf);
		server.weather = 'slow';
		keeper.write('a');
		await vi.advanceTimersByTimeAsync(1000);
		for (const text of ['ab', 'abc', 'abcd']) {
			keeper.write(text);
			await vi.advanceTimersByTimeAsync(1000);
		}
		expect(server.slow).toHaveLength(1);
		server.weather = 'good';
		server.slow.forEach((answer) => answer());
		await vi.advanceTimersByTimeAsync(1000);
		expect(server.held).toMatchObject({ text: 'abcd', revision: 2 });
	});

	it('goes out by itself once the sign-in or the connection is back', async () => {
		const [server, shelf] = [new Server(), emptyShelf()];
		const { keeper } = openPage(server, shelf);
		server.weather = 'signed-out';
		keeper.write('The driver knew');
		await vi.advanceTimersByTimeAsync(1000);
		expect(keeper.state).toBe('signed-out');
		server.weather = 'good';
		window.dispatchEvent(new Event('focus'));
		await vi.advanceTimersByTimeAsync(0);
		expect(server.held?.text).toBe('The driver knew');
	});

	it('is tried again ever more seldom while the server is away', async () => {
		const [server, shelf] = [new Server(), emptyShelf()];
		const { keeper } = openPage(server, shelf);
		server.weather = 'lost-on-the-way';
		keeper.write('The driver');
		await vi.advanceTimersByTimeAsync(60_000);
		expect(keeper.state).toBe('unreachable');
		expect(keeper.field.sequence).toBeLessThan(8);
	});

	it('is never lost by any course of typing, failing, succeeding, choosing and reloading', async () => {
		const step = fc.oneof(
			{
				weight: 4,
				arbitrary: fc.record({
					do: fc.constant('type' as const),
					words: fc.stringMatching(/^[ab]{0,3}$/)
				})
			},
			{
				weight: 3,
				arbitrary: fc.record({
					do: fc.constant('add' as const),
					words: fc.stringMatching(/^[cd]{1,2}$/)
				})
			},
			{
				weight: 1,
				arbitrary: fc.record({
					do: fc.constant('share' as const),
					with: fc.constantFrom<Audience>('me', 'facilitators', 'cohort')
				})
			},
			{
				weight: 4,
				arbitrary: fc.record({
					do: fc.constant('wait' as const),
					ms: fc.constantFrom(0, 300, 900, 9000)
				})
			},
			{
				weight: 3,
				arbitrary: fc.record({
					do: fc.constant('weather' as const),
					is: fc.constantFrom<Weather>(
						'good',
						'lost-on-the-way',
						'answer-lost',
						'slow',
						'signed-out'
					)
				})
			},
			{
				weight: 2,
				arbitrary: fc.record({
					do: fc.constantFrom(
						'reload' as const,
						'crash' as const,
						'answer' as const,
						'elsewhere' as const
					)
				})
			},
			{
				weight: 1,
				arbitrary: fc.record({
					do: fc.constant('choose' as const),
					choice: fc.constantFrom('mine' as const, 'other' as const, 'both' as const)
				})
			}
		);
		await fc.assert(
			fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
				const [server, shelf] = [new Server(), emptyShelf()];
				newWindow();
				let page = openPage(server, shelf);
				let typed: string | null = null;
				let elsewhere = 0;
				const seen = new Set<string>();
				const reopen = () => {
					seen.add(server.loaded.text);
					page = openPage(server, shelf);
				};
				for (const each of steps) {
					const { keeper } = page;
					if (each.do === 'type') keeper.write((typed = each.words));
					else if (each.do === 'add') keeper.write((typed = keeper.field.now.text + each.words));
					else if (each.do === 'share') keeper.share(each.with);
					else if (each.do === 'wait') await vi.advanceTimersByTimeAsync(each.ms);
					else if (each.do === 'weather') server.weather = each.is;
					else if (each.do === 'answer') {
						server.slow.splice(0).forEach((answer) => answer());
						await vi.advanceTimersByTimeAsync(0);
					} else if (each.do === 'choose') {
						if (keeper.field.other === null) continue;
						seen.add(keeper.field.other.text);
						keeper.choose(each.choice);
						if (each.choice === 'other') typed = null;
					} else if (each.do === 'elsewhere') {
						const { revision, text } = server.loaded;
						// Replaced by somebody who saw it: kept as a revision, and no longer to be looked for here.
						if (typed !== null && text.includes(typed)) typed = null;
						server.save(`elsewhere ${(elsewhere += 1)}`, 'me', revision, 'phone', elsewhere);
					} else {
						if (each.do === 'reload') page.close();
						// A crash says no farewell: its timers and listeners die with it.
						else vi.clearAllTimers();
						newWindow();
						reopen();
					}
				}
				page.close();
				vi.clearAllTimers();
				server.weather = 'good';
				server.slow.splice(0).forEach((answer) => answer());
				await vi.advanceTimersByTimeAsync(0);
				reopen();
				await vi.advanceTimersByTimeAsync(5000);

				while (page.keeper.field.other !== null) {
					seen.add(page.keeper.field.other.text);
					page.keeper.choose('both');
				}
				await vi.advanceTimersByTimeAsync(5000);
				if (typed !== null) expect(server.loaded.text).toContain(typed);
				expect(listDrafts(shelf, ['rosa'])).toEqual([]);
				for (const { was, is } of server.overwritten) {
					if (was.startsWith('elsewhere')) expect(seen.has(was) || is.startsWith(was)).toBe(true);
				}
			}),
			{ numRuns: 500 }
		);
	});
});
