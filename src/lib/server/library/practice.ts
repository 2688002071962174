import * as v from 'valibot';
import { AUDIENCES, LEVELS } from '../../library.ts';
import { now } from '../clock.ts';
import { getSeries, type Series } from '../curriculum/index.ts';
import { prisma, statement } from '../db/index.ts';
import { transaction } from '../db/transaction.ts';
import { Conflict, Invalid, NotFound, Refused } from '../errors.ts';
import { uuid, wholeNumber, words } from '../forms.ts';
import type { Viewer } from '../viewer.ts';

/** “This worked for us”, as who offers it sees and writes it. */

export type PracticeState = 'draft' | 'offered' | 'returned' | 'published' | 'withdrawn';

export type Practice = {
	id: string;
	organisationId: string;
	organisation: string;
	state: PracticeState;
	title: string;
	did: string;
	changed: string;
	advice: string;
	greatFor: string[];
	level: string;
	moduleId: string | null;
	creditNames: string;
	revision: number;
	updatedAt: Date;
	/** What the staff wrote last. */
	note: string | null;
	/** Its address in the library, once it is there. */
	href: string | null;
};

export type SharePage = {
	practices: Practice[];
	/** The one in the form; null for a new one. */
	open: Practice | null;
	organisations: { id: string; name: string }[];
	modules: { series: string; modules: { id: string; title: string }[] }[];
};

const text = (longest: number, name: string) => words(longest, name);

export const practiceInput = v.object({
	/** Empty for a new one. */
	practice: v.union([v.literal(''), uuid], 'There is no such practice.'),
	base: wholeNumber(0, 1_000_000, 'the version'),
	/** Empty for the one they joined last. */
	organisationId: v.union([v.literal(''), uuid], 'Choose one of your own schools.'),
	title: v.pipe(text(120, 'the title'), v.trim()),
	did: text(4000, 'what you did'),
	changed: text(4000, 'what changed'),
	advice: text(4000, 'what you would tell others'),
	greatFor: v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((value) => [...new Set([value].flat())]),
		v.array(v.picklist(AUDIENCES, 'Choose from the list.'))
	),
	level: v.picklist(LEVELS, 'Choose for whom it is.'),
	module: v.pipe(v.string('Choose a module, or none.'), v.maxLength(200)),
	creditNames: v.pipe(text(200, 'the names'), v.trim())
});
export type PracticeInput = v.InferOutput<typeof practiceInput>;

export const chosenPractice = v.object({ practice: uuid });

const EDITABLE: readonly PracticeState[] = ['draft', 'returned', 'withdrawn'];

const MINE = `
	select practice.id, organisation_id as "organisationId", organisation.name as organisation, state,
		title, did, changed, advice, great_for as "greatFor", level, module_id as "moduleId",
		credit_names as "creditNames", revision, updated_at as "updatedAt",
		(select note from practice_review where practice_id = practice.id
			order by reviewed_at desc limit 1) as note,
		(select href from library_entry where practice_id = practice.id limit 1) as href
	from practice join organisation on organisation.id = practice.organisation_id
	where offered_by_id = $1
	order by updated_at desc, practice.id`;

/** Where the viewer takes part or facilitates: whose practice it may be. */
const ORGANISATIONS = `
	select organisation.id, organisation.name
	from enrolment join organisation on organisation.id = enrolment.organisation_id
	where person_id = $1
	group by organisation.id order by max(enrolment.created_at) desc, organisation.name`;

/**
 * What the viewer has offered so far, and the form.
 * @param asked the id of the one to go on with, or null.
 */
export async function readSharePage(viewer: Viewer, asked: string | null): Promise<SharePage> {
	requirePlace(viewer);
	const [practices, organisations] = await Promise.all([
		statement<Practice>('practices-mine', MINE, [viewer.personId]),
		organisationsOf(viewer)
	]);
	const open = asked === null ? null : practices.find(({ id }) => id === asked);
	if (open === undefined) throw new NotFound();
	return { practices, open, organisations, modules: modulesOf(viewer) };
}

/** Keeps what was written so far, as a draft. */
export async function keepPractice(
	viewer: Viewer,
	input: PracticeInput
): Promise<{ practice: string; revision: number }> {
	requirePlace(viewer);
	return save(viewer, await forOwnOrganisation(viewer, input), 'draft');
}

/** Sends it to the staff of the organisations above. */
export async function offerPractice(
	viewer: Viewer,
	input: PracticeInput
): Promise<{ practice: string; revision: number }> {
	requirePlace(viewer);
	const whole = await forOwnOrganisation(viewer, input);
	requireWhole(whole);
	return save(viewer, whole, 'offered');
}

/** Takes it back, from the staff or from the library. It can be changed and offered again. */
export async function withdrawPractice(
	viewer: Viewer,
	{ practice: id }: v.InferOutput<typeof chosenPractice>
): Promise<void> {
	await transaction(async (client) => {
		const { rows } = await client.query<{ state: PracticeState }>(
			`update practice set
				state = (case state when 'published' then 'withdrawn' else 'draft' end)::practice_state,
				updated_at = $3, published_at = null
			where id = $1 and offered_by_id = $2 and state in ('offered', 'published', 'withdrawn')
			returning state`,
			[id, viewer.personId, now()]
		);
		if (rows.length === 0) throw new NotFound();
		await client.query(`delete from library_entry where practice_id = $1`, [id]);
	});
}

async function save(
	viewer: Viewer,
	input: PracticeInput,
	state: 'draft' | 'offered'
): Promise<{ practice: string; revision: number }> {
	const time = now();
	const fields = {
		organisationId: input.organisationId,
		title: input.title,
		did: input.did,
		changed: input.changed,
		advice: input.advice,
		greatFor: input.greatFor,
		level: input.level,
		moduleId: moduleOf(viewer, input.module),
		creditNames: input.creditNames,
		updatedAt: time,
		...(state === 'offered' && { offeredAt: time })
	};
	if (input.practice === '') {
		const made = await prisma().practice.create({
			data: { ...fields, state, offeredById: viewer.personId, createdAt: time },
			select: { id: true, revision: true }
		});
		return { practice: made.id, revision: made.revision };
	}
	// What came back with a note stays so while it is being mended: the note belongs to it.
	const { count } = await prisma().practice.updateMany({
		where: {
			id: input.practice,
			offeredById: viewer.personId,
			revision: input.base,
			state: { in: [...EDITABLE] }
		},
		data: { ...fields, ...(state === 'offered' && { state }), revision: { increment: 1 } }
	});
	if (count === 0) await whyNot(viewer, input.practice);
	return { practice: input.practice, revision: input.base + 1 };
}

async function whyNot(viewer: Viewer, id: string): Promise<never> {
	const found = await prisma().practice.findFirst({
		where: { id, offeredById: viewer.personId },
		select: { state: true }
	});
	if (found === null) throw new NotFound();
	if (!EDITABLE.includes(found.state)) {
		throw new Refused('This practice has been offered. Take it back first, then change it.');
	}
	throw new Conflict(
		'This practice was changed in another window. What you wrote here is still here: copy what you want to keep, then open it again.'
	);
}

function requireWhole(input: PracticeInput): void {
	const missing: Record<string, string> = {};
	if (input.title === '') missing['title'] = 'Give it a title.';
	if (input.did.trim() === '') missing['did'] = 'Say what you did.';
	if (input.changed.trim() === '') missing['changed'] = 'Say what changed.';
	if (input.advice.trim() === '') missing['advice'] = 'Say what you would tell others.';
	if (input.greatFor.length === 0) missing['greatFor'] = 'Choose at least one.';
	const [first] = Object.values(missing);
	if (first !== undefined) throw new Invalid(first, missing);
}

/** Somebody who neither takes part nor facilitates has no school to speak for. */
function requirePlace(viewer: Viewer): void {
	if (viewer.enrolments.length === 0) throw new NotFound();
}

async function organisationsOf(viewer: Viewer): Promise<{ id: string; name: string }[]> {
	return statement('practices-organisations', ORGANISATIONS, [viewer.personId]);
}

async function forOwnOrganisation(viewer: Viewer, input: PracticeInput): Promise<PracticeInput> {
	const own = await organisationsOf(viewer);
	const chosen =
		input.organisationId === '' ? own[0] : own.find(({ id }) => id === input.organisationId);
	if (chosen !== undefined) return { ...input, organisationId: chosen.id };
	const message = 'Choose one of your own schools.';
	throw new Invalid(message, { organisationId: message });
}

function seriesOf(viewer: Viewer): Series[] {
	return [...new Set(viewer.enrolments.map(({ seriesId }) => seriesId))].map((id) => getSeries(id));
}

function modulesOf(viewer: Viewer): SharePage['modules'] {
	return seriesOf(viewer).map(({ title, modules }) => ({
		series: title,
		modules: modules.map(({ id, title: name }) => ({ id, title: name }))
	}));
}

function moduleOf(viewer: Viewer, asked: string): string | null {
	if (asked === '') return null;
	const known = seriesOf(viewer).some(({ modules }) => modules.some(({ id }) => id === asked));
	if (known) return asked;
	const message = 'Choose a module from the list, or none.';
	throw new Invalid(message, { module: message });
}
