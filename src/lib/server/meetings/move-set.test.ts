import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { momentIn, writtenIn } from '../cohorts/index.ts';
import { daysOf, laterOnClock, minutesBetween } from './dates.ts';
import { clashing, moveSet, type InSet } from './move-set.ts';

const NEW_YORK = 'America/New_York';

function standing(zone: string, written: string, setTime = written): InSet {
	const startsAt = momentIn(zone, written) ?? new Date(NaN);
	return { id: setTime, startsAt, zone, setTime };
}

function weekly(zone: string, first: string, time: string, count: number): InSet[] {
	return daysOf({ first, everyDays: 7, count, skip: [] }).map(({ day }) =>
		standing(zone, `${day}T${time}`)
	);
}

/** Moves the set by its meeting at `at`, and says what clocks show then. */
function moved(set: InSet[], at: number, written: string, zone = set[at]?.zone ?? 'UTC') {
	const front = set[at];
	if (front === undefined) throw new Error('There is no such meeting.');
	const from = { written: writtenIn(front.zone, front.startsAt), zone: front.zone };
	return moveSet(set, front, from, { written, zone }) ?? [];
}

const shown = (set: readonly InSet[]) => set.map((one) => writtenIn(one.zone, one.startsAt));

describe('A set that is moved', () => {
	const wednesdays = weekly(NEW_YORK, '2026-12-09', '15:30', 4);

	test('goes from Wednesday 15:30 to Thursday 16:00', () => {
		expect(shown(moved(wednesdays, 1, '2026-12-17T16:00'))).toEqual([
			'2026-12-10T16:00',
			'2026-12-17T16:00',
			'2026-12-24T16:00',
			'2026-12-31T16:00'
		]);
	});

	test('to another zone is at the same time of the clock there', () => {
		const there = moved(wednesdays, 0, '2026-12-09T15:30', 'Europe/Berlin');
		expect(shown(there)).toEqual(shown(wednesdays));
		expect(there[0]?.startsAt.toISOString()).toBe('2026-12-09T14:30:00.000Z');
	});

	test('keeps a zone of its own, unless another one is chosen', () => {
		const far = standing('America/Chicago', '2026-12-16T15:30');
		const set = [...wednesdays.slice(0, 1), far];
		expect(moved(set, 0, '2026-12-10T16:00')[1]).toMatchObject({ zone: 'America/Chicago' });
		const all = moved(set, 0, '2026-12-10T16:00', 'Europe/Berlin');
		expect(all.map(({ zone }) => zone)).toEqual(['Europe/Berlin', 'Europe/Berlin']);
	});

	test('leaves one that was moved alone where it was put, and takes it along in the set', () => {
		const friday = standing(NEW_YORK, '2026-12-18T10:00', '2026-12-16T15:30');
		const set = wednesdays.with(1, friday);
		const after = moved(set, 0, '2026-12-10T16:00');
		expect(shown(after)).toEqual([
			'2026-12-10T16:00',
			'2026-12-18T10:00',
			'2026-12-24T16:00',
			'2026-12-31T16:00'
		]);
		expect(after.map(({ isApart }) => isApart)).toEqual([false, true, false, false]);
		expect(after[1]?.setTime).toBe('2026-12-17T16:00');
	});

	test('from one that was moved alone, goes by the way from where the set had it', () => {
		const friday = standing(NEW_YORK, '2026-12-18T10:00', '2026-12-16T15:30');
		const after = moved(wednesdays.with(1, friday), 1, '2026-12-17T16:00');
		expect(shown(after)).toEqual([
			'2026-12-10T16:00',
			'2026-12-17T16:00',
			'2026-12-24T16:00',
			'2026-12-31T16:00'
		]);
		expect(after.some(({ isApart }) => isApart)).toBe(false);
	});

	test('to where it is does not move, not even from one that was moved alone', () => {
		const friday = standing(NEW_YORK, '2026-12-18T10:00', '2026-12-16T15:30');
		const set = wednesdays.with(1, friday);
		expect(moved(set, 1, '2026-12-18T10:00')).toEqual(
			set.map((one) => ({ ...one, isApart: false }))
		);
	});

	test('through an hour that a clock leaves out is not taken for one that was moved alone', () => {
		const set = weekly(NEW_YORK, '2027-03-07', '01:30', 3);
		const early = moved(set, 0, '2027-03-07T02:30');
		expect(shown(early)).toEqual(['2027-03-07T02:30', '2027-03-14T03:30', '2027-03-21T02:30']);
		const late = moved(early, 0, '2027-03-07T15:30');
		expect(late.map(({ isApart }) => isApart)).toEqual([false, false, false]);
		expect(shown(late)).toEqual(['2027-03-07T15:30', '2027-03-14T15:30', '2027-03-21T15:30']);
	});
});

describe('Any set', () => {
	const zone = fc.constantFrom(NEW_YORK, 'America/Phoenix', 'Europe/Berlin', 'Australia/Lord_Howe');
	const day = fc
		.date({ min: new Date('2026-01-01'), max: new Date('2034-12-31'), noInvalidDate: true })
		.map((date) => date.toISOString().slice(0, 10));
	/** Of the day: no clock leaves one out or shows it twice. */
	const time = fc
		.integer({ min: 6 * 60, max: 22 * 60 })
		.map((minute) => laterOnClock('2026-01-01T00:00', minute).slice(11));
	const some = fc.record({
		zone,
		to: zone,
		first: day,
		time,
		count: fc.integer({ min: 2, max: 40 }),
		at: fc.nat(39),
		days: fc.integer({ min: -6, max: 20 }),
		newTime: time,
		alone: fc.uniqueArray(fc.nat(39), { maxLength: 5 })
	});

	test('moves each by the same days and to the same time of the clock, over every clock change', () => {
		fc.assert(
			fc.property(some, ({ zone: own, to, first, time: old, count, at, days, newTime, alone }) => {
				const front = at % count;
				const set = weekly(own, first, old, count).map((one, index) =>
					alone.includes(index) && index !== front
						? standing(own, laterOnClock(one.setTime, 75), one.setTime)
						: one
				);
				const day0 = set[front]?.setTime.slice(0, 10) ?? '';
				const written = `${laterOnClock(`${day0}T00:00`, days * 24 * 60).slice(0, 10)}T${newTime}`;
				const way = minutesBetween(`${day0}T${old}`, written);
				const after = moved(set, front, written, to);
				const isSame = own === to && way === 0;
				expect(after.map(({ id }) => id)).toEqual(set.map(({ id }) => id));
				for (const [index, one] of after.entries()) {
					const before = set[index];
					const isApart = alone.includes(index) && index !== front;
					expect(one.isApart).toBe(isApart && !isSame);
					expect(minutesBetween(before?.setTime ?? '', one.setTime)).toBe(way);
					if (isApart) expect(one.startsAt).toEqual(before?.startsAt);
					else expect(writtenIn(to, one.startsAt)).toBe(one.setTime);
				}
			})
		);
	});

	test('is moved and moved back to where it was', () => {
		fc.assert(
			fc.property(some, ({ zone: own, to, first, time: old, count, at, days, newTime }) => {
				const front = at % count;
				const set = weekly(own, first, old, count);
				const day0 = set[front]?.setTime ?? '';
				const written = `${laterOnClock(day0, days * 24 * 60).slice(0, 10)}T${newTime}`;
				const there = moved(set, front, written, to);
				const back = moved(there, front, day0, own);
				expect(back).toEqual(set.map((one) => ({ ...one, isApart: false })));
			})
		);
	});
});

describe('A clash', () => {
	const at = (id: string, startsAt: string, minutes = 60) => ({
		id,
		startsAt: new Date(startsAt),
		minutes
	});
	const moving = at('moving', '2026-12-10T21:00Z');

	test('is with who meets at the same time, not with who comes right before or after, nor with itself', () => {
		const before = at('before', '2026-12-10T20:00Z');
		const into = at('into', '2026-12-10T20:00Z', 61);
		const around = at('around', '2026-12-10T20:00Z', 240);
		const during = at('during', '2026-12-10T21:20Z', 5);
		const after = at('after', '2026-12-10T22:00Z');
		expect(clashing(moving, [before, into, around, during, after, moving])).toEqual([
			into,
			around,
			during
		]);
	});
});
