import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../csv.ts';

/** A reader of CSV that knows only quotes, commas and line ends. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let isQuoted = false;
	const characters = [...text.replace(/^\uFEFF/, '')];
	for (let at = 0; at < characters.length; at += 1) {
		const character = characters[at] ?? '';
		if (isQuoted && character === '"' && characters[at + 1] === '"') {
			cell += '"';
			at += 1;
		} else if (character === '"') isQuoted = !isQuoted;
		else if (isQuoted) cell += character;
		else if (character === ',') {
			row.push(cell);
			cell = '';
		} else if (character === '\r' && characters[at + 1] === '\n') {
			rows.push([...row, cell]);
			row = [];
			cell = '';
			at += 1;
		} else cell += character;
	}
	return rows;
}

const cell = fc.oneof(
	fc.string(),
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", 'a') })
);
const table = fc
	.integer({ min: 2, max: 5 })
	.chain((width) =>
		fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 })
	);

describe('the CSV of a network', () => {
	it('reads back as it was written, but for the apostrophe before a formula', () => {
		fc.assert(
			fc.property(table, (rows) => {
				const read = readCsv(writeCsv(rows));
				expect(read).toEqual(
					rows.map((row) => row.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)))
				);
			}),
			{ seed: 20261122 }
		);
	});

	it('has no cell that a spreadsheet would run', () => {
		fc.assert(
			fc.property(table, (rows) => {
				for (const text of readCsv(writeCsv(rows)).flat()) expect(text).not.toMatch(/^[=+\-@\t\r]/);
			}),
			{ seed: 20261122 }
		);
	});
});
