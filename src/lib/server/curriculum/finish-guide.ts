import type { SectionName, WrittenAgendaBlock } from './agenda.ts';
import type { Protocol } from './finish-protocol.ts';
import type { AgendaBlock, Guide, WrittenGuide } from './guide.ts';
import { passage } from './passage.ts';
import { withMedia } from './rendering.ts';

/** What a guide takes from around it. */
interface Surroundings {
	mediaAddress: string;
	/** How long the module's videos play, by their blocks' ids. */
	seconds: ReadonlyMap<string, number>;
	/** By id. */
	protocols: ReadonlyMap<string, Protocol>;
}

/** A guide as it was written, made ready for everyone; the check does without, and does not load what renders it. */
export function finishGuide(
	{ fields, blocks, language }: WrittenGuide,
	surroundings: Surroundings
): Guide {
	const { variant, minutes, prepare, materials } = fields;
	const agenda = blocks.map((block) => finishAgendaBlock(block, surroundings));
	return { variant, language, minutes, prepare, materials, agenda };
}

function finishAgendaBlock(
	block: WrittenAgendaBlock,
	{ mediaAddress, seconds, protocols }: Surroundings
): AgendaBlock {
	const minutes = block.minutes ?? 0;
	const protocol = protocols.get(block.protocol ?? '') ?? null;
	const section = (name: SectionName) => {
		const markdown = block.sections[name];
		if (markdown === undefined) return null;
		const { html } = passage(markdown);
		return { markdown, html: withMedia(html, mediaAddress) };
	};
	return {
		id: block.id,
		title: block.title,
		kind: block.kind ?? 'whole-group',
		minutes,
		min: block.min ?? minutes,
		max: block.max ?? minutes,
		priority: block.priority ?? 'must',
		group: block.group ?? 'whole',
		chosen: block.chosen,
		participants: section('participants'),
		projector: section('projector'),
		say: section('say'),
		do: section('do'),
		listenFor: section('listen-for'),
		ifQuiet: section('if-it-is-quiet'),
		ifHeated: section('if-it-gets-heated'),
		online: section('online'),
		segments: block.segments.map((segment) => ({
			...segment,
			seconds: seconds.get(segment.video) ?? null
		})),
		prompts: block.prompts,
		captures: block.captures,
		protocol,
		roles:
			block.roles?.map((name) => ({ name, what: null, others: false })) ?? protocol?.roles ?? []
	};
}
