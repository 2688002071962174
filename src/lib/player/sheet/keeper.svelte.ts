import { SvelteMap } from 'svelte/reactivity';
import { baseField, cellField, LONGEST_CELL, type CellMark } from '../../sheet.ts';
import { draftKey, dropDraft, keepDraft, listDrafts, placeOf } from '../answer/device.ts';
import { openFields, thisDevice, type OpenField } from '../answer/unsaved.ts';
import { post, type Posted } from '../post.ts';
import * as cells from './cell.ts';
import type { Cell, CellChoice } from './cell.ts';

const PAUSE = 800;
const FIRST_RETRY = 2_000;
const LAST_RETRY = 60_000;

export type SheetRows = readonly { key: string; cells: Readonly<Record<string, CellMark>> }[];

export type SheetKeeping = {
	ownerId: string;
	blockId: string;
	/** The page that saves it, and by which of its actions. */
	href: string;
	action: string;
	/** Which round; 1 for a plan. */
	number: number;
	/** Whether a column holds words, which can be merged. */
	isWords: (column: string) => boolean;
	rows: SheetRows;
	/** Something was kept: what hangs on it may have changed. */
	onkept: (done: Readonly<Record<string, unknown>>) => void;
};

export type SheetStage =
	| 'empty'
	| 'device'
	| 'saving'
	| 'saved'
	| 'choice'
	| 'too-long'
	| 'unreachable'
	| 'signed-out'
	| 'refused';

/** Keeps all cells of one sheet: on the device at once, on the server at every pause, others’ words merged in. */
export class SheetKeeper implements OpenField {
	readonly #keeping: SheetKeeping;
	readonly #cells = new SvelteMap<string, Cell>();
	#trouble: { kind: 'unreachable' | 'signed-out' | 'refused'; message: string } | null =
		$state.raw(null);
	#isSending = $state(false);
	#hasSaved = $state(false);
	#isOpen = false;
	#writer = '';
	#pause: ReturnType<typeof setTimeout> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#wait = FIRST_RETRY;
	#work: Promise<void> = Promise.resolve();

	constructor(keeping: SheetKeeping) {
		this.#keeping = keeping;
		for (const { key, cells: marks } of keeping.rows) {
			for (const [column, mark] of Object.entries(marks)) {
				this.#cells.set(`${key}/${column}`, cells.begin(mark));
			}
		}
	}

	get place(): string {
		const { blockId, number } = this.#keeping;
		return placeOf({ blockId, part: `${number}` });
	}

	get isUnsaved(): boolean {
		return [...this.#cells.values()].some(cells.isUnsaved);
	}

	get message(): string {
		return this.#trouble?.message ?? '';
	}

	get stage(): SheetStage {
		const all = [...this.#cells.values()];
		if (all.some(({ other }) => other !== null)) return 'choice';
		if (all.some(({ now }) => now.length > LONGEST_CELL)) return 'too-long';
		if (this.#isSending) return 'saving';
		if (this.#trouble !== null) return this.#trouble.kind;
		if (this.isUnsaved) return 'device';
		return this.#hasSaved ? 'saved' : 'empty';
	}

	cell(row: string, column: string): Cell {
		return this.#cells.get(`${row}/${column}`) ?? cells.begin();
	}

	write(row: string, column: string, text: string, pause = PAUSE): void {
		const cell = this.cell(row, column);
		if (cell.now === text) return;
		this.#set(row, column, cells.write(cell, text));
		this.#later(pause);
	}

	choose(row: string, column: string, choice: CellChoice): void {
		this.#set(row, column, cells.choose(this.cell(row, column), choice));
		this.#later(0);
	}

	/** What came back with the page when it was posted as a form: what was typed, beside what others wrote. */
	restore(row: string, column: string, text: string, other: Cell['other'] = null): void {
		const cell = this.cell(row, column);
		this.#cells.set(`${row}/${column}`, { ...cell, now: text, other });
	}

	/** What the server holds was read anew. */
	learn(rows: SheetRows): void {
		for (const { key, cells: marks } of rows) {
			for (const [column, mark] of Object.entries(marks)) {
				const cell = this.cell(key, column);
				const learned = cells.learn(cell, mark, this.#keeping.isWords(column));
				if (learned !== cell) this.#set(key, column, learned);
			}
		}
		if ([...this.#cells.values()].some(cells.canSend)) this.#later(PAUSE);
	}

	/** From here on in the browser. @returns how to stop. */
	attach(): () => void {
		this.#writer = crypto.getRandomValues(new Uint32Array(3)).join('-');
		this.#isOpen = true;
		this.#takeUpDrafts();
		openFields.add(this);
		const hide = () => this.#flush();
		const look = () => (document.visibilityState === 'hidden' ? this.#flush() : this.#again());
		const back = () => this.#again();
		window.addEventListener('pagehide', hide);
		window.addEventListener('online', back);
		window.addEventListener('focus', back);
		document.addEventListener('visibilitychange', look);
		return () => {
			this.#flush();
			this.#isOpen = false;
			clearTimeout(this.#retry);
			openFields.delete(this);
			window.removeEventListener('pagehide', hide);
			window.removeEventListener('online', back);
			window.removeEventListener('focus', back);
			document.removeEventListener('visibilitychange', look);
		};
	}

	/** Saves what can be saved now. @returns whether nothing is unsaved any more. */
	async save(): Promise<boolean> {
		clearTimeout(this.#pause);
		clearTimeout(this.#retry);
		await this.#work;
		if (this.#waiting().length > 0 && !this.#isSending) {
			this.#work = this.#transmit();
			await this.#work;
		}
		return !this.isUnsaved;
	}

	#waiting(): [string, Cell][] {
		return [...this.#cells].filter(([, cell]) => cells.canSend(cell));
	}

	#flush(): void {
		clearTimeout(this.#pause);
		if (this.#isOpen && !this.#isSending && this.#waiting().length > 0) {
			this.#work = this.#transmit();
		}
	}

	#again(): void {
		if (this.#trouble !== null && this.#trouble.kind !== 'refused') void this.save();
	}

	#later(pause: number): void {
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => void this.save(), pause);
	}

	#set(row: string, column: string, cell: Cell): void {
		this.#cells.set(`${row}/${column}`, cell);
		if (this.#isOpen) this.#keepOnDevice(`${row}/${column}`, cell);
	}

	#keepOnDevice(at: string, cell: Cell): void {
		const { ownerId, blockId, href, action, number } = this.#keeping;
		const part = `${number}/${at}`;
		const key = draftKey(ownerId, placeOf({ blockId, part }), this.#writer);
		if (!cells.isUnsaved(cell)) {
			dropDraft(thisDevice(), key);
			return;
		}
		keepDraft(thisDevice(), {
			key,
			ownerId,
			blockId,
			part,
			href,
			action,
			text: cell.now,
			// A team’s words are the team’s to read.
			audience: 'cohort',
			base: cell.other === null ? cell.saved.revision : -1,
			sent: cell.sending ?? cell.sent,
			at: Date.now()
		});
	}

	#takeUpDrafts(): void {
		const { ownerId, blockId, number } = this.#keeping;
		for (const draft of listDrafts(thisDevice(), [ownerId])) {
			const [round, row = '', column = ''] = draft.part.split('/');
			if (draft.blockId !== blockId || round !== `${number}` || column === '') continue;
			this.#set(row, column, cells.takeUp(this.cell(row, column), draft));
			dropDraft(thisDevice(), draft.key);
		}
		if (this.#waiting().length > 0) this.#later(0);
	}

	async #transmit(): Promise<void> {
		const { ownerId, blockId, href, action, number } = this.#keeping;
		const waiting = this.#waiting().map(([at, cell]) => [at, cells.send(cell)] as const);
		const fields: Record<string, string> = { blockId, owner: ownerId, number: `${number}` };
		for (const [at, cell] of waiting) {
			const [row = '', column = ''] = at.split('/');
			this.#cells.set(at, cell);
			fields[cellField(row, column)] = cell.now;
			fields[baseField(row, column)] = `${cell.saved.revision}`;
		}
		this.#isSending = true;
		const posted = await post(href, action, fields);
		this.#isSending = false;
		this.#answered(
			waiting.map(([at]) => at),
			posted
		);
	}

	#answered(sent: readonly string[], posted: Posted): void {
		const sheet = 'data' in posted ? readSheet(posted.data['sheet']) : null;
		const words = (at: string) => this.#keeping.isWords(at.split('/')[1] ?? '');
		for (const at of sent) {
			const [row = '', column = ''] = at.split('/');
			const cell = this.cell(row, column);
			const kept = sheet?.kept.find((one) => `${one.row}/${one.column}` === at);
			const met = sheet?.met.find((one) => `${one.row}/${one.column}` === at);
			if (kept !== undefined) this.#set(row, column, cells.keep(cell, kept, words(at)));
			else if (met !== undefined) this.#set(row, column, cells.meet(cell, met, words(at)));
			else this.#set(row, column, cells.fail(cell));
		}
		if (sheet !== null) {
			this.#trouble = null;
			this.#wait = FIRST_RETRY;
			this.#hasSaved = true;
			this.#keeping.onkept('data' in posted ? fieldsOf(posted.data['sheet']) : {});
			if (this.#waiting().length > 0) this.#later(PAUSE);
			return;
		}
		if (posted.kind === 'signed-out') {
			this.#trouble = { kind: 'signed-out', message: 'You are signed out.' };
		} else if (posted.kind === 'refused') {
			this.#trouble = { kind: 'refused', message: posted.message };
		} else {
			this.#trouble = { kind: 'unreachable', message: '' };
			clearTimeout(this.#retry);
			if (!this.#isOpen) return;
			this.#retry = setTimeout(() => void this.save(), this.#wait);
			this.#wait = Math.min(LAST_RETRY, this.#wait * 2);
		}
	}
}

type Kept = { row: string; column: string; text: string; revision: number };
type Met = { row: string; column: string; theirs: string; revision: number; by: string | null };

/** What the action says it kept, and what somebody else changed first. */
function readSheet(value: unknown): { kept: Kept[]; met: Met[] } | null {
	const { kept, met } = fieldsOf(value);
	if (!Array.isArray(kept) || !Array.isArray(met)) return null;
	return {
		kept: kept.map(fieldsOf).map(({ row, column, text, revision }) => ({
			row: String(row),
			column: String(column),
			text: String(text),
			revision: Number(revision)
		})),
		met: met.map(fieldsOf).map(({ row, column, theirs, revision, by }) => ({
			row: String(row),
			column: String(column),
			theirs: String(theirs),
			revision: Number(revision),
			by: typeof by === 'string' ? by : null
		}))
	};
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}
