import { expect, test } from 'vitest';
import { afterMessage, type Room, type WallEntry, type WallPart } from './room.ts';

const entry = (id: string, change: Partial<WallEntry> = {}): WallEntry => ({
	id,
	text: `What ${id} says`,
	name: null,
	isHidden: false,
	isHighlighted: false,
	themeId: null,
	votes: 0,
	...change
});

const themes = [{ id: 'nights', name: 'Nights' }];

function roomWith(wall: Partial<WallPart>): Room {
	return {
		number: 7,
		run: {
			status: 'running',
			startsAt: '',
			zone: 'America/New_York',
			minutes: 60,
			startedAt: null,
			endedAt: null,
			current: null,
			blocks: [],
			undo: null
		},
		asked: { now: null, earlier: [] },
		wall: { askId: 'ask', isWhole: true, entries: [], themes, ...wall },
		people: { here: 0, list: [], missing: [] },
		parked: { items: [], looksFirst: false },
		breakout: null,
		screen: { hasParked: false, hasAskedInFront: false }
	};
}

const told = (wall: Partial<WallPart>, number = 8) => ({
	number,
	now: '',
	wall: {
		askId: 'ask',
		isWhole: false,
		entries: [],
		themes: themes.map((one) => ({ ...one })),
		...wall
	}
});

test('one more answer leaves every other answer, and the themes, as they were', () => {
	const known = [entry('a'), entry('b')];
	const room = roomWith({ entries: known });
	const { wall } = afterMessage(room, told({ entries: [entry('c')] }));
	expect(wall.entries).toEqual([...known, entry('c')]);
	expect(wall.entries[0]).toBe(known[0]);
	expect(wall.themes).toBe(room.wall.themes);
});

test('what changed takes the place of what was, themes as well', () => {
	const room = roomWith({ entries: [entry('a'), entry('b')] });
	const renamed = [{ id: 'nights', name: 'Late work' }];
	const { wall } = afterMessage(
		room,
		told({ entries: [entry('a', { votes: 1 })], themes: renamed })
	);
	expect(wall.entries).toEqual([entry('a', { votes: 1 }), entry('b')]);
	expect(wall.themes).toEqual(renamed);
});

test('another question’s wall begins anew, and an old message changes nothing', () => {
	const room = roomWith({ entries: [entry('a')] });
	const other = afterMessage(room, told({ askId: 'other', entries: [entry('z')] }));
	expect(other.wall.entries).toEqual([entry('z')]);
	expect(afterMessage(room, told({ entries: [entry('c')] }, 6))).toBe(room);
});
