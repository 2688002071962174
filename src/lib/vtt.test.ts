import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseVtt } from './vtt.ts';

test('reads cues with names, settings, tags, entities and two lines', () => {
	const { cues, complaints } = parseVtt(
		'\uFEFFWEBVTT - a title\r\n\r\nNOTE\r\nnot a cue\r\n\r\n1\r\n00:00:01.500 --> 00:00:04.000 align:start\r\n<v Ana>Bread &amp; <i>roses</i>\r\nfor all\r\n\r\n01:00:00.000 --> 01:00:01.000\r\nLater\r\n'
	);
	expect(complaints).toEqual([]);
	expect(cues).toEqual([
		{ from: 1.5, to: 4, text: 'Bread & roses for all' },
		{ from: 3600, to: 3601, text: 'Later' }
	]);
});

test('says where cues are out of order or empty', () => {
	const { complaints } = parseVtt(
		'WEBVTT\n\n00:05.000 --> 00:06.000\nB\n\n00:01.000 --> 00:02.000\nA\n\n00:07.000 --> 00:08.000\n\n'
	);
	expect(complaints.map(({ line }) => line)).toEqual([6, 9]);
});

test('any text gives cues or complaints, never an error', () => {
	const piece = fc.oneof(
		fc.string(),
		fc.constantFrom('WEBVTT', '\n', '-->', '00:01.000 --> 00:02.000', '<')
	);
	fc.assert(
		fc.property(fc.array(piece), (pieces) => {
			const { cues, complaints } = parseVtt(pieces.join(''));
			expect(cues.length + complaints.length).toBeGreaterThan(0);
			expect(cues.every(({ from, to, text }) => from < to && text !== '')).toBe(true);
		})
	);
});
