import { now } from '../clock.ts';
import {
	judge,
	listPollResults,
	MARKS_COLUMNS,
	marksOf,
	type Marks,
	type MarksRow
} from '../answers/index.ts';
import type { Mark, PlayedBlock, PollResult } from '../../blocks.ts';
import {
	findStep,
	toPlayer,
	type Block,
	type Part,
	type PollBlock,
	type Step
} from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import { statement } from '../db/index.ts';
import {
	openPlace,
	RECORD_COLUMNS,
	recordOf,
	stampOpening,
	type Place,
	type RecordRow
} from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { readWorks } from './works.ts';

export type StepPage = {
	title: string;
	minutes: number;
	number: number;
	completed: boolean;
	parts: readonly Part[];
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
};

/** One step as the viewer plays it. @throws NotFound, Locked. */
export async function readStep(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	stepSlug: string
): Promise<StepPage> {
	const found = findStep(seriesSlug, moduleSlug, stepSlug);
	const { place, marks } = await openStep(viewer, seriesSlug, moduleSlug, found?.step ?? null);
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
		title: step.title,
		minutes: step.minutes,
		number: index + 1,
		completed: place.record.steps.has(step.id),
		parts: step.parts,
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
		rail: module.steps.map((other) => ({
			title: other.title,
			href: `${base}/${other.slug}`,
			completed: place.record.steps.has(other.id),
			current: other === step,
			minutes: other.minutes
		})),
		previous: previous ? `${base}/${previous.slug}` : null,
		next: next ? `${base}/${next.slug}` : `${base}/finish`,
		ownerId: place.enrolment.enrolmentId
	};
}

/** Asked by every step page, so it is one statement. */
const STANDING = `
	select ${RECORD_COLUMNS}, ${MARKS_COLUMNS}
	from enrolment join cohort on cohort.id = enrolment.cohort_id
	where enrolment.id = $1`;

/** The viewer's place in the module, and what they left on the step's blocks. */
async function openStep(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	step: Step | null
): Promise<{ place: Place; marks: Marks }> {
	const blockIds = step?.blocks.map(({ id }) => id) ?? [];
	let marks: Marks | undefined;
	const place = await openPlace(viewer, seriesSlug, moduleSlug, async (enrolmentId) => {
		const rows = await statement<RecordRow & MarksRow>('step', STANDING, [enrolmentId, blockIds]);
		const [row] = rows;
		if (row === undefined) throw new Error(`There is no enrolment ${enrolmentId}.`);
		marks = marksOf(enrolmentId, row);
		return recordOf(row);
	});
	if (marks === undefined) throw new Error('A place is opened by reading its record.');
	return { place, marks };
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
