import type { BlockKind } from '../../blocks.ts';
import { readAttributes } from './attributes.ts';
import { blockKindOf } from './blocks/index.ts';
import { modeOf, type Mode } from './modes.ts';
import { notABlock, readProse } from './prose.ts';

/**
 * Finds the blocks in a step as it is written, for the check and for the preprocessor.
 * A block's tag begins a line; everything else is prose, in which code has no place.
 */

export interface WrittenTag {
	/** The line (from 1) of the tag in the file. */
	line: number;
	/** Where the tag begins in the body, and its name's length with the `<`. */
	offset: number;
	nameLength: number;
	/** Where the tag ends. */
	endOffset: number;
	/** Where the closing tag begins in the body, when there is one. */
	closeOffset: number | null;
}

export interface WrittenBlock extends WrittenTag {
	kind: BlockKind;
	props: Record<string, unknown>;
	/** The line of each attribute. */
	lines: Record<string, number>;
	prompt: string | null;
}

/** Prose for one of the modes in which a module can be worked through. */
export interface WrittenWrap extends WrittenTag {
	kind: Mode;
}

export interface Complaint {
	line: number;
	message: string;
}

export interface Written {
	blocks: WrittenBlock[];
	wraps: WrittenWrap[];
	complaints: Complaint[];
	/** Files in the media folder, and handouts, that the prose shows or links. */
	mentions: { file: string; line: number }[];
	/** Whether there are words outside blocks. */
	hasProse: boolean;
}

export function readWritten(body: string, bodyLine: number): Written {
	return new StepReader(body, bodyLine).read();
}

interface OpenBlock {
	block: WrittenBlock | null;
	wrap: WrittenWrap | null;
	name: string;
	line: number;
	bodyFrom: number;
}

class StepReader {
	private readonly written: Written = {
		blocks: [],
		wraps: [],
		complaints: [],
		mentions: [],
		hasProse: false
	};
	private readonly body: string;
	private readonly bodyLine: number;
	private readonly lines: string[];
	private open: OpenBlock | null = null;
	private fence: string | null = null;

	constructor(body: string, bodyLine: number) {
		this.body = body;
		this.bodyLine = bodyLine;
		this.lines = body.split('\n');
	}

	read(): Written {
		let offset = 0;
		let index = 0;
		while (index < this.lines.length) {
			const taken = this.readLine(index, offset);
			for (let end = index + taken; index < end; index += 1) {
				offset += (this.lines[index] ?? '').length + 1;
			}
		}
		if (this.open) {
			const { name, line } = this.open;
			const message = `<${name}> is never closed. Write </${name}> on a line of its own after its words.`;
			this.written.complaints.push({ line, message });
		}
		return this.written;
	}

	/** Answers how many lines it took: a tag may have several. */
	private readLine(index: number, offset: number): number {
		const line = this.lines[index] ?? '';
		if (this.isFenced(line)) return 1;
		const closing = /^<\/([A-Z]\w*)\s*>\s*$/.exec(line)?.[1];
		if (closing !== undefined) {
			this.close(closing, index, offset);
			return 1;
		}
		const name = /^<([A-Z]\w*)/.exec(line)?.[1];
		if (name !== undefined) return this.readTag(name, index, offset);
		if (this.open?.block == null && line.trim() !== '') this.written.hasProse = true;
		readProse(line, this.bodyLine + index, this.written);
		return 1;
	}

	private isFenced(line: string): boolean {
		const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
		if (this.fence === null) {
			if (mark === undefined) return false;
			this.fence = mark;
		} else if (mark?.startsWith(this.fence)) this.fence = null;
		return true;
	}

	private close(name: string, index: number, offset: number): void {
		if (!this.open) {
			this.complain(index, `</${name}> closes nothing. Remove it, or open <${name} …> above.`);
			return;
		}
		if (name !== this.open.name) {
			this.complain(index, `</${name}> stands where </${this.open.name}> is needed.`);
		}
		if (!this.isBlank(index - 1) || !this.isBlank(index + 1)) {
			this.complain(index, `Leave an empty line before and after </${name}>.`);
		}
		if (this.open.block) {
			this.open.block.prompt = this.body.slice(this.open.bodyFrom, offset).trim();
			this.open.block.closeOffset = offset;
		}
		if (this.open.wrap) {
			this.open.wrap.closeOffset = offset;
			if (this.body.slice(this.open.bodyFrom, offset).trim() === '') {
				this.complain(index, `<${name}> is empty. Write something in it or remove it.`);
			}
		}
		this.open = null;
	}

	private readTag(name: string, index: number, offset: number): number {
		const length = tagLength(this.body, offset);
		if (length === null) {
			this.complain(
				index,
				`The tag <${name} …> is not closed. End it with /> or >, and check its quotes and braces.`
			);
			return 1;
		}
		const tag = this.body.slice(offset, offset + length);
		const taken = tag.split('\n').length;
		const rest = this.body.slice(offset + length).split('\n', 1)[0] ?? '';
		const standsAlone =
			this.isBlank(index - 1) && rest.trim() === '' && this.isBlank(index + taken);
		this.checkTag(name, index, { standsAlone, hasGap: /\n\s*\n/.test(tag) });
		const wrap = this.readWrap(name, tag, index, offset);
		const block = wrap ? null : this.readBlock(name, tag, index, offset);
		if (wrap) this.written.wraps.push(wrap);
		if (block) this.written.blocks.push(block);
		if (!tag.endsWith('/>') && !this.open) {
			this.open = { block, wrap, name, line: this.bodyLine + index, bodyFrom: offset + length };
		}
		return taken;
	}

	private checkTag(
		name: string,
		index: number,
		tag: { standsAlone: boolean; hasGap: boolean }
	): void {
		if (blockKindOf(name) === null && modeOf(name) === null) {
			this.complain(index, notABlock(name));
		}
		if (this.open) {
			const around = this.open.name;
			this.complain(
				index,
				`<${name}> stands inside <${around}>. Close </${around}> first, on a line of its own.`
			);
		}
		if (!tag.standsAlone) {
			this.complain(
				index,
				`<${name}> is part of a paragraph. Give it lines of its own, with an empty line before and after.`
			);
		}
		if (tag.hasGap) {
			this.complain(index, `<${name} …> has an empty line among its attributes. Remove it.`);
		}
	}

	private readWrap(name: string, tag: string, index: number, offset: number): WrittenWrap | null {
		const kind = modeOf(name);
		if (kind === null) return null;
		if (!/^<\w+\s*>$/.test(tag)) {
			this.complain(
				index,
				`<${name}> stands around words and has no attributes. Write <${name}>, the words, and </${name}>.`
			);
		}
		const line = this.bodyLine + index;
		return {
			kind,
			line,
			offset,
			nameLength: name.length + 1,
			endOffset: offset + tag.length,
			closeOffset: null
		};
	}

	private readBlock(name: string, tag: string, index: number, offset: number): WrittenBlock | null {
		const kind = blockKindOf(name);
		const { props, lines, complaints } = readAttributes(tag, name);
		for (const { line, message } of complaints) this.complain(index + line, message);
		if (kind === null) return null;
		const line = this.bodyLine + index;
		return {
			kind,
			line,
			offset,
			nameLength: name.length + 1,
			endOffset: offset + tag.length,
			closeOffset: null,
			props,
			lines: Object.fromEntries(Object.entries(lines).map(([key, at]) => [key, line + at])),
			prompt: null
		};
	}

	/** The file's edges count as blank. */
	private isBlank(index: number): boolean {
		return (this.lines[index] ?? '').trim() === '';
	}

	private complain(index: number, message: string): void {
		this.written.complaints.push({ line: this.bodyLine + index, message });
	}
}

/** The length of the tag that begins at `from`: quotes and braces may hold a `>`. */
function tagLength(text: string, from: number): number | null {
	let depth = 0;
	let quote: string | null = null;
	for (let at = from; at < text.length; at += 1) {
		const letter = text.charAt(at);
		if (quote !== null) {
			if (letter === '\\' && depth > 0) at += 1;
			else if (letter === quote) quote = null;
		} else if (letter === '"' || letter === "'" || (letter === '`' && depth > 0)) quote = letter;
		else if (letter === '{') depth += 1;
		else if (letter === '}') depth -= 1;
		else if (letter === '>' && depth <= 0) return at + 1 - from;
	}
	return null;
}
