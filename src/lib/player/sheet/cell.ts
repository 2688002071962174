import { merge } from '../../merge.ts';
import { LONGEST_CELL, noCell, type CellMark } from '../../sheet.ts';

/** What an open page knows of one cell, as plain values: every change is a function from one state to the next. */
export type Cell = {
	now: string;
	/** What the server is known to hold. */
	saved: CellMark;
	/** What is on its way. */
	sending: string | null;
	/** What was sent and never acknowledged: the server may hold it or not. */
	sent: string | null;
	/** What somebody else wrote at the same place: nothing is sent before the writer has chosen. */
	other: { text: string; by: string | null } | null;
};

export function begin(saved: CellMark = noCell, now: string = saved.text): Cell {
	return { now, saved, sending: null, sent: null, other: null };
}

export function isUnsaved({ now, saved, other }: Cell): boolean {
	return now !== saved.text || other !== null;
}

export function canSend({ now, saved, other }: Cell): boolean {
	return now !== saved.text && other === null && now.length <= LONGEST_CELL;
}

export function write(cell: Cell, now: string): Cell {
	return { ...cell, now };
}

export function send(cell: Cell): Cell {
	return { ...cell, sending: cell.now };
}

/** The server has it, perhaps with what others wrote elsewhere in it. */
export function keep(
	cell: Cell,
	{ text, revision }: { text: string; revision: number },
	isWords: boolean
): Cell {
	const sent = cell.sending ?? cell.now;
	const known = { ...cell.saved, text: sent };
	const mark = { text, revision, by: null, at: null };
	return learn({ ...cell, saved: known, sending: null, sent: null }, mark, isWords);
}

/** Somebody else changed the same place first, and nothing was written. */
export function meet(
	cell: Cell,
	{ theirs, revision, by }: { theirs: string; revision: number; by: string | null },
	isWords: boolean
): Cell {
	return learn({ ...cell, sending: null }, { text: theirs, revision, by, at: null }, isWords);
}

export function fail(cell: Cell): Cell {
	return { ...cell, sending: null, sent: cell.sending ?? cell.sent };
}

/** What the server holds was read anew. */
export function learn(cell: Cell, mark: CellMark, isWords: boolean): Cell {
	const { now, saved, sent, other } = cell;
	// The answer to what is on its way will say it.
	if (cell.sending !== null || mark.revision <= saved.revision) return cell;
	const learned = { ...cell, saved: mark };
	if (other !== null) return { ...learned, other: { text: mark.text, by: mark.by } };
	if (now === saved.text || now === mark.text) return { ...learned, now: mark.text, sent: null };
	// An earlier save of this very page, whose answer got lost.
	if (mark.text === sent) return { ...learned, sent: null };
	const merged = isWords ? merge(now, saved.text, mark.text) : null;
	if (merged !== null) return { ...learned, now: merged, sent: null };
	return { ...learned, other: { text: mark.text, by: mark.by }, sent: null };
}

/** Words of this page that were kept on the device, and over which revision they were written. */
export function takeUp(
	cell: Cell,
	draft: { text: string; base: number; sent: string | null }
): Cell {
	const { saved, now } = cell;
	if (draft.text === saved.text || draft.text === now) return cell;
	if (now === saved.text && (draft.base === saved.revision || draft.sent === saved.text)) {
		return { ...cell, now: draft.text, sent: draft.sent };
	}
	return { ...cell, now: draft.text, other: { text: now, by: saved.by } };
}

export type CellChoice = 'mine' | 'other' | 'both';

export function choose(cell: Cell, choice: CellChoice): Cell {
	const { now, other } = cell;
	if (other === null) return cell;
	const kept = { mine: now, other: other.text, both: `${other.text}\n${now}` };
	return { ...cell, now: kept[choice], other: null };
}
