import type { WrittenAgendaBlock } from './agenda.ts';
import { blockKinds, isBlockKind } from './blocks/index.ts';
import type { Fault } from './fault.ts';
import type { ReadGuide } from './guides.ts';
import { checkProtocolOf } from './check-protocol.ts';
import { isThere, missing } from './check-blocks.ts';
import type { WrittenProtocol } from './protocol.ts';
import type { ContentFiles, WrittenModule } from './written.ts';

/** What the guides may refer to. */
export interface Referable {
	/** Kinds of all blocks of the series by id: last time's commitment opens the next meeting. */
	kinds: ReadonlyMap<string, string>;
	/** Videos of the module with their length, null when it isn't known. */
	videos: ReadonlyMap<string, number | null>;
	protocols: ReadonlyMap<string, WrittenProtocol>;
}

/** The kinds of blocks that can be put to every phone in a room. */
const pushable = ['reflect', 'poll', 'check', 'continuum'];

export function checkGuide(
	guide: ReadGuide,
	module: WrittenModule,
	referable: Referable,
	files: ContentFiles
): Fault[] {
	const { file, fields, blocks, lineOf } = guide;
	const { folder } = module;
	const faults: Fault[] = [];
	const at = (line: number, message: string) => faults.push({ file, line, message });
	if (file !== `${folder}/guide.${fields.variant}.md`) {
		at(
			lineOf(['variant']),
			`\`variant\` is ${fields.variant}, but the file is ${file.split('/').at(-1) ?? ''}. Make them agree.`
		);
	}
	if (blocks.length === 0) at(1, 'The guide has no agenda. Begin a block with ## and its braces.');
	fields.materials.forEach(({ file: handout }, index) => {
		if (handout !== null && !isThere(handout, module, files)) {
			at(lineOf(['materials', index, 'file']), missing(handout, module));
		}
	});
	for (const block of blocks.filter(({ id }) => guide.own.has(id)))
		checkAgendaBlock(block, referable, (message) => at(block.line, message));
	const planned = blocks
		.filter(({ priority }) => priority !== 'skip')
		.reduce((sum, block) => sum + (block.minutes ?? 0), 0);
	if (planned !== fields.minutes && blocks.every((block) => block.minutes !== null)) {
		at(
			lineOf(['minutes']),
			`The must and trim blocks take ${planned} minutes, and \`minutes\` says ${fields.minutes}. Make them equal.`
		);
	}
	return faults;
}

function checkAgendaBlock(
	block: WrittenAgendaBlock,
	{ kinds, videos, protocols }: Referable,
	complain: (message: string) => void
): void {
	const { id, minutes, min, max } = block;
	const unsaid = (['kind', 'minutes', 'priority', 'group'] as const).filter(
		(name) => block[name] === null
	);
	if (unsaid.length > 0)
		complain(
			`#${id} does not say ${unsaid.join(', ')}. Add ${unsaid.map((name) => `${name}=…`).join(' ')} in its braces.`
		);
	if (minutes === 0) complain(`#${id} takes 0 minutes. Give it at least 1.`);
	if (minutes !== null && min !== null && min > minutes)
		complain(`#${id} has min=${min} above minutes=${minutes}. Lower min.`);
	if (minutes !== null && max !== null && max < minutes)
		complain(`#${id} has max=${max} below minutes=${minutes}. Raise max.`);
	for (const name of ['participants', 'say'] as const) {
		if (block.sections[name] === undefined)
			complain(
				`#${id} has no ::${name}. Write what ${name === 'say' ? 'the facilitator can say' : 'participants see'}.`
			);
	}
	const prompts = [
		...block.prompts,
		...block.captures.flatMap(({ prompt }) => (prompt === null ? [] : [prompt]))
	];
	for (const prompt of new Set(prompts)) {
		const kind = kinds.get(prompt);
		if (kind === undefined) {
			complain(
				`#${id} names the prompt ${prompt}, which is no Reflect, Poll, Check or Continuum of this series. Mend the id.`
			);
		} else if (!pushable.includes(kind)) {
			complain(
				`#${id} names the prompt ${prompt}, which is a ${isBlockKind(kind) ? blockKinds[kind].tag : kind} and cannot be put to phones. Name a Reflect, Poll, Check or Continuum.`
			);
		}
	}
	checkProtocolOf(block, protocols, complain);
	for (const { video, from, to } of block.segments) {
		const length = videos.get(video);
		if (length === undefined)
			complain(`#${id} names the video ${video}, which is not in this module. Mend the id.`);
		else if (length !== null && Math.max(from, (to ?? 0) - 1) > length) {
			complain(`#${id} plays ${video} beyond its end at ${length} s. Mend from= and to=.`);
		}
	}
}
