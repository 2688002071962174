import * as v from 'valibot';
import { LONGEST_CELL } from '../../sheet.ts';
import { pageOwner } from '../answers/index.ts';
import { Invalid } from '../errors.ts';
import { readForm, readInput, uuid, wholeNumber, words } from '../forms.ts';

/** A page never has more cells than this. */
const MOST_CELLS = 1_000;

const name = v.pipe(v.string(), v.regex(/^[a-z0-9-]{1,60}$/, 'There is no such cell here.'));

const cell = v.object({
	row: name,
	column: name,
	text: words(LONGEST_CELL, 'what you write here'),
	base: wholeNumber(0, 1_000_000_000, 'the revision')
});

export type CellEdit = v.InferOutput<typeof cell>;

/** What a button of a sheet's form may do beside keeping what was typed. */
const act = v.pipe(
	v.optional(v.string(), 'save'),
	v.regex(
		/^(save|add|close|open|join|(up|down|remove|restore|plan):[a-z0-9-]{1,60})$/,
		'There is no such button here.'
	)
);

const sheetFields = v.object({
	blockId: v.pipe(v.string(), v.maxLength(200)),
	owner: pageOwner,
	number: v.optional(wholeNumber(1, 1_000, 'the round'), '1'),
	act,
	/** Who took part in the round that is closed. */
	here: v.optional(
		v.pipe(
			v.union([v.array(uuid), uuid]),
			v.transform((people) => [...new Set([people].flat())])
		),
		[]
	)
});

/** One cell as an open page that was left sends it later: which, as `round/row/column`. */
const leftFields = v.object({
	part: v.pipe(v.string(), v.regex(/^\d{1,4}\/[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/)),
	text: words(LONGEST_CELL, 'what you write here'),
	base: wholeNumber(0, 1_000_000_000, 'the revision')
});

export type SheetInput = v.InferOutput<typeof sheetFields> & { cells: CellEdit[] };

/** Reads a sheet's form: `cell:row:column` is what stands in a cell, `base:row:column` the revision it is over. */
export function readSheetForm(form: FormData): SheetInput {
	if (form.has('part')) {
		const { part, text, base } = readForm(form, leftFields);
		const [number, row = '', column = ''] = part.split('/');
		const input = { ...readForm(form, sheetFields), number: Number(number) };
		return { ...input, cells: [{ row, column, text, base }] };
	}
	const names = [...new Set(form.keys())].filter((key) => key.startsWith('cell:'));
	if (names.length > MOST_CELLS) throw new Invalid('That is more than a page holds.');
	const cells = names.map((key) => readCell(form, key));
	const input = { ...readForm(form, sheetFields), cells };
	if (input.act === 'save' && cells.length === 0) throw new Invalid('There was nothing to save.');
	return input;
}

function readCell(form: FormData, key: string): CellEdit {
	const [, row = '', column = ''] = key.split(':');
	// A field that is sent twice is refused, as everywhere.
	const only = (name: string) => (form.getAll(name).length === 1 ? form.get(name) : null);
	try {
		return readInput({ row, column, text: only(key), base: only(`base:${row}:${column}`) }, cell);
	} catch (thrown) {
		if (!(thrown instanceof Invalid)) throw thrown;
		throw new Invalid(thrown.message, { [key]: thrown.message });
	}
}
