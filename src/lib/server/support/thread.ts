import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { seal, unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { getSeries } from '../curriculum/index.ts';
import { prisma, type Prisma } from '../db/index.ts';
import { Invalid, NotFound } from '../errors.ts';
import { uuid, words } from '../forms.ts';
import { limitTries } from '../identity/index.ts';
import { sendingId } from '../sending.ts';
import type { Viewer } from '../viewer.ts';
import { openHref } from './about.ts';
import { helpPlace } from './ask.ts';
import { requireSender, sender } from './sender.ts';
import type { HelpKind } from './routing.ts';

/** A request and all that was written on it, for who asked and for those who answer. */

export type HelpStatus = 'open' | 'taken' | 'answered' | 'closed';

export type HelpThread = {
	id: string;
	kind: HelpKind;
	status: HelpStatus;
	/** `href` as the reader may open it. */
	about: { title: string; href: string | null } | null;
	askedBy: string;
	organisation: string;
	/** Where it is now, and where it was before. */
	at: string;
	was: string[];
	takenBy: string | null;
	askedAt: Date;
	waitingSince: Date | null;
	messages: HelpMessage[];
	/** For the form that answers. */
	sender: string;
	key: string;
};

export type HelpMessage = {
	id: string;
	author: string;
	isByAsker: boolean;
	text: string;
	at: Date;
	/** A group to join. */
	cohort: { name: string; series: string; href: string } | null;
};

export type HelpLine = {
	id: string;
	kind: HelpKind;
	status: HelpStatus;
	beginning: string;
	aboutTitle: string;
	at: string;
	askedAt: Date;
	changedAt: Date;
};

export const messageInput = v.object({
	text: words(5000, 'your message'),
	key: uuid,
	sender
});

const LIMIT = { name: 'help-message', tries: 60, seconds: 60 * 60 };

/** What the viewer has asked for, the newest first. */
export async function listHelp(viewer: Viewer): Promise<HelpLine[]> {
	const rows = await prisma().helpRequest.findMany({
		where: { askedById: viewer.personId },
		orderBy: { changedAt: 'desc' },
		include: {
			at: { select: { name: true } },
			messages: { orderBy: { createdAt: 'asc' }, take: 1 }
		}
	});
	return rows.map((row) => ({
		id: row.id,
		kind: row.kind,
		status: row.status,
		beginning: beginningOf(row.messages[0] && unseal(row.messages[0].sealed, helpPlace(row.id))),
		aboutTitle: row.aboutTitle,
		at: row.at.name,
		askedAt: row.askedAt,
		changedAt: row.changedAt
	}));
}

/** @throws NotFound for everybody but who asked. */
export async function readHelp(viewer: Viewer, id: string): Promise<HelpThread> {
	return threadOf(viewer, { id, askedById: viewer.personId }, (href) => href || null);
}

/** As `readHelp`, for a reader of the organisations that it is or was at. */
export async function readHelpFor(
	viewer: Viewer,
	where: Prisma.HelpRequestWhereInput
): Promise<HelpThread> {
	return threadOf(viewer, where, openHref);
}

/** Writes on. What was answered or closed waits for the staff again. */
export async function writeOn(
	viewer: Viewer,
	id: string,
	{ text, key, sender: opened }: v.InferOutput<typeof messageInput>
): Promise<void> {
	requireSender(viewer, opened);
	requireWords(text);
	const request = await prisma().helpRequest.findFirst({
		where: { id, askedById: viewer.personId },
		select: { id: true }
	});
	if (request === null) throw new NotFound();
	await limitTries(LIMIT, viewer.personId);
	const time = now();
	await prisma().$transaction(async (tx) => {
		const { count } = await tx.helpMessage.createMany({
			data: [
				messageRow({
					id: sendingId({ key, id, text, by: viewer.personId }),
					requestId: id,
					authorId: viewer.personId,
					text,
					time
				})
			],
			skipDuplicates: true
		});
		if (count === 0) return;
		await tx.$executeRaw`
			update help_request set changed_at = ${time}, waiting_since = coalesce(waiting_since, ${time}),
				status = (case
					when status in ('open', 'taken') then status::text
					when taken_by_id is null then 'open' else 'taken' end)::help_status
			where id = ${id}::uuid`;
	});
}

/** The viewer has what they need, or needs it no more. */
export async function closeHelp(viewer: Viewer, id: string): Promise<void> {
	const { count } = await prisma().helpRequest.updateMany({
		where: { id, askedById: viewer.personId },
		data: { status: 'closed', waitingSince: null, changedAt: now() }
	});
	if (count === 0) throw new NotFound();
}

export function requireWords(text: string): void {
	if (text.trim() !== '') return;
	throw new Invalid('Write your message first.', { text: 'Write your message first.' });
}

export function messageRow(message: {
	id: string;
	requestId: string;
	authorId: string;
	text: string;
	time: Date;
	cohortId?: string | null;
}): Prisma.HelpMessageCreateManyInput {
	const { id, requestId, authorId, text, time, cohortId = null } = message;
	return {
		id,
		requestId,
		authorId,
		cohortId,
		sealed: Uint8Array.from(seal(text, helpPlace(requestId))),
		createdAt: time
	};
}

const LONG = 140;

/** As much as a list has room for. */
export function beginningOf(text = ''): string {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	return line.length <= LONG ? line : `${line.slice(0, LONG).replace(/\s+\S*$/, '')} …`;
}

async function threadOf(
	viewer: Viewer,
	where: Prisma.HelpRequestWhereInput,
	hrefFor: (href: string) => string | null
): Promise<HelpThread> {
	const row = await prisma().helpRequest.findFirst({
		where,
		include: {
			askedBy: { select: { name: true } },
			takenBy: { select: { name: true } },
			organisation: { select: { name: true } },
			at: { select: { name: true } },
			moves: { orderBy: { movedAt: 'asc' }, include: { from: { select: { name: true } } } },
			messages: {
				orderBy: { createdAt: 'asc' },
				include: {
					author: { select: { name: true } },
					cohort: { select: { name: true, seriesId: true } }
				}
			}
		}
	});
	if (row === null) throw new NotFound();
	return {
		id: row.id,
		kind: row.kind,
		status: row.status,
		about: row.aboutTitle === '' ? null : { title: row.aboutTitle, href: hrefFor(row.aboutHref) },
		askedBy: row.askedBy.name,
		organisation: row.organisation.name,
		at: row.at.name,
		was: row.moves.map(({ from }) => from.name),
		takenBy: row.takenBy?.name ?? null,
		askedAt: row.askedAt,
		waitingSince: row.waitingSince,
		messages: row.messages.map((message) => ({
			id: message.id,
			author: message.author.name,
			isByAsker: message.authorId === row.askedById,
			text: unseal(message.sealed, helpPlace(row.id)),
			at: message.createdAt,
			cohort: message.cohort && groupOf(message.cohort)
		})),
		sender: viewer.personId,
		key: randomUUID()
	};
}

function groupOf({ name, seriesId }: { name: string; seriesId: string }): HelpMessage['cohort'] {
	const { title, slug } = getSeries(seriesId);
	return { name, series: title, href: `/library/${slug}` };
}
