import type { Run } from './plain-pieces.ts';

/** A page of HTML as a booklet sets it. What stands in a list or below an item is set in by its depth. */
export type Printed =
	| { kind: 'heading'; runs: Run[] }
	| { kind: 'paragraph'; runs: Run[]; depth: number }
	| { kind: 'item'; mark: string; runs: Run[]; depth: number }
	| { kind: 'table'; head: string[]; rows: string[][] };

/** Blanks to write in, as long as paper has room for. */
const BLANKS: Record<string, number> = { short: 14, medium: 20, long: 56 };
const ENTITIES: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' '
};

/** @param html of our own rendering: every tag is closed, and there is no script in it. */
export function printedHtml(html: string): Printed[] {
	const reader = new Reader();
	for (const [, closes, tag, attributes, text] of html.matchAll(
		/<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/gi
	)) {
		if (text !== undefined) reader.text(decoded(text));
		else if (tag !== undefined && closes === '') reader.open(tag, attributes ?? '');
		else if (tag !== undefined) reader.close(tag);
	}
	return reader.finish();
}

class Reader {
	#pieces: Printed[] = [];
	#runs: Run[] = [];
	#bold = 0;
	#slanted = 0;
	#lists: { next: number | null }[] = [];
	/** Of the item that was opened and has no words yet. */
	#mark: string | null = null;
	#table: { head: string[]; rows: string[][] } | null = null;
	#row: string[] | null = null;
	#isHead = false;

	text(words: string): void {
		const isFirst = this.#runs.length === 0;
		const text = words.replace(/\s+/g, ' ');
		if (isFirst && text.trim() === '') return;
		this.#runs.push({
			text: isFirst ? text.trimStart() : text,
			bold: this.#bold > 0,
			...(this.#slanted > 0 && { slanted: true })
		});
	}

	open(tag: string, attributes: string): void {
		if (tag === 'strong') this.#bold += 1;
		else if (tag === 'em') this.#slanted += 1;
		else if (tag === 'br') this.#runs.push({ text: '\n', bold: false });
		else if (tag === 'span' && attributes.includes('class="blank"')) {
			const size = /data-size="(\w+)"/.exec(attributes)?.[1] ?? '';
			// Its own underscores add to these.
			if (this.#row === null) this.text('_'.repeat(BLANKS[size] ?? 24));
		} else if (tag === 'ul' || tag === 'ol') {
			this.#flush();
			this.#lists.push({ next: tag === 'ol' ? 1 : null });
		} else if (tag === 'li') {
			this.#flush();
			const list = this.#lists.at(-1);
			this.#mark = list?.next == null ? '•' : `${list.next++}.`;
		} else if (tag === 'table') {
			this.#flush();
			this.#table = { head: [], rows: [] };
		} else if (tag === 'tr') this.#row = [];
		else if (tag === 'th' || tag === 'td') this.#isHead = tag === 'th';
		else if (/^(p|h\d|blockquote)$/.test(tag)) this.#flush();
	}

	close(tag: string): void {
		if (tag === 'strong') this.#bold -= 1;
		else if (tag === 'em') this.#slanted -= 1;
		else if (/^h\d$/.test(tag)) this.#flush('heading');
		else if (tag === 'ul' || tag === 'ol') {
			this.#flush();
			this.#lists.pop();
		} else if (tag === 'li') {
			this.#flush();
			this.#mark = null;
		} else if (tag === 'th' || tag === 'td') this.#cell();
		else if (tag === 'tr') this.#endRow();
		else if (tag === 'table' && this.#table !== null) {
			this.#pieces.push({ kind: 'table', ...this.#table });
			this.#table = null;
		} else if (tag === 'p' || tag === 'blockquote') this.#flush();
	}

	finish(): Printed[] {
		this.#flush();
		return this.#pieces;
	}

	#flush(kind: 'heading' | 'words' = 'words'): void {
		if (this.#table !== null) return;
		const runs = this.#take();
		if (runs.length === 0) return;
		const depth = Math.max(this.#lists.length - 1, 0);
		if (kind === 'heading') this.#pieces.push({ kind, runs });
		else if (this.#mark !== null) {
			this.#pieces.push({ kind: 'item', mark: this.#mark, runs, depth });
			this.#mark = null;
		} else this.#pieces.push({ kind: 'paragraph', runs, depth: this.#lists.length });
	}

	#take(): Run[] {
		const runs = this.#runs;
		this.#runs = [];
		const last = runs.at(-1);
		if (last !== undefined) last.text = last.text.trimEnd();
		return runs.filter(({ text }) => text !== '');
	}

	/** Underscores hold a cell open on the screen; on paper it is empty, with room. */
	#cell(): void {
		const words = this.#take()
			.map(({ text }) => text)
			.join('');
		this.#row?.push(/^[\s_]*$/.test(words) ? '' : words);
	}

	#endRow(): void {
		if (this.#table === null || this.#row === null) return;
		if (this.#isHead) this.#table.head = this.#row;
		else this.#table.rows.push(this.#row);
		this.#row = null;
	}
}

function decoded(text: string): string {
	return text.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (whole, name: string) => {
		if (/^#x/i.test(name)) return String.fromCodePoint(Number.parseInt(name.slice(2), 16));
		if (name.startsWith('#')) return String.fromCodePoint(Number(name.slice(1)));
		return ENTITIES[name] ?? whole;
	});
}
