import {
	captureTargets,
	sectionNames,
	type Capture,
	type SectionName,
	type Segment,
	type WrittenAgendaBlock
} from './agenda.ts';
import { isId, parseHeading, writeHeading } from './agenda-heading.ts';

/** The body of a guide: text to agenda and back. Total: any text gives an agenda and a list of complaints. */

export interface WrittenAgenda {
	blocks: WrittenAgendaBlock[];
	complaints: { line: number; message: string }[];
}

export function parseAgenda(body: string, bodyLine = 1): WrittenAgenda {
	const reader = new AgendaReader();
	body.split(/\r?\n/).forEach((line, index) => reader.readLine(line, bodyLine + index));
	reader.closeUnfinished();
	return { blocks: reader.blocks, complaints: reader.complaints };
}

const links = ['capture', 'video', 'prompt', 'protocol'] as const;

interface OpenSection {
	/** Null when the section cannot be kept; what is in it has had its complaint. */
	name: SectionName | null;
	label: string;
	line: number;
	lines: string[];
}

class AgendaReader {
	readonly blocks: WrittenAgendaBlock[] = [];
	readonly complaints: WrittenAgenda['complaints'] = [];
	private block: WrittenAgendaBlock | null = null;
	private section: OpenSection | null = null;

	readLine(raw: string, number: number): void {
		const line = raw.trimEnd();
		const command = /^::([^\s:].*)$/.exec(line)?.[1];
		if (/^##(?!#)/.test(line)) this.openBlock(line, number);
		else if (line === '::') this.readEnd(number);
		else if (command !== undefined) this.readCommand(command, number);
		else if (this.section) this.section.lines.push(raw);
		else if (line !== '') {
			this.complain(
				number,
				'These words are in no section. Put them between ::say and ::, or in another section.'
			);
		}
	}

	closeUnfinished(): void {
		if (!this.section) return;
		const { label, line } = this.section;
		this.complain(
			line,
			`::${label} is not closed. End it with a line of its own that has only ::.`
		);
		this.closeSection();
	}

	private openBlock(line: string, number: number): void {
		this.closeUnfinished();
		const { complaints, id, ...said } = parseHeading(line);
		for (const message of complaints) this.complain(number, message);
		this.block = {
			...said,
			id: id ?? '',
			line: number,
			sections: {},
			captures: [],
			segments: [],
			prompts: [],
			protocol: null
		};
		if (id === null) return;
		if (this.blocks.some((other) => other.id === id)) {
			this.complain(
				number,
				`The id #${id} is used twice in this guide. Give one of the blocks another id.`
			);
		} else this.blocks.push(this.block);
	}

	private readEnd(number: number): void {
		if (this.section) this.closeSection();
		else {
			this.complain(
				number,
				'This :: closes nothing. Remove it, or open a section such as ::say above.'
			);
		}
	}

	private readCommand(command: string, number: number): void {
		this.closeUnfinished();
		const [word = '', ...rest] = command.split(/\s+/);
		const isLink = links.some((link) => link === word);
		if (!this.block) {
			this.complain(
				number,
				`::${command} stands before the first agenda block. Begin a block with ## first.`
			);
		} else if (isLink) {
			const message = readLink(word, rest, this.block);
			if (message) this.complain(number, message);
		}
		if (isLink) return;
		const name = sectionNames.find((one) => one === command) ?? null;
		if (name === null) {
			this.complain(
				number,
				`::${command} is not a section. The sections are: ${sectionNames.join(', ')}; the links: ${links.join(', ')}.`
			);
		}
		this.section = { name, label: command, line: number, lines: [] };
	}

	private closeSection(): void {
		const { section, block } = this;
		this.section = null;
		if (!section || section.name === null || !block) return;
		const markdown = section.lines.join('\n').trim();
		if (markdown === '') {
			this.complain(
				section.line,
				`::${section.label} is empty. Write something in it or remove it.`
			);
		} else if (block.sections[section.name] !== undefined) {
			this.complain(section.line, `::${section.label} is written twice in #${block.id}. Keep one.`);
		} else block.sections[section.name] = markdown;
	}

	private complain(line: number, message: string): void {
		this.complaints.push({ line, message });
	}
}

/** Reads `::capture …` or another link into the block; answers what is wrong with it. */
function readLink(word: string, rest: string[], block: WrittenAgendaBlock): string | null {
	if (word === 'capture') return readCapture(rest, block.captures);
	if (word === 'video') return readSegment(rest, block.segments);
	const [id, ...more] = rest;
	if (id === undefined || !isId(id) || more.length > 0) {
		return word === 'prompt'
			? '::prompt needs the id of one prompt, such as ::prompt lae-1-arrive.'
			: '::protocol needs the id of one protocol, such as ::protocol fishbowl.';
	}
	if (word === 'prompt') block.prompts.push(id);
	else if (block.protocol !== null)
		return `#${block.id} has a protocol already: ${block.protocol}. Keep one.`;
	else block.protocol = id;
	return null;
}

function readCapture([target, ...rest]: string[], captures: Capture[]): string | null {
	const where = captureTargets.find((one) => one === target);
	if (!where)
		return `::capture ${target ?? ''} is not known. Answers go to: ${captureTargets.join(', ')}.`;
	const capture: Capture = { where, anonymous: false, prompt: null };
	for (const word of rest) {
		const prompt = /^prompt=(.*)$/.exec(word)?.[1];
		if (word === 'anonymous') capture.anonymous = true;
		else if (prompt !== undefined && isId(prompt)) capture.prompt = prompt;
		else
			return `"${word}" is not known after ::capture. Write anonymous, or prompt= and the id of a prompt.`;
	}
	captures.push(capture);
	return null;
}

function readSegment([video, ...rest]: string[], segments: Segment[]): string | null {
	if (video === undefined || !isId(video))
		return '::video needs the id of a video, such as ::video lae-1-rooms from=0 to=62.';
	const segment: Segment = { video, from: 0, to: null };
	for (const word of rest) {
		const match = /^(from|to)=(\d{1,6}(?:\.\d{1,3})?)$/.exec(word);
		if (match?.[1] === 'from') segment.from = Number(match[2]);
		else if (match?.[1] === 'to') segment.to = Number(match[2]);
		else return `"${word}" is not known after ::video. Write from= and to= with seconds.`;
	}
	if (segment.to !== null && segment.to <= segment.from)
		return 'This ::video segment ends before it begins. Mend from= and to=.';
	segments.push(segment);
	return null;
}

export function writeAgenda(blocks: readonly WrittenAgendaBlock[]): string {
	return blocks.map(writeBlock).join('\n');
}

function writeBlock(block: WrittenAgendaBlock): string {
	const sections = sectionNames.flatMap((name) => {
		const markdown = block.sections[name];
		return markdown === undefined ? [] : [`::${name}\n${markdown}\n::\n`];
	});
	const linked = [
		...(block.protocol === null ? [] : [`::protocol ${block.protocol}`]),
		...block.segments.map(
			({ video, from, to }) => `::video ${video} from=${from}${to === null ? '' : ` to=${to}`}`
		),
		...block.prompts.map((prompt) => `::prompt ${prompt}`),
		...block.captures.map(
			({ where, anonymous, prompt }) =>
				`::capture ${where}${anonymous ? ' anonymous' : ''}${prompt === null ? '' : ` prompt=${prompt}`}`
		)
	];
	return [
		writeHeading(block),
		'',
		...sections,
		...(linked.length > 0 ? [linked.join('\n'), ''] : [])
	].join('\n');
}
