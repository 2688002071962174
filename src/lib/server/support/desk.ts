import * as v from 'valibot';
import { unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { listOpenCohorts } from '../cohorts/index.ts';
import { listSeries } from '../curriculum/index.ts';
import { prisma, type Prisma } from '../db/index.ts';
import { Conflict, Invalid, NotFound, Refused } from '../errors.ts';
import { uuid, words } from '../forms.ts';
import { listOrganisationsAbove } from '../network/index.ts';
import { sendingId } from '../sending.ts';
import type { Viewer } from '../viewer.ts';
import { helpPlace } from './ask.ts';
import { nextAbove } from './routing.ts';
import { requireSender, sender } from './sender.ts';
import {
	beginningOf,
	messageRow,
	readHelpFor,
	requireWords,
	type HelpLine,
	type HelpThread
} from './thread.ts';

/** Requests as those see them to whom they were sent: staff and leads of exactly that organisation. */

const DESK_TABS = ['open', 'taken', 'answered', 'closed', 'handed'] as const;
export type DeskTab = (typeof DESK_TABS)[number];

export type DeskLine = HelpLine & {
	askedBy: string;
	organisation: string;
	takenBy: string | null;
	waitingSince: Date | null;
};

export type Desk = {
	organisations: string[];
	tab: DeskTab;
	counts: Record<DeskTab, number>;
	lines: DeskLine[];
	/** Half of the requests had their first answer sooner; null from fewer than five. */
	medianSeconds: number | null;
};

export type DeskThread = {
	thread: HelpThread;
	/** It is at an organisation of the viewer’s; else it only was, and is read. */
	mayAct: boolean;
	/** Who would have it next. */
	above: string | null;
	/** Open groups that can be offered. */
	groups: { id: string; name: string }[];
};

export const deskMessageInput = v.object({
	text: words(5000, 'your answer'),
	/** A group to join, or empty. */
	cohort: v.optional(v.union([v.literal(''), uuid], 'Choose a group from the list.'), ''),
	key: uuid,
	sender
});

const ENOUGH = 5;

/** @param asked the name of a tab; anything else shows those that wait longest. */
export async function readDesk(viewer: Viewer, asked: string | null): Promise<Desk> {
	const mine = ownIds(viewer);
	const [rows, organisations] = await Promise.all([
		rowsAt(mine),
		prisma().organisation.findMany({
			where: { id: { in: mine } },
			select: { name: true },
			orderBy: { name: 'asc' }
		})
	]);
	const tabOf = ({ atId, status }: (typeof rows)[number]): DeskTab =>
		mine.includes(atId) ? status : 'handed';
	const byTab = Map.groupBy(rows, tabOf);
	const countOf = (tab: DeskTab) => byTab.get(tab)?.length ?? 0;
	const tab = DESK_TABS.find((each) => each === asked) ?? 'open';
	const shown = byTab.get(tab) ?? [];
	// What waits, waits in the order in which it came; what is over, with the newest first.
	const ordered = tab === 'open' || tab === 'taken' ? shown : shown.toReversed();
	return {
		organisations: organisations.map(({ name }) => name),
		tab,
		counts: {
			open: countOf('open'),
			taken: countOf('taken'),
			answered: countOf('answered'),
			closed: countOf('closed'),
			handed: countOf('handed')
		},
		lines: ordered.slice(0, 200).map(lineOf),
		medianSeconds: medianOf(
			rows
				.filter(({ atId }) => mine.includes(atId))
				.flatMap(({ askedAt, answeredAt }) =>
					answeredAt === null ? [] : [(answeredAt.getTime() - askedAt.getTime()) / 1000]
				)
		)
	};
}

function rowsAt(mine: string[]) {
	return prisma().helpRequest.findMany({
		where: whereMine(mine),
		orderBy: { askedAt: 'asc' },
		take: 1000,
		include: {
			askedBy: { select: { name: true } },
			takenBy: { select: { name: true } },
			organisation: { select: { name: true } },
			at: { select: { name: true } },
			messages: { orderBy: { createdAt: 'asc' }, take: 1 }
		}
	});
}

function lineOf(row: Awaited<ReturnType<typeof rowsAt>>[number]): DeskLine {
	const [first] = row.messages;
	return {
		id: row.id,
		kind: row.kind,
		status: row.status,
		beginning: beginningOf(first && unseal(first.sealed, helpPlace(row.id))),
		aboutTitle: row.aboutTitle,
		at: row.at.name,
		askedAt: row.askedAt,
		changedAt: row.changedAt,
		askedBy: row.askedBy.name,
		organisation: row.organisation.name,
		takenBy: row.takenBy?.name ?? null,
		waitingSince: row.waitingSince
	};
}

/** @throws NotFound for who belongs to none of the organisations it is or was at. */
export async function readDeskThread(viewer: Viewer, id: string): Promise<DeskThread> {
	const mine = ownIds(viewer);
	const [thread, request] = await Promise.all([
		readHelpFor(viewer, { id, ...whereMine(mine) }),
		prisma().helpRequest.findUnique({ where: { id }, select: { atId: true } })
	]);
	const atId = request?.atId ?? '';
	const mayAct = mine.includes(atId);
	const way = mayAct ? await listOrganisationsAbove(viewer, atId) : [];
	const next = nextAbove(way);
	return {
		thread,
		mayAct,
		above: way.find((each) => each.id === next)?.name ?? null,
		groups: mayAct ? await groupsOf(viewer) : []
	};
}

/** Says to who asked, and to colleagues, that somebody is on it. */
export async function takeRequest(viewer: Viewer, id: string): Promise<void> {
	const { count } = await prisma().helpRequest.updateMany({
		where: { id, atId: { in: ownIds(viewer) }, status: 'open' },
		data: { status: 'taken', takenById: viewer.personId, changedAt: now() }
	});
	if (count === 0) await whyNot(viewer, id, 'Somebody took this one a moment ago.');
}

/** Answers, possibly with a group to join. */
export async function answerRequest(
	viewer: Viewer,
	id: string,
	input: v.InferOutput<typeof deskMessageInput>
): Promise<void> {
	requireSender(viewer, input.sender);
	await requireAt(viewer, id);
	requireWords(input.text);
	if (input.cohort !== '') {
		const groups = await groupsOf(viewer);
		const message = 'Choose a group from the list.';
		if (!groups.some((group) => group.id === input.cohort)) {
			throw new Invalid(message, { cohort: message });
		}
	}
	const time = now();
	await prisma().$transaction(async (tx) => {
		const { count } = await tx.helpMessage.createMany({
			data: [
				messageRow({
					id: sendingId({ ...input, request: id, by: viewer.personId }),
					requestId: id,
					authorId: viewer.personId,
					text: input.text,
					time,
					cohortId: input.cohort === '' ? null : input.cohort
				})
			],
			skipDuplicates: true
		});
		if (count === 0) return;
		await tx.$executeRaw`
			update help_request set status = 'answered', waiting_since = null, changed_at = ${time},
				answered_at = coalesce(answered_at, ${time}),
				taken_by_id = coalesce(taken_by_id, ${viewer.personId}::uuid)
			where id = ${id}::uuid`;
	});
}

/** Gives it to the next organisation above. Those who had it go on reading it. */
export async function handUp(viewer: Viewer, id: string): Promise<void> {
	const request = await requireAt(viewer, id);
	if (request.status === 'closed') throw new Refused('This request is closed.');
	const next = nextAbove(await listOrganisationsAbove(viewer, request.atId));
	if (next === null) throw new Refused('Nobody above you could answer it.');
	const time = now();
	await prisma().$transaction(async (tx) => {
		// Only from where it was when the viewer decided: pressed twice, it goes up once.
		const { count } = await tx.helpRequest.updateMany({
			where: { id, atId: request.atId },
			data: { atId: next, status: 'open', takenById: null, changedAt: time }
		});
		if (count === 0) throw new Conflict('Somebody handed this one up a moment ago.');
		await tx.helpRequest.updateMany({
			where: { id, waitingSince: null },
			data: { waitingSince: time }
		});
		await tx.helpMove.createMany({
			data: [{ requestId: id, fromId: request.atId, movedById: viewer.personId, movedAt: time }],
			skipDuplicates: true
		});
	});
}

export async function closeRequest(viewer: Viewer, id: string): Promise<void> {
	await requireAt(viewer, id);
	await prisma().helpRequest.updateMany({
		where: { id, atId: { in: ownIds(viewer) } },
		data: { status: 'closed', waitingSince: null, changedAt: now() }
	});
}

/** How many requests reached the viewer’s organisations since a day. */
export async function countRequests(viewer: Viewer, since: Date): Promise<number> {
	return prisma().helpRequest.count({
		where: { ...whereMine(ownIds(viewer)), askedAt: { gte: since } }
	});
}

/** Above and between the middle ones: half of them took no longer. */
function medianOf(seconds: number[]): number | null {
	if (seconds.length < ENOUGH) return null;
	const sorted = seconds.toSorted((one, other) => one - other);
	const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
	return ((sorted[low] ?? 0) + (sorted[high] ?? 0)) / 2;
}

/** Roles hold for what is below, but a request is read only where it was sent. */
function ownIds({ organisations }: Viewer): string[] {
	return organisations.map(({ organisationId }) => organisationId);
}

function whereMine(mine: string[]): Prisma.HelpRequestWhereInput {
	return { OR: [{ atId: { in: mine } }, { moves: { some: { fromId: { in: mine } } } }] };
}

async function requireAt(viewer: Viewer, id: string) {
	const request = await prisma().helpRequest.findFirst({
		where: { id, ...whereMine(ownIds(viewer)) },
		select: { atId: true, status: true }
	});
	if (request === null) throw new NotFound();
	if (!ownIds(viewer).includes(request.atId)) {
		throw new Refused('This request was handed up. You can read it, and others answer it.');
	}
	return request;
}

async function whyNot(viewer: Viewer, id: string, message: string): Promise<never> {
	await requireAt(viewer, id);
	throw new Conflict(message);
}

async function groupsOf(viewer: Viewer): Promise<DeskThread['groups']> {
	const series = listSeries();
	const open = await listOpenCohorts(
		viewer,
		series.map(({ id }) => id)
	);
	return open.map(({ cohortId, name }) => ({ id: cohortId, name }));
}
