import * as v from 'valibot';
import { RATINGS } from '../../feedback.ts';
import { seal, unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { Invalid, NotFound } from '../errors.ts';
import { uuid, words } from '../forms.ts';
import { listOrganisationsBelow } from '../network/index.ts';
import { sendingId } from '../sending.ts';
import type { Viewer } from '../viewer.ts';
import { feedbackReplyPlace, placeOf } from './feedback.ts';
import { readsFeedback } from './routing.ts';
import { moduleVersion, subjectHref } from './subject-href.ts';

/** What reached the authors, as the staff and leads of a county or state read it. */

/** Ratings are counted from so many people on. Words were sent to be read, so they always are. */
const ENOUGH = 5;

export type FeedbackDesk = {
	/** Feedback goes to county and state offices: others read none. */
	reads: boolean;
	subjects: SubjectLine[];
	open: OpenSubject | null;
};

export type SubjectLine = {
	/** `module:` or `entry:` and its id. */
	key: string;
	subject: 'module' | 'entry';
	title: string;
	words: number;
	/** With words, and nobody has answered. */
	waiting: number;
	newest: Date;
};

export type OpenSubject = SubjectLine & { href: string | null; versions: FeedbackVersion[] };

export type FeedbackVersion = {
	version: string;
	/** A module names its versions; of an entry one knows since when there has been feedback. */
	name: string | null;
	since: Date;
	/** The one that is read now. Not known of entries. */
	isCurrent: boolean;
	/** How many chose each of the five, the best first; null from fewer than five people. */
	ratings: { people: number; counts: { rating: number; people: number }[] } | null;
	words: ToldWords[];
};

export type ToldWords = {
	id: string;
	text: string;
	/** Only when they wanted it there. */
	name: string | null;
	at: Date;
	replies: { author: string; text: string; at: Date }[];
};

export const feedbackReplyInput = v.object({
	feedback: uuid,
	text: words(5000, 'your answer'),
	key: v.optional(uuid)
});

type Row = Awaited<ReturnType<typeof rowsFor>>[number];

/** @param asked the key of the subject to open, or null for the list alone. */
export async function readFeedbackDesk(
	viewer: Viewer,
	asked: string | null
): Promise<FeedbackDesk> {
	const reach = await reachOf(viewer);
	const rows = reach.length === 0 ? [] : await rowsFor(reach);
	const bySubject = Map.groupBy(rows, keyOf);
	const subjects = [...bySubject].map(([key, told]) => lineOf(key, told));
	const chosen = bySubject.get(asked ?? '');
	return {
		reads: reach.length > 0,
		subjects,
		open: chosen === undefined ? null : openSubject(asked ?? '', chosen)
	};
}

/** How much came in since a day, for the page on outcomes. */
export async function countFeedback(viewer: Viewer, since: Date): Promise<number> {
	const reach = await reachOf(viewer);
	return prisma().feedback.count({
		where: { organisationId: { in: reach }, updatedAt: { gte: since } }
	});
}

/** Answers somebody’s words. They see it where they gave them, with the name of who answers. */
export async function replyToFeedback(
	viewer: Viewer,
	{ feedback: id, text, key }: v.InferOutput<typeof feedbackReplyInput>
): Promise<{ subject: string }> {
	const reach = await reachOf(viewer);
	const told = await prisma().feedback.findFirst({
		where: { id, organisationId: { in: reach } },
		select: { subject: true, subjectId: true }
	});
	if (told === null) throw new NotFound();
	if (text.trim() === '') {
		throw new Invalid('Write your answer first.', { text: 'Write your answer first.' });
	}
	await prisma().feedbackReply.createMany({
		data: [
			{
				...(key !== undefined && { id: sendingId({ key, id, text, by: viewer.personId }) }),
				feedbackId: id,
				authorId: viewer.personId,
				sealed: Uint8Array.from(seal(text, feedbackReplyPlace(id))),
				createdAt: now()
			}
		],
		skipDuplicates: true
	});
	return { subject: keyOf(told) };
}

async function reachOf({ organisations }: Viewer): Promise<string[]> {
	if (organisations.length === 0) return [];
	const own = new Set(organisations.map(({ organisationId }) => organisationId));
	const below = await listOrganisationsBelow([...own]);
	const offices = below.filter((each) => own.has(each.id) && readsFeedback(each));
	if (offices.length === 0) return [];
	const reach = await listOrganisationsBelow(offices.map(({ id }) => id));
	return reach.map(({ id }) => id);
}

function rowsFor(reach: readonly string[]) {
	return prisma().feedback.findMany({
		where: { organisationId: { in: [...reach] } },
		orderBy: { updatedAt: 'desc' },
		take: 2000,
		include: {
			person: { select: { name: true } },
			replies: {
				orderBy: { createdAt: 'asc' },
				include: { author: { select: { name: true } } }
			}
		}
	});
}

function keyOf({ subject, subjectId }: Pick<Row, 'subject' | 'subjectId'>): string {
	return `${subject}:${subjectId}`;
}

function lineOf(key: string, told: readonly Row[]): SubjectLine {
	const [newest] = told;
	const withWords = told.filter((row) => textOf(row) !== '');
	return {
		key,
		subject: newest?.subject ?? 'entry',
		title: newest?.title ?? '',
		words: withWords.length,
		waiting: withWords.filter(({ replies }) => replies.length === 0).length,
		newest: newest?.updatedAt ?? now()
	};
}

function openSubject(key: string, told: readonly Row[]): OpenSubject {
	const [newest] = told;
	const current = newest?.subject === 'module' ? moduleVersion(newest.subjectId) : null;
	const versions = [...Map.groupBy(told, ({ version }) => version)].map(([version, rows]) => ({
		version,
		name: newest?.subject === 'module' ? version : null,
		since: new Date(Math.min(...rows.map(({ createdAt }) => createdAt.getTime()))),
		isCurrent: version === current,
		ratings: ratingsOf(rows),
		words: rows.filter((row) => textOf(row) !== '').map(wordsOf)
	}));
	return {
		...lineOf(key, told),
		href: newest === undefined ? null : subjectHref(newest),
		versions: versions.toSorted((one, other) => other.since.getTime() - one.since.getTime())
	};
}

function ratingsOf(rows: readonly Row[]): FeedbackVersion['ratings'] {
	if (rows.length < ENOUGH) return null;
	const counts = RATINGS.map((rating) => ({
		rating,
		people: rows.filter((row) => row.rating === rating).length
	}));
	return { people: rows.length, counts };
}

function wordsOf(row: Row): ToldWords {
	return {
		id: row.id,
		text: textOf(row),
		name: row.withName ? row.person.name : null,
		at: row.updatedAt,
		replies: row.replies.map((reply) => ({
			author: reply.author.name,
			text: unseal(reply.sealed, feedbackReplyPlace(row.id)),
			at: reply.createdAt
		}))
	};
}

function textOf(row: Row): string {
	return unseal(row.sealed, placeOf(row)).trim();
}
