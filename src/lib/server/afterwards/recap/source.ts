import { currentLanguage } from '../../../messages/current.ts';
import { findBlock, toPlayer } from '../../curriculum/index.ts';
import { prisma, statement } from '../../db/index.ts';
import { unseal } from '../../answers/index.ts';
import { guideOf } from '../../guides/index.ts';
import {
	countedIn,
	countsOf,
	notePlace,
	openResponse,
	optionsOf,
	listParkedForAll,
	questionHtml,
	shownAnswers,
	spreadOf,
	type Given,
	type Options
} from '../../live/index.ts';
import { listOfMeeting } from '../commitments/shown.ts';
import { minutesSpent } from '../debrief/run-of-meeting.ts';
import type { EndedMeeting } from '../meeting.ts';

/**
 * A meeting as its cohort may read of it afterwards. It is read anew each time, so that what somebody takes back or
 * a facilitator hides is gone here too. No name is in it, nothing that was hidden or kept off the wall, and no
 * wall that the room did not see.
 */

export type RecapItem = {
	id: string;
	text: string;
	/** Of a parked question: what was answered. */
	answer: string | null;
	/** Of a block: how long the room was in it. */
	minutes: number | null;
	/** Of a commitment whose writer wants it there. */
	name: string | null;
	kind: 'will' | 'stop' | null;
	due: Date | null;
};

export type RecapChart = {
	/** The statements between which people stand; empty for choices. */
	label: string;
	/** Counted in the room; otherwise answers. */
	isHands: boolean;
	bars: { label: string; value: number }[];
};

export type RecapSection = {
	id: string;
	kind: 'blocks' | 'asked' | 'notes' | 'parked' | 'commitments' | 'people' | 'next';
	/** Of what was asked, as HTML: the author’s, or a facilitator’s own question, escaped. */
	promptHtml: string;
	items: RecapItem[];
	charts: RecapChart[];
	people: number | null;
	next: { startsAt: Date; zone: string; minutes: number; place: string | null } | null;
};

export async function readSource(meeting: EndedMeeting): Promise<RecapSection[]> {
	const [blocks, asked, notes, parked, commitments, people, next] = await Promise.all([
		readBlocks(meeting),
		readAskedOf(meeting),
		readNotes(meeting.id),
		readParkedOf(meeting.id),
		listOfMeeting(meeting.id),
		countPeople(meeting.id),
		readNext(meeting)
	]);
	const sections: RecapSection[] = [
		section('blocks', 'blocks', { items: blocks }),
		...asked,
		section('notes', 'notes', { items: notes }),
		section('parked', 'parked', { items: parked }),
		section('commitments', 'commitments', {
			items: commitments.map(({ id, text, kind, due, name }) =>
				item(`commitment:${id}`, text, { kind, due, name })
			)
		}),
		section('people', 'people', { people }),
		section('next', 'next', { next })
	];
	return sections.filter(
		({ items, charts, people: count, next: ahead }) =>
			items.length > 0 || charts.length > 0 || count !== null || ahead !== null
	);
}

function section(
	id: string,
	kind: RecapSection['kind'],
	rest: Partial<RecapSection>
): RecapSection {
	return { id, kind, promptHtml: '', items: [], charts: [], people: null, next: null, ...rest };
}

function item(id: string, text: string, rest: Partial<RecapItem> = {}): RecapItem {
	return { id, text, answer: null, minutes: null, name: null, kind: null, due: null, ...rest };
}

async function readBlocks(meeting: EndedMeeting): Promise<RecapItem[]> {
	const [rows, { agenda }] = await Promise.all([
		prisma().liveBlock.findMany({
			where: { liveSessionId: meeting.id },
			orderBy: { position: 'asc' },
			select: { blockId: true, title: true, spentSeconds: true }
		}),
		guideOf(meeting)
	]);
	return rows.flatMap(({ blockId, title, spentSeconds }) => {
		const minutes = minutesSpent(spentSeconds);
		// What the debrief calls left out was not done.
		if (minutes === null) return [];
		const name = agenda.find(({ id }) => id === blockId)?.title ?? title;
		return [item(`block:${blockId}`, name, { minutes })];
	});
}

/** What was put to the room and shown to it. */
export async function readAskedOf(meeting: { id: string }): Promise<RecapSection[]> {
	const asks = await prisma().liveAsk.findMany({
		where: {
			liveSessionId: meeting.id,
			capture: 'wall',
			revealedAt: { not: null },
			kind: { not: 'video' }
		},
		orderBy: { askedAt: 'asc' },
		select: {
			id: true,
			kind: true,
			blockId: true,
			question: true,
			choices: true,
			revealedAt: true,
			hands: true
		}
	});
	const sections = await Promise.all(
		asks.map(async ({ id, kind, blockId, question, choices, revealedAt, hands }) => {
			const found = blockId === null ? null : findBlock(blockId);
			const block = found && toPlayer(found.block);
			const promptHtml =
				block !== null && 'promptHtml' in block
					? block.promptHtml
					: questionHtml({ question, ready: null }, currentLanguage());
			const options = optionsOf({ blockId, choices });
			const isWritten = options.choices.length === 0 && options.pairs.length === 0;
			return section(`ask:${id}`, 'asked', {
				promptHtml,
				items: isWritten ? await readWallOf(id) : [],
				charts:
					isWritten || revealedAt === null
						? []
						: [
								...(await readCharts(id, options, revealedAt)),
								...countedCharts(options, countedIn(kind, hands))
							]
			});
		})
	);
	return sections.filter(({ items, charts }) => items.length > 0 || charts.length > 0);
}

/** The order says nothing about who wrote when; what was highlighted comes first. */
async function readWallOf(askId: string): Promise<RecapItem[]> {
	const rows = await statement<{ id: string; attendeeId: string; sealed: Buffer }>(
		'recap-wall',
		`select id, attendee_id as "attendeeId", sealed from live_response
		where ask_id = $1 and on_wall and not hidden and sealed is not null
		order by highlighted desc, md5(id::text)`,
		[askId]
	);
	return rows.map(({ id, attendeeId, sealed }) =>
		item(`entry:${id}`, openResponse(askId, attendeeId, sealed))
	);
}

async function readCharts(
	askId: string,
	options: Options,
	revealedAt: Date
): Promise<RecapChart[]> {
	const given = await statement<Given>(
		'recap-results',
		`select choices, positions, answered_at as "answeredAt" from live_response
		where ask_id = $1 order by answered_at, id`,
		[askId]
	);
	return chartsOf(options, shownAnswers(given, revealedAt));
}

/** Pictures of what so many chose; none while they are too few. */
export function chartsOf({ choices, pairs }: Options, shown: readonly Given[]): RecapChart[] {
	const counts = countsOf(choices, shown);
	const spread = spreadOf(pairs, shown);
	return [...choiceCharts(choices, counts, false), ...lineCharts(pairs, spread, false)];
}

/** Pictures of their own: who was counted in the room may have answered as well. */
function countedCharts(
	{ choices, pairs }: Options,
	{ hands, stands }: ReturnType<typeof countedIn>
): RecapChart[] {
	return [...choiceCharts(choices, hands, true), ...lineCharts(pairs, stands, true)];
}

function choiceCharts(
	choices: Options['choices'],
	counts: Record<string, number> | null,
	isHands: boolean
): RecapChart[] {
	if (choices.length === 0 || counts === null) return [];
	const bars = choices.map(({ id, text }) => ({ label: text, value: counts[id] ?? 0 }));
	return [{ label: '', isHands, bars }];
}

function lineCharts(
	pairs: Options['pairs'],
	spread: Record<string, number[]> | null,
	isHands: boolean
): RecapChart[] {
	return pairs.flatMap(({ id, from, to }) => {
		const places = spread?.[id];
		if (places === undefined) return [];
		const bars = places.map((value, at) => ({ label: String(at + 1), value }));
		return [{ label: `${from} – ${to}`, isHands, bars }];
	});
}

async function readNotes(liveSessionId: string): Promise<RecapItem[]> {
	const groups = await prisma().liveGroup.findMany({
		where: {
			breakout: { liveSessionId, sharedAt: { not: null } },
			note: { not: null },
			hidden: false
		},
		orderBy: [{ breakout: { openedAt: 'asc' } }, { number: 'asc' }],
		select: { id: true, note: true }
	});
	return groups
		.map(({ id, note }) => item(`note:${id}`, note === null ? '' : unseal(note, notePlace(id))))
		.filter(({ text }) => text.trim() !== '');
}

async function readParkedOf(liveSessionId: string): Promise<RecapItem[]> {
	const parked = await listParkedForAll(liveSessionId);
	return parked.map(({ id, text, answer }) => item(`parked:${id}`, text, { answer }));
}

/** How many were there besides those who facilitate. */
async function countPeople(meetingId: string): Promise<number> {
	const [row] = await statement<{ people: number }>(
		'recap-people',
		`select count(*)::int as people from live_attendee attendee
		left join enrolment on enrolment.id = attendee.enrolment_id
		where attendee.live_session_id = $1 and enrolment.role is distinct from 'facilitator'
			and attendee.left_at is distinct from attendee.arrived_at`,
		[meetingId]
	);
	return row?.people ?? 0;
}

async function readNext({ cohortId, startsAt }: EndedMeeting): Promise<RecapSection['next']> {
	const next = await prisma().liveSession.findFirst({
		where: {
			cohortId,
			startsAt: { gt: startsAt },
			startedAt: null,
			cancelledAt: null,
			rehearsal: false
		},
		orderBy: { startsAt: 'asc' },
		select: {
			startsAt: true,
			minutes: true,
			place: true,
			zone: true,
			cohort: { select: { zone: true } }
		}
	});
	if (next === null) return null;
	const { cohort, zone, ...rest } = next;
	return { ...rest, zone: zone ?? cohort.zone };
}
