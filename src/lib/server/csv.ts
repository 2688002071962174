import { stringify } from 'csv-stringify/sync';

/** A spreadsheet runs a cell that starts like this as a formula. */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows of text as CSV that any spreadsheet reads as text and numbers, never as formulas. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
	return stringify(
		rows.map((row) => row.map(neutral)),
		{ bom: true, record_delimiter: 'windows' }
	);
}

function neutral(cell: string): string {
	return FORMULA.test(cell) ? `'${cell}` : cell;
}
