import * as v from 'valibot';
import { seal, unseal } from '../../answers/index.ts';
import { now } from '../../clock.ts';
import { prisma, statement } from '../../db/index.ts';
import { NotFound, Refused } from '../../errors.ts';
import { uuid, words } from '../../forms.ts';
import { guideOf } from '../../guides/index.ts';
import { placeIn } from '../../progress/index.ts';
import type { Viewer, ViewerEnrolment } from '../../viewer.ts';
import { minutesAttended, wasThere } from '../attendance/attended-minutes.ts';
import { keepCommitment, type commitmentInput } from '../commitments/commitments.ts';
import { getMine, type EndedMeeting } from '../meeting.ts';
import {
	COMMIT_MINUTES,
	commitmentPromptOf,
	minutesOf,
	readTasks,
	TALK_MINUTES,
	type MissedTask
} from './tasks.ts';
import type { RecapSection } from '../recap/source.ts';
import { readWalls } from './walls.ts';

/** The way of somebody who was absent to the same credit. What is done is read from what they did. */

export type MissedPage = {
	meeting: Pick<EndedMeeting, 'id' | 'moduleTitle' | 'cohortName' | 'startedAt' | 'zone'>;
	enrolmentId: string;
	/** For how long they were there: less than half of it, or 0. */
	minutesThere: number;
	minutes: number;
	tasks: (MissedTask & { isDone: boolean })[];
	/** What the room said to what the viewer has answered too. Never a name. */
	walls: RecapSection[];
	/** With whom they may talk it over: who was there. */
	partners: { enrolmentId: string; name: string }[];
	talkMinutes: number;
	partner: { enrolmentId: string; name: string } | null;
	hasTalked: boolean;
	/** What they took from it; theirs alone. */
	note: string;
	commitMinutes: number;
	hasCommitted: boolean;
	isDone: boolean;
	finishedAt: Date | null;
};

export const talkInput = v.object({
	partner: v.pipe(
		v.string('Choose with whom you talked.'),
		v.nonEmpty('Choose with whom you talked.'),
		uuid
	),
	note: v.optional(words(2000, 'your note'), ''),
	/** From a page that shows what was kept before: a note that is empty there was taken away. */
	anew: v.optional(v.literal('on', 'There is no such thing here.'))
});

type Stay = { arrivedAt: Date; leftAt: Date | null };

/** @throws NotFound for who was there, who facilitates, and anybody outside the cohort. */
async function getMissed(viewer: Viewer, meetingId: string) {
	const { meeting, enrolment } = await getMine(viewer, meetingId);
	if (enrolment.role !== 'participant') throw new NotFound();
	const stay = await prisma().liveAttendee.findUnique({
		where: {
			liveSessionId_enrolmentId: { liveSessionId: meetingId, enrolmentId: enrolment.enrolmentId }
		},
		select: { arrivedAt: true, leftAt: true }
	});
	if (wasThere(meeting, stay)) throw new NotFound();
	const minutesThere = stay === null ? 0 : minutesAttended(meeting, stay);
	return { meeting, enrolment, minutesThere };
}

export async function readMissed(viewer: Viewer, meetingId: string): Promise<MissedPage> {
	const { meeting, enrolment, minutesThere } = await getMissed(viewer, meetingId);
	const standing = await readStanding(viewer, meeting, enrolment);
	const [walls, partners] = await Promise.all([
		readWalls(viewer, meeting),
		listPartners(meeting, enrolment)
	]);
	const blockOf = await blocksOfAsks(meetingId);
	const { id, moduleTitle, cohortName, startedAt, zone } = meeting;
	return {
		meeting: { id, moduleTitle, cohortName, startedAt, zone },
		enrolmentId: enrolment.enrolmentId,
		minutesThere,
		minutes: standing.minutes,
		tasks: standing.tasks,
		partner: standing.partner,
		hasTalked: standing.hasTalked,
		note: standing.note,
		hasCommitted: standing.hasCommitted,
		isDone: standing.isDone,
		finishedAt: standing.finishedAt,
		// First one's own words, then what the others said.
		walls: walls.filter((wall) => {
			const block = blockOf.get(wall.id);
			return block == null ? standing.hasAnsweredAll : standing.done.has(block);
		}),
		partners,
		talkMinutes: TALK_MINUTES,
		commitMinutes: COMMIT_MINUTES
	};
}

async function readStanding(viewer: Viewer, meeting: EndedMeeting, enrolment: ViewerEnrolment) {
	const { enrolmentId } = enrolment;
	const [listed, { record }, own, committed] = await Promise.all([
		readTasks(meeting),
		placeIn(viewer, enrolmentId, meeting.moduleId),
		prisma().madeUp.findUnique({
			where: { liveSessionId_enrolmentId: { liveSessionId: meeting.id, enrolmentId } },
			include: { partner: { select: { id: true, person: { select: { name: true } } } } }
		}),
		prisma().commitment.count({ where: { enrolmentId, liveSessionId: meeting.id } })
	]);
	const tasks = listed.map((task) => ({ ...task, isDone: record.blocks.has(task.blockId) }));
	const hasTalked = own?.talkedAt != null;
	const hasCommitted = committed > 0;
	return {
		tasks,
		minutes: minutesOf(tasks),
		done: new Set(record.blocks.keys()),
		hasAnsweredAll: tasks.every(({ kind, isDone }) => kind === 'video' || isDone),
		partner: own?.partner ? { enrolmentId: own.partner.id, name: own.partner.person.name } : null,
		hasTalked,
		note: own?.note == null ? '' : unseal(own.note, madeUpPlace(meeting.id, enrolment.enrolmentId)),
		hasCommitted,
		isDone: hasTalked && hasCommitted && tasks.every((task) => task.isDone),
		finishedAt: own?.finishedAt ?? null
	};
}

async function blocksOfAsks(liveSessionId: string): Promise<Map<string, string | null>> {
	const asks = await prisma().liveAsk.findMany({
		where: { liveSessionId },
		select: { id: true, blockId: true }
	});
	return new Map(asks.map(({ id, blockId }) => [`ask:${id}`, blockId]));
}

/** Who was there, and who facilitates. */
async function listPartners(
	meeting: EndedMeeting,
	{ enrolmentId: own }: ViewerEnrolment
): Promise<MissedPage['partners']> {
	const rows = await statement<
		{ enrolmentId: string; name: string; role: string } & { [Key in keyof Stay]: Date | null }
	>(
		'missed-partners',
		`select enrolment.id as "enrolmentId", person.name, enrolment.role,
			attendee.arrived_at as "arrivedAt", attendee.left_at as "leftAt"
		from enrolment join person on person.id = enrolment.person_id
		left join live_attendee attendee
			on attendee.enrolment_id = enrolment.id and attendee.live_session_id = $2
		where enrolment.cohort_id = $1 and enrolment.id <> $3
		order by lower(person.name), enrolment.id`,
		[meeting.cohortId, meeting.id, own]
	);
	return rows
		.filter(({ role, arrivedAt, leftAt }) => {
			return role === 'facilitator' || wasThere(meeting, arrivedAt && { arrivedAt, leftAt });
		})
		.map(({ enrolmentId, name }) => ({ enrolmentId, name }));
}

/** Says with whom they talked it over; said anew, it is changed, until all of it counts. */
export async function keepTalk(
	viewer: Viewer,
	meetingId: string,
	{ partner, note, anew }: v.InferOutput<typeof talkInput>
): Promise<void> {
	const { meeting, enrolment } = await getMissed(viewer, meetingId);
	const { enrolmentId } = enrolment;
	const which = { liveSessionId: meetingId, enrolmentId };
	const kept = await prisma().madeUp.findUnique({
		where: { liveSessionId_enrolmentId: which },
		select: { finishedAt: true }
	});
	if (kept?.finishedAt) throw new Refused('You made it up already, so this stays as it is.');
	const partners = await listPartners(meeting, enrolment);
	if (!partners.some((one) => one.enrolmentId === partner)) throw new NotFound();
	const written = note.trim();
	const sealed =
		written === '' ? null : Uint8Array.from(seal(written, madeUpPlace(meetingId, enrolmentId)));
	const talk = {
		partnerId: partner,
		talkedAt: now(),
		// A page that was opened earlier and says nothing takes nothing away.
		...((sealed !== null || anew) && { note: sealed })
	};
	await prisma().madeUp.upsert({
		where: { liveSessionId_enrolmentId: which },
		create: { ...which, ...talk },
		update: talk
	});
}

/** The commitment with which the room went home: the same words answer the prompt that asks for it. */
export async function commitAfter(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof commitmentInput>
): Promise<void> {
	const { meeting, enrolment } = await getMissed(viewer, meetingId);
	if (input.enrolment !== enrolment.enrolmentId) throw new NotFound();
	const { agenda } = await guideOf(meeting);
	const promptId = commitmentPromptOf(agenda);
	await keepCommitment(viewer, input, { meetingId, moduleId: meeting.moduleId, promptId });
}

/** From now on the meeting counts for them, as made up. */
export async function finishMissed(viewer: Viewer, meetingId: string): Promise<void> {
	const { meeting, enrolment } = await getMissed(viewer, meetingId);
	const { isDone, finishedAt } = await readStanding(viewer, meeting, enrolment);
	if (finishedAt !== null) return;
	if (!isDone)
		throw new Refused('There is something left to do first. Each part says whether it is done.');
	await prisma().madeUp.updateMany({
		where: {
			liveSessionId: meetingId,
			enrolmentId: enrolment.enrolmentId,
			finishedAt: null
		},
		data: { finishedAt: now() }
	});
}

function madeUpPlace(meetingId: string, enrolmentId: string): string {
	return `made-up:${meetingId}:${enrolmentId}`;
}
