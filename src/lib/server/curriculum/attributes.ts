import { parseExpressionAt } from 'acorn';
import { literal } from './literal.ts';

export interface Attributes {
	props: Record<string, unknown>;
	lines: Record<string, number>;
	complaints: { line: number; message: string }[];
}

/** What one tag says, as data; lines are counted from the tag's own line as 0. */
export function readAttributes(tag: string, name: string): Attributes {
	return new TagReader(tag, name).read();
}

/** Reads a tag as Svelte will, but for code, which it refuses. Svelte's own parser takes a second to load. */
class TagReader {
	private readonly found: Attributes = { props: {}, lines: {}, complaints: [] };
	private readonly tag: string;
	private readonly name: string;
	private at: number;

	constructor(tag: string, name: string) {
		this.tag = tag;
		this.name = name;
		this.at = name.length + 1;
	}

	read(): Attributes {
		const end = this.tag.length - (this.tag.endsWith('/>') ? 2 : 1);
		try {
			for (this.skip(/\s*/y); this.at < end; this.skip(/\s*/y)) this.readAttribute();
		} catch (error) {
			const at = positionOf(error) ?? this.at;
			const near = this.tag.slice(at, at + 20).split('\n')[0] ?? '';
			this.complain(
				at,
				`<${this.name} …> cannot be read: check its quotes, braces and commas near "${near}".`
			);
		}
		return this.found;
	}

	private readAttribute(): void {
		const start = this.at;
		const name = this.skip(/[A-Za-z_][\w-]*(?=[\s=/>])/y);
		if (name === '') {
			this.skip(/\{[^}]*\}|[^\s{]+/y);
			this.complain(start, `<${this.name} …> has something that is not name="value". Remove it.`);
			return;
		}
		if (this.found.lines[name] !== undefined) {
			this.complain(start, `\`${name}\` is written twice. Keep one.`);
		}
		this.found.lines[name] = this.lineAt(start);
		try {
			this.found.props[name] = this.skip(/=/y) === '' ? true : this.readValue();
		} catch (error) {
			if (positionOf(error) !== null) throw error;
			this.complain(
				start,
				`\`${name}\` must be plain data: text in quotes, numbers, lists [ ] and groups { }, no code.`
			);
		}
	}

	private readValue(): unknown {
		const quote = this.skip(/["']/y);
		if (quote !== '') {
			const text = this.skip(quote === '"' ? /[^"]*/y : /[^']*/y);
			this.at += 1;
			// Svelte would read a brace in a text as code.
			if (text.includes('{')) throw new Error('code');
			return text;
		}
		if (this.skip(/\{/y) === '') return this.skip(/[^\s>]+/y);
		const expression = parseExpressionAt(this.tag, this.at, { ecmaVersion: 'latest' });
		this.at = expression.end;
		this.skip(/\s*/y);
		if (this.skip(/\}/y) === '') throw new Unreadable(this.at);
		return literal(expression);
	}

	/** Goes past what stands here, and answers it. */
	private skip(pattern: RegExp): string {
		pattern.lastIndex = this.at;
		const [text = ''] = pattern.exec(this.tag) ?? [];
		this.at += text.length;
		return text;
	}

	private complain(at: number, message: string): void {
		this.found.complaints.push({ line: this.lineAt(at), message });
	}

	private lineAt(offset: number): number {
		return this.tag.slice(0, offset).split('\n').length - 1;
	}
}

class Unreadable extends Error {
	readonly pos: number;

	constructor(pos: number) {
		super('A brace is missing.');
		this.pos = pos;
	}
}

/** Where acorn stopped. */
function positionOf(error: unknown): number | null {
	if (typeof error !== 'object' || error === null || !('pos' in error)) return null;
	return typeof error.pos === 'number' ? error.pos : null;
}
