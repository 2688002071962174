/** A sheet is a table that a team fills in at the same time: a plan, or one round of an assessment. */

/** What stands in a cell; revision 0 for nothing yet. */
export interface CellMark {
	text: string;
	revision: number;
	/** Who wrote it last; null for the author's starting text. */
	by: string | null;
	at: string | null;
}

export const noCell: CellMark = { text: '', revision: 0, by: null, at: null };

/** A cell that was kept, with what stands in it now: other people's words may have come in. */
export interface KeptCell {
	row: string;
	column: string;
	text: string;
	revision: number;
}

/** Two people changed one place of a cell. Nothing was overwritten. */
export interface MetCell {
	row: string;
	column: string;
	mine: string;
	theirs: string;
	revision: number;
	by: string | null;
}

export const LONGEST_CELL = 2_000;

/** The names of a cell's fields in a form. */
export const cellField = (row: string, column: string) => `cell:${row}:${column}`;
export const baseField = (row: string, column: string) => `base:${row}:${column}`;
