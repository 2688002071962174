import * as v from 'valibot';
import type { BlockKind, Prompt, Transcript } from '../../../blocks.ts';
import type { Language } from '../../../languages.ts';
import { parseVtt } from '../../../vtt.ts';
import { assessmentFields } from './assessment.ts';
import { checkFields } from './check.ts';
import type { Block } from './index.ts';
import { compareFields, finishDimensions } from './compare.ts';
import { continuumFields } from './continuum.ts';
import { feedbackFields } from './feedback.ts';
import { finishColumns, planFields } from './plan.ts';
import { pollFields } from './poll.ts';
import { questionsFields } from './questions.ts';
import { reflectFields } from './reflect.ts';
import { resourcesFields, type ResourcesBlock } from './resources.ts';
import { rubricFields } from './rubric.ts';
import { captionsFile, chaptersFile, videoFields, type VideoBlock } from './video.ts';

/** Where a block stands: the module's media, its address, and who reads it. */
export interface Surroundings {
	language: Language;
	media: ReadonlyMap<string, { type: string; seconds: number; text: string }>;
	mediaAddress: string;
}

/**
 * From what an author gave to the block that the house uses.
 * @throws valibot's error when the fields are at fault; the check says it in words.
 */
export function finishBlock(
	kind: BlockKind,
	props: unknown,
	prompt: Prompt,
	surroundings: Surroundings
): Block {
	switch (kind) {
		case 'video':
			return finishVideo(v.parse(videoFields, props), surroundings);
		case 'reflect':
			return { kind, ...v.parse(reflectFields, props), ...prompt };
		case 'poll':
			return { kind, ...v.parse(pollFields, props), ...prompt };
		case 'check': {
			const { id, choices } = v.parse(checkFields, props);
			const multiple = choices.filter((choice) => choice.correct).length > 1;
			return { kind, id, choices, multiple, ...prompt };
		}
		case 'rubric':
			return { kind, ...v.parse(rubricFields, props), ...prompt };
		case 'questions':
			return { kind, ...v.parse(questionsFields, props), ...prompt };
		case 'continuum': {
			const { pairs, ...fields } = v.parse(continuumFields, props);
			// With `again` they come from the earlier one once all blocks are there: see again.ts.
			return { kind, ...fields, pairs: pairs ?? [], ...prompt };
		}
		case 'assessment': {
			const { by, scale, areas, ...fields } = v.parse(assessmentFields, props);
			// With `again` they come from the earlier one once all blocks are there: see again.ts.
			return {
				kind,
				...fields,
				by: by ?? 'team',
				scale: scale ?? [],
				areas: areas ?? [],
				...prompt
			};
		}
		case 'plan': {
			const { columns, ...fields } = v.parse(planFields, props);
			return { kind, ...fields, columns: finishColumns(columns), ...prompt };
		}
		case 'feedback':
			return { kind, ...v.parse(feedbackFields, props), ...prompt };
		case 'compare': {
			const { dimensions, ...fields } = v.parse(compareFields, props);
			return { kind, ...fields, dimensions: finishDimensions(dimensions), ...prompt };
		}
		case 'resources':
			return finishResources(v.parse(resourcesFields, props), surroundings);
	}
}

function finishResources(
	{ id, title, items }: v.InferOutput<typeof resourcesFields>,
	surroundings: Surroundings
): ResourcesBlock {
	return {
		kind: 'resources',
		id,
		title,
		items: items.map(({ great_for: greatFor, href, ...item }) => ({
			...item,
			greatFor,
			href: withAddress(href, surroundings)
		}))
	};
}

function finishVideo(
	fields: v.InferOutput<typeof videoFields>,
	surroundings: Surroundings
): VideoBlock {
	const fileOf = (address: string) => surroundings.media.get(address.replace(/^media\//, ''));
	const file = fileOf(fields.src);
	const chaptersOf = (english: string | null) => {
		if (english === null) return [];
		const own = fileOf(chaptersFile(english, surroundings.language)) ?? fileOf(english);
		return parseVtt(own?.text ?? '').cues;
	};
	return {
		kind: 'video',
		id: fields.id,
		title: fields.title,
		src: withAddress(fields.src, surroundings),
		type: file?.type ?? 'video/mp4',
		poster: withAddress(fields.poster, surroundings),
		seconds: file?.seconds ?? 0,
		captions: fields.captions.map((language): Transcript => {
			const src = captionsFile(fields.src, language);
			return {
				language,
				label: ownName(language),
				src: withAddress(src, surroundings),
				cues: parseVtt(fileOf(src)?.text ?? '').cues
			};
		}),
		transcript: surroundings.mediaAddress.replace(/media$/, `transcript/${fields.id}`),
		chapters: chaptersOf(fields.chapters).map(({ from, to, text }) => ({ from, to, title: text })),
		stops: fields.stops.toSorted((one, other) => one.at - other.at)
	};
}

function withAddress(file: string, { mediaAddress }: Surroundings): string {
	const module = mediaAddress.replace(/media$/, '');
	return file.replace(/^(media|handouts)\//, `${module}$1/`);
}

/** A language's name in itself, with a capital: "English", "Español". */
function ownName(language: string): string {
	const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
	return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
