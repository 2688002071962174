import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockAt, momentNear } from './times.ts';

const ZONES = ['America/New_York', 'America/Phoenix', 'Asia/Kathmandu', 'Pacific/Apia', 'UTC'];
const HOUR = 60 * 60 * 1000;

const meetings = fc
	.tuple(
		fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true }),
		fc.integer({ min: 5, max: 600 })
	)
	.map(([startedAt, minutes]) => ({
		startedAt,
		endedAt: new Date(startedAt.getTime() + minutes * 60_000)
	}));

test('what the clock shows in a meeting, or within hours of it, is that moment again', () => {
	fc.assert(
		fc.property(
			meetings,
			fc.constantFrom(...ZONES),
			fc.double({ min: 0, max: 1, noNaN: true }),
			fc.integer({ min: -3, max: 3 }),
			(meeting, zone, part, hours) => {
				const { startedAt, endedAt } = meeting;
				const length = endedAt.getTime() - startedAt.getTime();
				const moment = new Date(startedAt.getTime() + part * length + hours * HOUR);
				const clock = clockAt(zone, moment);
				const found = momentNear(zone, clock, meeting);
				expect(found && clockAt(zone, found)).toBe(clock);
				// An hour that the clocks show twice in autumn is either of the two.
				const off = Math.abs((found?.getTime() ?? 0) - moment.getTime());
				expect(off % HOUR < 60_000 && off < HOUR + 60_000).toBe(true);
			}
		)
	);
});

test('a meeting past midnight takes its hours from both days', () => {
	const meeting = {
		startedAt: new Date('2026-11-19T04:30:00Z'),
		endedAt: new Date('2026-11-19T06:00:00Z')
	};
	const at = (clock: string) => momentNear('America/New_York', clock, meeting)?.toISOString();
	expect(at('23:40')).toBe('2026-11-19T04:40:00.000Z');
	expect(at('00:50')).toBe('2026-11-19T05:50:00.000Z');
	expect(momentNear('UTC', 'noon', meeting)).toBeNull();
});
