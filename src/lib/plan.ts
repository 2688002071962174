import type { PlanColumn, PlayerPlan } from './blocks.ts';
import type { CellMark } from './sheet.ts';

export interface PlanRow {
	key: string;
	cells: Record<string, CellMark>;
}

/** A team's plan as it stands. */
export interface PlanWork {
	/** Grows with every change; 0 while nobody has begun. */
	revision: number;
	team: string;
	rows: PlanRow[];
	/** Rows that were taken out, and can be brought back. */
	removed: { key: string; name: string }[];
	/** The names of the team, to choose owners from. */
	people: string[];
	/** At least one row has all that it needs. */
	isDone: boolean;
	/** The viewer wrote in it, or said that they took part. */
	tookPart: boolean;
}

/**
 * A row counts when somebody of the team wrote in it, so that the author's example does not, and every column
 * that the author did not call optional has something in it.
 */
export function isWhole(
	columns: readonly PlanColumn[],
	cellOf: (column: string) => { text: string; isTheirs: boolean } | undefined
): boolean {
	return (
		columns.some(({ id }) => cellOf(id)?.isTheirs === true) &&
		columns.every(({ id, optional }) => optional || (cellOf(id)?.text ?? '').trim() !== '')
	);
}

/** What a row is called where there is no place for all of it: its first words. */
export function rowName(block: PlayerPlan, textOf: (column: string) => string): string {
	const texts = block.columns.filter(({ kind }) => kind === 'text' || kind === 'person');
	const name = texts.map(({ id }) => textOf(id).trim()).find((text) => text !== '') ?? '';
	const [line = ''] = name.split('\n');
	return line.length > 80 ? `${line.slice(0, 78).replace(/\s+\S*$/, '')}…` : line;
}
