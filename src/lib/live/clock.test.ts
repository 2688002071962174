import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offersFor, readClock, recover, type Offer, type RunningBlock } from './clock.ts';

const START = new Date('2026-11-27T14:00:00Z');
const after = (seconds: number) => new Date(START.getTime() + seconds * 1000);

function block(id: string, minutes: number, changes: Partial<RunningBlock> = {}): RunningBlock {
	return {
		id,
		title: id,
		kind: 'pair',
		priority: 'must',
		min: minutes,
		max: minutes,
		planned: minutes,
		minutes,
		spentSeconds: 0,
		enteredAt: null,
		...changes
	};
}

const welcome = block('welcome', 10, { min: 6, max: 12 });
const pairs = block('pairs', 20, { priority: 'trim', min: 12, max: 25 });
const stretch = block('stretch', 5, { priority: 'skip', min: 3, minutes: 0 });
const map = block('map', 20, { min: 15, max: 20 });
const close = block('close', 10, { min: 8, max: 10 });
const agenda = [welcome, pairs, stretch, map, close];
const hour = { startsAt: START, startedAt: START, minutes: 60 };

function within(id: string, changes: Partial<RunningBlock>, blocks = agenda): RunningBlock[] {
	return blocks.map((one) => (one.id === id ? { ...one, ...changes } : one));
}

function take(blocks: readonly RunningBlock[], offers: readonly Offer[], undo = false) {
	return offers.reduce<readonly RunningBlock[]>(
		(sum, { blockId, from, to }) =>
			sum.map((one) => (one.id === blockId ? { ...one, minutes: undo ? from : to } : one)),
		blocks
	);
}

const said = (offers: readonly Offer[]) =>
	offers.map(({ what, blockId, from, to }) => `${what} ${blockId} ${from}→${to}`);

describe('The clock of a meeting', () => {
	test('is on time for as long as each block takes its minutes', () => {
		const reading = readClock(within('welcome', { enteredAt: START }), hour, after(240));
		expect(reading).toEqual({
			currentId: 'welcome',
			blockElapsed: 240,
			blockLeft: 360,
			elapsed: 240,
			left: 3360,
			endsAt: after(3600),
			drift: 0
		});
		expect(offersFor(within('welcome', { enteredAt: START }), reading)).toEqual([]);
	});

	test('is behind by what a block takes too much', () => {
		const reading = readClock(within('welcome', { enteredAt: START }), hour, after(780));
		expect(reading).toMatchObject({ blockLeft: -180, drift: 180, endsAt: after(3780) });
	});

	test('counts a late start as time lost, even before it began', () => {
		expect(readClock(agenda, { ...hour, startedAt: null }, after(-600))).toMatchObject({
			currentId: null,
			elapsed: 0,
			left: 4200,
			endsAt: after(3600),
			drift: 0
		});
		expect(readClock(agenda, { ...hour, startedAt: null }, after(420)).drift).toBe(420);
		const late = within('welcome', { enteredAt: after(420) });
		expect(readClock(late, { ...hour, startedAt: after(420) }, after(480))).toMatchObject({
			elapsed: 60,
			left: 3120,
			drift: 420
		});
	});

	test('is ahead when a block was left early, and counts nothing for what was passed over', () => {
		const blocks = within(
			'map',
			{ enteredAt: after(600) },
			within('welcome', { spentSeconds: 600 })
		);
		expect(readClock(blocks, hour, after(600)).drift).toBe(-1200);
	});

	test('adds the visits to a block that was left and entered again', () => {
		const blocks = within('pairs', { spentSeconds: 300, enteredAt: after(1000) });
		expect(readClock(blocks, hour, after(1060))).toMatchObject({
			blockElapsed: 360,
			blockLeft: 840
		});
	});

	test('puts what follows ahead again when the room goes back', () => {
		const blocks = within('welcome', { spentSeconds: 600, enteredAt: after(900) }).map((one) =>
			one.id === 'pairs' ? { ...one, spentSeconds: 300 } : one
		);
		// 15 minutes of pairs, 20 and 10 are still to come.
		expect(readClock(blocks, hour, after(900)).endsAt).toEqual(after(900 + 45 * 60));
	});

	test('goes on between two blocks', () => {
		const blocks = within('welcome', { spentSeconds: 660 });
		expect(readClock(blocks, hour, after(660))).toMatchObject({
			currentId: null,
			blockElapsed: 0,
			blockLeft: 0,
			drift: 60
		});
	});
});

describe('A meeting that is behind', () => {
	const blocks = within('welcome', { enteredAt: after(240) });
	const late = { ...hour, startedAt: after(240) };

	test('hears first what may be trimmed, by no more than is missing, and last what everybody needs', () => {
		const reading = readClock(blocks, late, after(300));
		expect(said(offersFor(blocks, reading))).toEqual([
			'trim pairs 20→16',
			'shorten map 20→16',
			'shorten welcome 10→6',
			'shorten close 10→8'
		]);
	});

	test('is never offered less than it has already spent in the block it is in', () => {
		const reading = readClock(blocks, late, after(240 + 8 * 60 + 1));
		expect(said(offersFor(blocks, reading))).toContain('shorten welcome 10→9');
	});

	test('may leave out again what it took up, until it is in it', () => {
		const taken = within('stretch', { minutes: 5 }, blocks);
		expect(said(offersFor(taken, readClock(taken, late, after(300))))[0]).toBe(
			'leave-out stretch 5→0'
		);
		const inIt = within(
			'stretch',
			{ minutes: 5, enteredAt: after(2000) },
			within('welcome', { spentSeconds: 1760 })
		);
		expect(said(offersFor(inIt, readClock(inIt, late, after(2060))))).toEqual([
			'trim stretch 5→3',
			'shorten map 20→15',
			'shorten close 10→8'
		]);
	});

	test('recovers with one tap where one is enough, and touches what everybody needs only for the rest', () => {
		const reading = readClock(blocks, late, after(300));
		expect(said(recover(blocks, reading, 4))).toEqual(['trim pairs 20→16']);
		expect(said(recover(blocks, reading, 10))).toEqual(['trim pairs 20→12', 'shorten map 20→18']);
		expect(recover(blocks, reading, 0)).toEqual([]);
		expect(recover(blocks, reading, 500).reduce((sum, { minutes }) => sum + minutes, 0)).toBe(19);
	});
});

describe('A meeting that is ahead', () => {
	const ahead = { ...hour, startedAt: after(-240) };
	const blocks = within('welcome', { enteredAt: after(-240) });

	test('hears of nothing until it is more than a minute', () => {
		const early = { ...hour, startedAt: after(-60) };
		const running = within('welcome', { enteredAt: after(-60) });
		expect(offersFor(running, readClock(running, early, START))).toEqual([]);
	});

	test('hears what fits: first what it had cut, then what it had left out, then longer talks', () => {
		const cut = within('map', { minutes: 18 }, blocks);
		const reading = readClock(cut, ahead, START);
		expect(reading.drift).toBe(-360);
		expect(said(offersFor(cut, reading))).toEqual([
			'extend map 18→20',
			'take-up stretch 0→5',
			'extend welcome 10→12',
			'extend pairs 20→25'
		]);
	});

	test('takes up a shorter form of what does not fit whole, and not what does not fit at all', () => {
		const reading = readClock(blocks, ahead, START);
		expect(said(offersFor(blocks, reading))).toContain('take-up stretch 0→4');
		const long = within('stretch', { min: 5 }, blocks);
		expect(offersFor(long, reading).map(({ what }) => what)).not.toContain('take-up');
	});
});

const anyBlock = fc
	.record({
		priority: fc.constantFrom('must' as const, 'trim' as const, 'skip' as const),
		kind: fc.constantFrom('pair', 'small-group', 'protocol'),
		times: fc
			.array(fc.integer({ min: 1, max: 40 }), { minLength: 4, maxLength: 4 })
			.map((times) => times.toSorted((one, other) => one - other)),
		isOut: fc.boolean(),
		spentSeconds: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3000 }))
	})
	.chain(({ times: [min = 1, planned = 1, now = 1, max = 1], isOut, ...rest }) =>
		fc.boolean().map((swap) => ({
			...rest,
			min,
			max,
			planned: swap ? now : planned,
			minutes: isOut && rest.priority === 'skip' ? 0 : swap ? planned : now
		}))
	);

/** A meeting somewhere on its way: before it, between two blocks, or in one. */
const anyMeeting = fc
	.record({
		blocks: fc.array(anyBlock, { minLength: 1, maxLength: 8 }),
		current: fc.option(fc.nat(7), { nil: null }),
		minutes: fc.integer({ min: 10, max: 120 }),
		startedAfter: fc.option(fc.integer({ min: -600, max: 1800 }), { nil: null }),
		inItFor: fc.integer({ min: 0, max: 3000 }),
		seconds: fc.integer({ min: -900, max: 9000 })
	})
	.map(({ blocks, current, minutes, startedAfter, inItFor, seconds }) => {
		const isRunning = startedAfter !== null;
		return {
			blocks: blocks.map((one, index): RunningBlock => ({
				...one,
				id: `block-${index}`,
				title: `Block ${index}`,
				spentSeconds: isRunning ? one.spentSeconds : 0,
				enteredAt: isRunning && index === current ? after(seconds - inItFor) : null
			})),
			meeting: {
				startsAt: START,
				startedAt: startedAfter === null ? null : after(startedAfter),
				minutes
			},
			now: after(seconds)
		};
	});

const spentIn = ({ spentSeconds, enteredAt }: RunningBlock, now: Date) =>
	spentSeconds + (enteredAt ? Math.max(0, now.getTime() - enteredAt.getTime()) / 1000 : 0);
const sumOf = (offers: readonly Offer[]) => offers.reduce((sum, { minutes }) => sum + minutes, 0);
const isMore = ({ what }: Offer) => what === 'extend' || what === 'take-up';

describe('In any meeting', () => {
	test('the end, the drift and the time left agree', () => {
		fc.assert(
			fc.property(anyMeeting, ({ blocks, meeting, now }) => {
				const { endsAt, left, drift } = readClock(blocks, meeting, now);
				expect(endsAt.getTime()).toBe(now.getTime() + (left + drift) * 1000);
				expect(endsAt.getTime()).toBeGreaterThanOrEqual(now.getTime());
			})
		);
	});

	test('time alone never brings the end nearer', () => {
		fc.assert(
			fc.property(anyMeeting, fc.nat(5000), ({ blocks, meeting, now }, passed) => {
				const before = readClock(blocks, meeting, now);
				const later = readClock(blocks, meeting, new Date(now.getTime() + passed * 1000));
				for (const name of ['drift', 'elapsed', 'blockElapsed'] as const)
					expect(later[name]).toBeGreaterThanOrEqual(before[name]);
				for (const name of ['left', 'blockLeft'] as const)
					expect(later[name]).toBeLessThanOrEqual(before[name]);
				expect(later.drift - before.drift).toBeLessThanOrEqual(passed);
			})
		);
	});

	test('an offer changes the drift by exactly its minutes, and undone it was never there', () => {
		fc.assert(
			fc.property(anyMeeting, ({ blocks, meeting, now }) => {
				const reading = readClock(blocks, meeting, now);
				for (const offer of offersFor(blocks, reading)) {
					const taken = take(blocks, [offer]);
					const seconds = offer.minutes * 60 * (isMore(offer) ? 1 : -1);
					expect(readClock(taken, meeting, now).drift).toBeCloseTo(reading.drift + seconds, 3);
					expect(take(taken, [offer], true)).toEqual(blocks);
				}
			})
		);
	});

	test('a block keeps to its least and its most, and to what was spent in it; what is done stays', () => {
		fc.assert(
			fc.property(anyMeeting, fc.nat(90), ({ blocks, meeting, now }, minutes) => {
				const reading = readClock(blocks, meeting, now);
				const currentAt = blocks.findIndex(({ id }) => id === reading.currentId);
				for (const offer of [...offersFor(blocks, reading), ...recover(blocks, reading, minutes)]) {
					const at = blocks.findIndex(({ id }) => id === offer.blockId);
					const one = blocks[at];
					expect(at).toBeGreaterThanOrEqual(currentAt);
					expect(offer.from).toBe(one?.minutes);
					if (!one || offer.what === 'leave-out') {
						expect(one).toMatchObject({ priority: 'skip', enteredAt: null, spentSeconds: 0 });
						expect(offer.to).toBe(0);
						continue;
					}
					expect(offer.to).toBeGreaterThanOrEqual(one.min);
					expect(offer.to).toBeLessThanOrEqual(one.max);
					expect(offer.to * 60).toBeGreaterThanOrEqual(spentIn(one, now));
					if (offer.what === 'trim') expect(one.priority).not.toBe('must');
				}
			})
		);
	});

	test('offers win time only when behind, spend it only when ahead, and never more than there is', () => {
		fc.assert(
			fc.property(anyMeeting, ({ blocks, meeting, now }) => {
				const reading = readClock(blocks, meeting, now);
				for (const offer of offersFor(blocks, reading)) {
					expect(isMore(offer)).toBe(reading.drift < -60);
					if (isMore(offer))
						expect(readClock(take(blocks, [offer]), meeting, now).drift).toBeLessThanOrEqual(0);
				}
			})
		);
	});

	test('to recover wins what it says, all that is asked for where there is so much, each block once', () => {
		fc.assert(
			fc.property(anyMeeting, fc.nat(90), ({ blocks, meeting, now }, minutes) => {
				const reading = readClock(blocks, meeting, now);
				const offers = recover(blocks, reading, minutes);
				const won = reading.drift - readClock(take(blocks, offers), meeting, now).drift;
				expect(won).toBeCloseTo(sumOf(offers) * 60, 3);
				expect(new Set(offers.map(({ blockId }) => blockId)).size).toBe(offers.length);
				const all = sumOf(recover(blocks, reading, 10_000));
				expect(sumOf(offers)).toBeGreaterThanOrEqual(Math.min(minutes, all));
				// No tap could have been spared.
				for (const spared of offers.filter(({ what }) => what !== 'shorten'))
					expect(sumOf(offers) - spared.minutes).toBeLessThan(minutes);
			})
		);
	});
});
