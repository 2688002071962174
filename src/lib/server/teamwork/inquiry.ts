import * as v from 'valibot';
import { LONGEST_ANSWER } from '../../answer.ts';
import type { QuestionsWork, Voices } from '../../inquiry.ts';
import { pageOwner, requirePageOwner } from '../answers/index.ts';
import { now } from '../clock.ts';
import { findBlock, type BlockPath, type QuestionsBlock } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';
import { transaction } from '../db/transaction.ts';
import { Conflict, Invalid, NotFound } from '../errors.ts';
import { words } from '../forms.ts';
import { completeBlock, openPlace, reopenBlock } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { baseOf, fieldsNamed } from './field-names.ts';
import {
	keepNote,
	NOTE_JSON,
	openNote,
	type NoteInput,
	type NoteRow,
	type SavedNote
} from './note.ts';
import { listTeams } from './team.ts';

/** The role and any number of answers, as a form sends them: `answer-` and `base-` with a question's id. */
export const inquiryInput = v.pipe(
	v.objectWithRest(
		{
			blockId: v.pipe(v.string(), v.maxLength(200)),
			owner: pageOwner,
			role: v.optional(v.pipe(v.string(), v.maxLength(100)))
		},
		words(LONGEST_ANSWER, 'your answer')
	),
	v.transform(({ blockId, owner, role, ...rest }) => ({
		blockId,
		owner,
		role: role ?? null,
		answers: fieldsNamed('answer', rest),
		bases: fieldsNamed('base', rest)
	}))
);

type InquiryInput = v.InferOutput<typeof inquiryInput>;
type Inquiry = BlockPath & { block: QuestionsBlock };

/** Keeps for which role the viewer answers, and what they answered. */
export async function inquire(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	input: InquiryInput
): Promise<{ role: string | null }> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(place.enrolment, input.owner);
	const found = findBlock(input.blockId);
	if (found?.module.id !== place.module.id || found.block.kind !== 'questions')
		throw new NotFound();
	const inquiry = { ...found, block: found.block };
	const { enrolmentId } = place.enrolment;
	if (input.role !== null) requireRole(inquiry.block, input.role);
	const answers = Object.entries(input.answers);
	for (const [questionId] of answers) requireQuestion(inquiry.block, questionId);

	const saved = await transaction(async (client) => {
		if (input.role !== null) {
			await client.query(
				`insert into inquiry_role (enrolment_id, block_id, role_id, chosen_at) values ($1, $2, $3, $4)
				on conflict (enrolment_id, block_id) do update set
					role_id = excluded.role_id, chosen_at = excluded.chosen_at`,
				[enrolmentId, input.blockId, input.role, now()]
			);
		}
		const kept: SavedNote[] = [];
		for (const [part, text] of answers) {
			const base = baseOf(input.bases, part);
			if (text === '' && base === 0) continue;
			const writing = { blockId: input.blockId, part, text, base, writer: 'form', sequence: 0 };
			kept.push(await keepNote(client, enrolmentId, writing));
		}
		return kept;
	});
	await keepCompletion(enrolmentId, inquiry);
	if (saved.some(({ status }) => status === 'conflict')) {
		throw new Conflict(
			'Another page or device kept newer answers here. They stand under yours: take over what you need, then save again.'
		);
	}
	if (input.role === null && !(await hasRole(enrolmentId, input.blockId))) {
		throw new Invalid(
			'Your answers are saved. Choose the role you answer for, so that your team finds them.'
		);
	}
	return { role: input.role };
}

/** Keeps the answer to one question while it is being written. */
export async function saveInquiryAnswer(
	enrolmentId: string,
	inquiry: Inquiry,
	input: NoteInput
): Promise<SavedNote> {
	requireQuestion(inquiry.block, input.part);
	const saved = await transaction((client) => keepNote(client, enrolmentId, input));
	if (saved.status === 'saved') await keepCompletion(enrolmentId, inquiry);
	return saved;
}

type Standing = { role: string | null; notes: NoteRow[] };

const STANDING = `
	select
		(select role_id from inquiry_role where enrolment_id = $2 and block_id = $1) as role,
		(select coalesce(json_agg(json_build_object(${NOTE_JSON})), '[]')
			from work_note where enrolment_id = $2 and block_id = $1) as notes`;

/** Done with a role and at least one answer through each lens. */
async function keepCompletion(
	enrolmentId: string,
	{ module, step, block }: Inquiry
): Promise<void> {
	const [standing] = await statement<Standing>('inquiry-standing', STANDING, [
		block.id,
		enrolmentId
	]);
	const answered = answeredBy(enrolmentId, block.id, standing?.notes ?? []);
	const isDone =
		(standing?.role ?? null) !== null &&
		block.lenses.every(({ questions }) => questions.some(({ id }) => answered.has(id)));
	if (isDone) await completeBlock(enrolmentId, module, step, block.id);
	else await reopenBlock(enrolmentId, step, block.id);
}

async function hasRole(enrolmentId: string, blockId: string): Promise<boolean> {
	const [standing] = await statement<Standing>('inquiry-standing', STANDING, [
		blockId,
		enrolmentId
	]);
	return (standing?.role ?? null) !== null;
}

/** The answers that are not empty, by question. */
function answeredBy(
	enrolmentId: string,
	blockId: string,
	notes: readonly NoteRow[]
): Map<string, string> {
	return new Map(
		notes
			.map((row) => [row.part, openNote(enrolmentId, blockId, row).text] as const)
			.filter(([, text]) => text.trim() !== '')
	);
}

type VoiceRow = {
	enrolmentId: string;
	organisationId: string;
	role: string;
	notes: (NoteRow & { id: string })[];
};

/** Who answers for which role, and what: of participants, since facilitators only look around. */
const VOICES = `
	select enrolment.id as "enrolmentId", enrolment.organisation_id as "organisationId",
		inquiry_role.role_id as role,
		(select coalesce(json_agg(json_build_object('id', work_note.id, ${NOTE_JSON})), '[]') from work_note
			where work_note.enrolment_id = enrolment.id and work_note.block_id = $1) as notes
	from enrolment
	join inquiry_role on inquiry_role.enrolment_id = enrolment.id and inquiry_role.block_id = $1
	where enrolment.role = 'participant'`;

/** What the viewer's team says by role, each lens once the viewer has answered something in it. */
export async function readInquiryWork(
	{ enrolmentId }: { enrolmentId: string },
	block: QuestionsBlock
): Promise<QuestionsWork> {
	const [[mine], rows] = await Promise.all([
		statement<Standing & { team: string }>(
			'inquiry-mine',
			`${STANDING}, organisation.name as team
			from enrolment join organisation on organisation.id = enrolment.organisation_id
			where enrolment.id = $2`,
			[block.id, enrolmentId]
		),
		statement<VoiceRow>(
			'inquiry-team',
			`${VOICES} and (enrolment.cohort_id, enrolment.organisation_id) in
				(select cohort_id, organisation_id from enrolment where id = $2)`,
			[block.id, enrolmentId]
		)
	]);
	const notes = mine?.notes ?? [];
	const answered = answeredBy(enrolmentId, block.id, notes);
	const hasChosen = (mine?.role ?? null) !== null;
	const voices = voicesOf(block, rows);
	return {
		team: mine?.team ?? '',
		role: mine?.role ?? null,
		mine: Object.fromEntries(notes.map((row) => [row.part, openNote(enrolmentId, block.id, row)])),
		said: Object.fromEntries(
			block.lenses.map(({ id, questions }) => {
				const ids = new Set(questions.map((question) => question.id));
				const isOpen = hasChosen && [...ids].some((question) => answered.has(question));
				return [id, isOpen ? voices.filter(({ questionId }) => ids.has(questionId)) : null];
			})
		)
	};
}

export type InquiryTeam = {
	name: string;
	/** How many people answer for each role. */
	roles: { roleId: string; people: number }[];
	voices: Voices[];
};

export type QuestionsView = { teams: InquiryTeam[] };

/** What each team of a cohort says, for its facilitators: by role, without names. */
export async function readQuestionsView(
	cohortId: string,
	block: QuestionsBlock
): Promise<QuestionsView> {
	const teams = await listTeams(cohortId);
	const rows = await statement<VoiceRow>(
		'inquiry-cohort',
		`${VOICES} and enrolment.cohort_id = $2`,
		[block.id, cohortId]
	);
	const speaking = teams.flatMap(({ organisationId, name }) => {
		const own = rows.filter((row) => row.organisationId === organisationId);
		if (own.length === 0) return [];
		const roles = block.roles.map(({ id }) => ({
			roleId: id,
			people: own.filter(({ role }) => role === id).length
		}));
		return [{ name, roles, voices: voicesOf(block, own) }];
	});
	return { teams: speaking };
}

function voicesOf(block: QuestionsBlock, rows: readonly VoiceRow[]): Voices[] {
	const said = rows.flatMap(({ enrolmentId, role, notes }) =>
		notes.map((row) => ({
			id: row.id,
			questionId: row.part,
			role,
			text: openNote(enrolmentId, block.id, row).text.trim()
		}))
	);
	// By their random ids: the order tells neither who was first nor which answers are one person's.
	const mixed = said
		.filter(({ text }) => text !== '')
		.toSorted((one, other) => (one.id < other.id ? -1 : 1));
	return block.lenses.flatMap(({ questions }) =>
		questions.map(({ id }) => ({
			questionId: id,
			byRole: block.roles.map((role) => ({
				roleId: role.id,
				texts: mixed
					.filter((one) => one.questionId === id && one.role === role.id)
					.map(({ text }) => text)
			}))
		}))
	);
}

function requireRole(block: QuestionsBlock, roleId: string): void {
	if (!block.roles.some(({ id }) => id === roleId))
		throw new Invalid('Choose one of the roles shown.');
}

function requireQuestion(block: QuestionsBlock, questionId: string): void {
	if (!block.lenses.some(({ questions }) => questions.some(({ id }) => id === questionId))) {
		throw new Invalid('Answer one of the questions shown.');
	}
}
