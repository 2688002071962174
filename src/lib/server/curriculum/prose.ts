import { blockKindOf, blockTags } from './blocks/index.ts';
import { modeOf } from './modes.ts';

/** What is noted of a line of prose. */
interface Noted {
	complaints: { line: number; message: string }[];
	mentions: { file: string; line: number }[];
}

/** Words of a step, in which code and HTML have no place. */
export function readProse(line: string, number: number, written: Noted): void {
	const complain = (message: string) => written.complaints.push({ line: number, message });
	const prose = line.replace(/(`+)[^`].*?\1/g, '');
	const tag = /<\/?([A-Za-z][\w-]*)/.exec(prose)?.[1];
	if (tag !== undefined && (blockKindOf(tag) !== null || modeOf(tag) !== null)) {
		complain(
			`<${tag}> is part of a paragraph. Begin its line with it, with an empty line before and after.`
		);
	} else if (tag === 'script' || tag === 'style') {
		complain(`<${tag}> has no place in content. Remove it.`);
	} else if (tag !== undefined && /^[A-Z]/.test(tag)) {
		complain(notABlock(tag));
	} else if (prose.includes('<')) {
		complain(
			'A < in prose would be read as HTML. Write Markdown instead, or &lt; for the sign itself.'
		);
	}
	if (/[{}]/.test(prose)) {
		complain('A brace in prose would be read as code. Write &#123; for { and &#125; for }.');
	}
	for (const [, file] of prose.matchAll(/\]\(((?:media|handouts)\/[^)\s]+)/g)) {
		if (file !== undefined) written.mentions.push({ file, line: number });
	}
}

export function notABlock(name: string): string {
	return `<${name}> is not a block. The blocks are: ${blockTags.join(', ')}; and <Alone> and <Group> stand around words for one mode.`;
}
