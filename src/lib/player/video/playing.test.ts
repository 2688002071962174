import { describe, expect, test } from 'vitest';
import { commandOf } from './keys.ts';
import { nextSpeed } from './speed.ts';
import { stopBetween } from './stops.ts';
import { clockTime } from '../../ui/time.ts';
import { currentPart, resumeAt } from './times.ts';

const plain = { ctrlKey: false, altKey: false, metaKey: false };

describe('keys', () => {
	test.each([
		[' ', { do: 'toggle' }],
		['k', { do: 'toggle' }],
		['K', { do: 'toggle' }],
		['ArrowLeft', { do: 'move', by: -5 }],
		['ArrowRight', { do: 'move', by: 5 }],
		['j', { do: 'move', by: -10 }],
		['l', { do: 'move', by: 10 }],
		['<', { do: 'slower' }],
		['>', { do: 'faster' }],
		['x', null],
		['Tab', null]
	])('%j in the player', (key, expected) => {
		expect(commandOf({ ...plain, key }, 'player')).toEqual(expected);
	});

	test('a button keeps its space and a slider its arrows', () => {
		expect(commandOf({ ...plain, key: ' ' }, 'control')).toBeNull();
		expect(commandOf({ ...plain, key: 'ArrowLeft' }, 'slider')).toBeNull();
	});

	test("the browser's own shortcuts are left alone", () => {
		expect(commandOf({ ...plain, ctrlKey: true, key: 'f' }, 'player')).toBeNull();
		expect(commandOf({ ...plain, metaKey: true, key: 'c' }, 'player')).toBeNull();
	});
});

describe('stops', () => {
	const stops = [
		{ at: 10, prompt: 'first' },
		{ at: 20, prompt: 'second' }
	];

	test('playing comes upon a stop at its second', () => {
		expect(stopBetween(stops, 9.8, 10.05, [])?.prompt).toBe('first');
		expect(stopBetween(stops, 10.05, 10.3, [])).toBeNull();
	});

	test('a stop that was asked is passed', () => {
		expect(stopBetween(stops, 9, 11, ['first'])).toBeNull();
	});
});

test('a video resumes where it stopped, but begins again near its end', () => {
	expect(resumeAt(83.2, 125)).toBe(83.2);
	expect(resumeAt(122, 125)).toBe(0);
	expect(resumeAt(500, 125)).toBe(0);
});

test('the current line is the last that has begun', () => {
	const lines = [{ from: 1 }, { from: 5 }];
	expect([0, 1, 4.9, 5, 99].map((time) => currentPart(lines, time))).toEqual([-1, 0, 0, 1, 1]);
});

test('speeds go one step up or down, and no further', () => {
	expect(nextSpeed(1, 'faster')).toBe(1.25);
	expect(nextSpeed(1, 'slower')).toBe(0.75);
	expect(nextSpeed(2, 'faster')).toBe(2);
	expect(nextSpeed(0.5, 'slower')).toBe(0.5);
});

test('times read as on a clock', () => {
	expect([0, 5.9, 65, 125, 3725].map(clockTime)).toEqual([
		'0:00',
		'0:05',
		'1:05',
		'2:05',
		'1:02:05'
	]);
});
