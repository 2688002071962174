import * as v from 'valibot';
import { LONGEST_FEEDBACK, type FeedbackWork, type GivenFeedback } from '../../feedback.ts';
import { seal, unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import type { Module } from '../curriculum/index.ts';
import { prisma, statement } from '../db/index.ts';
import { Conflict, NotFound, Refused } from '../errors.ts';
import { wholeNumber, words } from '../forms.ts';
import { limitTries } from '../identity/index.ts';
import { listOrganisationsAbove } from '../network/index.ts';
import { openPlace } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { readsFeedback } from './routing.ts';
import { organisationOf, requireSender, sender } from './sender.ts';

/** What is told to the authors, as who tells it sees it. */

export const feedbackInput = v.object({
	rating: v.pipe(
		v.string('Choose one of the five.'),
		v.regex(/^[1-5]$/, 'Choose one of the five.'),
		v.transform(Number)
	),
	text: words(LONGEST_FEEDBACK, 'your words'),
	name: v.picklist(['with', 'without'], 'Choose whether your name goes with it.'),
	base: wholeNumber(0, 1_000_000, 'the version'),
	sender
});
export type FeedbackInput = v.InferOutput<typeof feedbackInput>;

/** What feedback is about, in the version that its reader has before them. */
export type Subject = {
	subject: 'module' | 'entry';
	subjectId: string;
	version: string;
	title: string;
	/** Of a module. */
	seriesId: string | null;
};

const LIMIT = { name: 'feedback', tries: 60, seconds: 60 * 60 };

export async function readModuleFeedback(viewer: Viewer, module: Module): Promise<FeedbackWork> {
	return read(viewer, ofModule(module));
}

/** The same for an entry of the library, which strangers read too. @throws NotFound */
export async function readEntryFeedback(
	viewer: Viewer | null,
	entryId: string
): Promise<FeedbackWork> {
	if (viewer === null) {
		return { sender: null, mayGive: true, readers: [], given: null, earlier: [] };
	}
	return read(viewer, await ofEntry(entryId));
}

/** @throws NotFound, Locked, Refused, Conflict, TooMany */
export async function sendModuleFeedback(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	input: FeedbackInput
): Promise<void> {
	const { module } = await openPlace(viewer, seriesSlug, moduleSlug);
	await send(viewer, ofModule(module), input);
}

/** @throws NotFound, Refused, Conflict, TooMany */
export async function sendEntryFeedback(
	viewer: Viewer,
	entryId: string,
	input: FeedbackInput
): Promise<void> {
	await send(viewer, await ofEntry(entryId), input);
}

function ofModule({ id, version, title, seriesId }: Module): Subject {
	return { subject: 'module', subjectId: id, version, title, seriesId };
}

const ENTRY = `select title, hash from library_entry where scope = 'library' and id = $1`;

/** An entry has no version of its own: its words have a hash. */
async function ofEntry(id: string): Promise<Subject> {
	const [row] = await statement<{ title: string; hash: string }>('feedback-entry', ENTRY, [id]);
	if (row === undefined) throw new NotFound();
	const version = row.hash.slice(0, 12);
	return { subject: 'entry', subjectId: id, version, title: row.title, seriesId: null };
}

/** Once for each person, subject and version: a second time it is changed. */
async function send(viewer: Viewer, about: Subject, input: FeedbackInput): Promise<void> {
	requireSender(viewer, input.sender);
	const organisationId = await organisationOf(viewer, about.seriesId);
	if (organisationId === null) {
		throw new Refused(
			'You belong to no network yet, so nobody would read it. Join a cohort first.'
		);
	}
	await limitTries(LIMIT, viewer.personId);
	const { subject, subjectId, version, title } = about;
	const key = { personId: viewer.personId, subject, subjectId, version };
	const time = now();
	const words = {
		rating: input.rating,
		sealed: Uint8Array.from(seal(input.text, placeOf(key))),
		withName: input.name === 'with',
		updatedAt: time
	};
	if (input.base === 0) {
		const { count } = await prisma().feedback.createMany({
			data: [{ ...key, ...words, organisationId, title, createdAt: time }],
			skipDuplicates: true
		});
		if (count === 1) return;
	} else {
		const { count } = await prisma().feedback.updateMany({
			where: { ...key, revision: input.base },
			data: { ...words, revision: { increment: 1 } }
		});
		if (count === 1) return;
	}
	await requireSame(key, input);
}

type Key = Pick<Subject, 'subject' | 'subjectId' | 'version'> & { personId: string };

/** A form that was sent twice says the same twice; anything else was changed in another window. */
async function requireSame(key: Key, { rating, text, name }: FeedbackInput): Promise<void> {
	const kept = await prisma().feedback.findUnique({
		where: { personId_subject_subjectId_version: key }
	});
	if (kept === null) throw new NotFound();
	const isSame =
		kept.rating === rating &&
		kept.withName === (name === 'with') &&
		unseal(kept.sealed, placeOf(key)) === text;
	if (isSame) return;
	throw new Conflict(
		'You changed this in another window since. What you wrote here is still here: send it again to keep it.'
	);
}

async function read(viewer: Viewer, about: Subject): Promise<FeedbackWork> {
	const [all, organisationId] = await Promise.all([
		prisma().feedback.findMany({
			where: {
				personId: viewer.personId,
				subject: about.subject,
				subjectId: about.subjectId
			},
			orderBy: { updatedAt: 'desc' },
			include: {
				replies: {
					orderBy: { createdAt: 'asc' },
					include: { author: { select: { name: true } } }
				}
			}
		}),
		organisationOf(viewer, about.seriesId)
	]);
	const told = all.map((row) => ({
		version: row.version,
		feedback: {
			rating: row.rating,
			text: unseal(row.sealed, placeOf(row)),
			withName: row.withName,
			revision: row.revision,
			at: row.updatedAt,
			replies: row.replies.map((reply) => ({
				author: reply.author.name,
				text: unseal(reply.sealed, feedbackReplyPlace(row.id)),
				at: reply.createdAt
			}))
		} satisfies GivenFeedback
	}));
	const isNow = ({ version }: { version: string }) => version === about.version;
	return {
		sender: viewer.personId,
		mayGive: organisationId !== null,
		readers: organisationId === null ? [] : await readersOf(viewer, organisationId),
		given: told.find(isNow)?.feedback ?? null,
		earlier: told.filter((each) => !isNow(each)).map(({ feedback }) => feedback)
	};
}

async function readersOf(viewer: Viewer, organisationId: string): Promise<string[]> {
	const way = await listOrganisationsAbove(viewer, organisationId);
	return way
		.filter(({ kind, people }, at) => {
			return people > 0 && readsFeedback({ kind, parentId: way[at + 1]?.id ?? null });
		})
		.map(({ name }) => name);
}

/** Sealed for one person, subject and version: it opens nowhere else. */
export function placeOf({ personId, subject, subjectId, version }: Key): string {
	return `feedback:${personId}:${subject}:${subjectId}:${version}`;
}

export function feedbackReplyPlace(feedbackId: string): string {
	return `feedback-reply:${feedbackId}`;
}
