import { now } from '../clock.ts';
import {
	judge,
	listPollResults,
	MARKS_COLUMNS,
	marksOf,
	type Marks,
	type MarksRow
} from '../answers/index.ts';
import type { Mark, PollResult } from '../../blocks.ts';
import type { PlayedBlock } from '../../played-blocks.ts';
import {
	findStep,
	toPlayer,
	type Block,
	type Mode,
	type Module,
	type Part,
	type PollBlock,
	type Step,
	type Term
} from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import { statement } from '../db/index.ts';
import {
	openPlace,
	RECORD_COLUMNS,
	recordOf,
	SAVED_NOTE_COLUMN,
	stampOpening,
	type Place,
	type RecordRow
} from '../progress/index.ts';
import { SITTING_COLUMN } from '../teamwork/index.ts';
import type { Viewer } from '../viewer.ts';
import { readWorks } from './works.ts';

export type StepPage = {
	id: string;
	title: string;
	minutes: number;
	number: number;
	completed: boolean;
	layout: Step['layout'];
	/** Of the title; every part says its own. */
	language: Step['language'];
	parts: readonly Part[];
	/** Words that the prose explains, for paper. */
	terms: readonly Term[];
	blocks: PlayedBlock[];
	module: { title: string; href: string; number: number; minutesLeft: number; completed: boolean };
	series: { title: string; href: string };
	cohort: { id: string; name: string };
	rail: { title: string; href: string; completed: boolean; current: boolean; minutes: number }[];
	previous: string | null;
	/** The next step, or the module's finish page. */
	next: string;
	/**
	 * Whose page it is: one person in one cohort. What the device keeps is kept by it, and what is sent says
	 * it, so that no words go to another person or another cohort.
	 */
	ownerId: string;
	/** What they noted when they kept this step to come back to; null when they do not keep it. */
	savedNote: string | null;
	/** With whom they work through the module around one screen; null when alone. */
	groupWith: readonly string[] | null;
};

/** One step as the viewer plays it. @throws NotFound, Locked. */
export async function readStep(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	stepSlug: string
): Promise<StepPage> {
	const found = findStep(seriesSlug, moduleSlug, stepSlug);
	const { place, marks, own } = await openStep(viewer, seriesSlug, moduleSlug, found?.step ?? null);
	if (found === null) throw new NotFound();
	const { series, module, step } = found;
	const { cohortId } = place.enrolment;
	const [results, works] = await Promise.all([
		listPollResults(cohortId, answeredPolls(step.blocks, marks)),
		readWorks({ ...place, viewer, module }, step.blocks)
	]);
	const base = `/learn/${series.slug}/${module.slug}`;
	const index = module.steps.indexOf(step);
	const previous = module.steps[index - 1];
	const next = module.steps[index + 1];
	return {
		id: step.id,
		title: step.title,
		minutes: step.minutes,
		number: index + 1,
		completed: place.record.steps.has(step.id),
		layout: step.layout,
		language: step.language,
		parts: partsFor(module, step, own.groupWith !== null),
		terms: step.terms,
		blocks: step.blocks.map((block) => {
			const standing = {
				completed: place.record.blocks.has(block.id),
				required: step.required.includes(block.id),
				mark: markOf(viewer, place, block, marks, results),
				work: works.get(block.id) ?? null
			};
			// A block's work was read by the reader of its kind.
			return { ...toPlayer(block), ...standing } as PlayedBlock;
		}),
		module: {
			title: module.title,
			href: base,
			number: module.number,
			minutesLeft: module.steps
				.filter(({ id }) => !place.record.steps.has(id))
				.reduce((total, { minutes }) => total + minutes, 0),
			completed: place.record.modules.has(module.id)
		},
		series: { title: series.title, href: `/learn/${series.slug}` },
		cohort: { id: cohortId, name: place.record.cohortName },
		rail: railOf(module, step, place, base),
		previous: previous ? `${base}/${previous.slug}` : null,
		next: next ? `${base}/${next.slug}` : `${base}/finish`,
		ownerId: place.enrolment.enrolmentId,
		...own
	};
}

function railOf({ steps }: Module, step: Step, { record }: Place, base: string): StepPage['rail'] {
	return steps.map((other) => ({
		title: other.title,
		href: `${base}/${other.slug}`,
		completed: record.steps.has(other.id),
		current: other === step,
		minutes: other.minutes
	}));
}

/** Prose of one mode is for who works in it. */
function partsFor({ modes }: Module, { parts }: Step, inGroup: boolean): Part[] {
	const mode: Mode = modes.includes('alone') && !inGroup ? 'alone' : 'group';
	const shown = parts.filter(
		(part) => part.kind === 'block' || part.mode === null || part.mode === mode
	);
	return shown.reduce<Part[]>((joined, part) => {
		const before = joined.at(-1);
		if (part.kind !== 'prose' || before?.kind !== 'prose' || before.language !== part.language) {
			return [...joined, part];
		}
		// What stands together is read as one.
		return [...joined.slice(0, -1), { ...part, html: `${before.html}\n${part.html}` }];
	}, []);
}

/** Asked by every step page, so it is one statement. */
const STANDING = `
	select ${RECORD_COLUMNS}, ${MARKS_COLUMNS}, ${SAVED_NOTE_COLUMN}, ${SITTING_COLUMN}
	from enrolment join cohort on cohort.id = enrolment.cohort_id
	where enrolment.id = $1`;

/** What is the viewer's own about a step, beside their marks. */
type Own = Pick<StepPage, 'savedNote' | 'groupWith'>;

/** The viewer's place in the module, and what they left on the step's blocks. */
async function openStep(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	step: Step | null
): Promise<{ place: Place; marks: Marks; own: Own }> {
	const blockIds = step?.blocks.map(({ id }) => id) ?? [];
	let marks: Marks | undefined;
	let own: Own = { savedNote: null, groupWith: null };
	const place = await openPlace(viewer, seriesSlug, moduleSlug, async (enrolmentId) => {
		const rows = await statement<RecordRow & MarksRow & Own>('step', STANDING, [
			enrolmentId,
			blockIds,
			step?.id ?? '',
			step?.moduleId ?? ''
		]);
		const [row] = rows;
		if (row === undefined) throw new Error(`There is no enrolment ${enrolmentId}.`);
		marks = marksOf(enrolmentId, row);
		own = { savedNote: row.savedNote, groupWith: row.groupWith };
		return recordOf(row);
	});
	if (marks === undefined) throw new Error('A place is opened by reading its record.');
	return { place, marks, own };
}

function answeredPolls(blocks: readonly Block[], marks: Marks): PollBlock[] {
	return blocks
		.filter((block) => block.kind === 'poll')
		.filter(({ id }) => marks.selections.has(id));
}

function markOf(
	viewer: Viewer,
	{ enrolment }: Place,
	block: Block,
	marks: Marks,
	results: readonly PollResult[]
): Mark {
	const choices = marks.selections.get(block.id)?.choices ?? [];
	const judged = block.kind === 'check' && choices.length > 0 ? judge(block, choices) : null;
	const watch = marks.watches.get(block.id) ?? { seen: 0, position: 0 };
	return {
		answer: marks.answers.get(block.id) ?? null,
		choices,
		correct: judged?.correct ?? null,
		feedback: judged?.feedback ?? [],
		results: results.find(({ blockId }) => blockId === block.id) ?? null,
		watch:
			block.kind === 'video'
				? {
						...watch,
						opened: stampOpening(enrolment.enrolmentId, now()),
						speed: viewer.videoSpeed
					}
				: null
	};
}
