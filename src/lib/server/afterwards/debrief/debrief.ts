import * as v from 'valibot';
import { seal, unseal } from '../../answers/index.ts';
import { now } from '../../clock.ts';
import { getCohort } from '../../cohorts/index.ts';
import { getModule, getSeries } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { transaction } from '../../db/transaction.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { wholeNumber, words } from '../../forms.ts';
import type { Viewer } from '../../viewer.ts';
import { readExitAnswers, type ExitAnswers } from './exit-answers.ts';
import { getEnded, type EndedMeeting } from '../meeting.ts';
import { readRunOf, type MeetingRun } from './run-of-meeting.ts';

/**
 * What facilitators think of a meeting afterwards. Each writes their own, so that two never write over one another;
 * those who facilitate the cohort read each other’s.
 */

export type DebriefNotes = { worked: string; change: string };

export type DebriefPage = {
	meeting: Pick<EndedMeeting, 'id' | 'cohortName' | 'moduleTitle' | 'startedAt' | 'zone'>;
	/** Whose words the page keeps. */
	ownerId: string;
	own: DebriefNotes & { revision: number };
	others: (DebriefNotes & { name: string; writtenAt: Date })[];
	run: MeetingRun;
	exit: ExitAnswers[];
};

const notes = (name: () => string) => v.optional(words(5000, name), '');

export const debriefInput = v.object({
	base: wholeNumber(0, 1_000_000, () => 'the version'),
	worked: notes(() => 'what worked'),
	change: notes(() => 'what to change')
});

export async function readDebrief(viewer: Viewer, meetingId: string): Promise<DebriefPage> {
	const meeting = await getEnded(viewer, meetingId);
	const [rows, run, exit] = await Promise.all([
		prisma().debrief.findMany({
			where: { liveSessionId: meetingId },
			orderBy: { writtenAt: 'asc' },
			include: { person: { select: { name: true } } }
		}),
		readRunOf(meeting),
		readExitAnswers(meeting)
	]);
	const own = rows.find(({ personId }) => personId === viewer.personId);
	const { id, cohortName, moduleTitle, startedAt, zone } = meeting;
	return {
		meeting: { id, cohortName, moduleTitle, startedAt, zone },
		ownerId: viewer.personId,
		own: own ? { ...opened(own), revision: own.revision } : { worked: '', change: '', revision: 0 },
		others: rows
			.filter((row) => row !== own)
			.map((row) => ({ ...opened(row), name: row.person.name, writtenAt: row.writtenAt }))
			.filter(saysSomething),
		run,
		exit
	};
}

/**
 * Keeps what one facilitator notes.
 * @returns the version from which to go on.
 */
export async function keepDebrief(
	viewer: Viewer,
	meetingId: string,
	{ base, worked, change }: v.InferOutput<typeof debriefInput>
): Promise<number> {
	await getEnded(viewer, meetingId);
	const { personId } = viewer;
	const place = debriefPlace(meetingId, personId);
	return transaction(async (client) => {
		const { rows } = await client.query<{ revision: number }>(
			`insert into debrief (live_session_id, person_id, worked, change, revision, written_at)
			select $1, $2, $3, $4, $5 + 1, $6
			where $5 = 0 or exists (select from debrief where live_session_id = $1 and person_id = $2)
			on conflict (live_session_id, person_id) do update set worked = excluded.worked,
				change = excluded.change, revision = excluded.revision, written_at = excluded.written_at
			where debrief.revision = excluded.revision - 1
			returning revision`,
			[meetingId, personId, seal(worked, place), seal(change, place), base, now()]
		);
		const [kept] = rows;
		if (kept !== undefined) return kept.revision;
		const found = await client.query<Row & { revision: number }>(
			`select live_session_id as "liveSessionId", person_id as "personId", worked, change, revision
			from debrief where live_session_id = $1 and person_id = $2`,
			[meetingId, personId]
		);
		const [standing] = found.rows;
		// Sent again because the answer did not arrive: it stands already.
		if (standing !== undefined && isSame(opened(standing), { worked, change })) {
			return standing.revision;
		}
		throw new Conflict(
			'You changed it in another window since. What you wrote here is still here: open the page once more to see the other, then put them together.'
		);
	});
}

export type EarlierDebrief = {
	meetingId: string;
	moduleTitle: string;
	cohortName: string;
	startedAt: Date;
	zone: string;
	notes: (DebriefNotes & { name: string })[];
};

/** For preparing a module with a cohort: what was noted the last time it was led, and at the cohort’s last meeting. */
export async function listEarlierDebriefs(
	viewer: Viewer,
	cohortId: string,
	slug: string
): Promise<EarlierDebrief[]> {
	const cohort = await getCohort(viewer, cohortId);
	const module = getSeries(cohort.seriesId).modules.find((one) => one.slug === slug);
	if (module === undefined) throw new NotFound();
	const led = viewer.enrolments
		.filter(({ role }) => role === 'facilitator')
		.map((enrolment) => enrolment.cohortId);
	const findNewest = (
		of: { cohortId: string } | { cohortId: { in: string[] }; moduleId: string }
	) =>
		prisma().liveSession.findFirst({
			where: {
				...of,
				rehearsal: false,
				cancelledAt: null,
				endedAt: { not: null },
				debriefs: { some: {} }
			},
			orderBy: { startsAt: 'desc' },
			select: {
				id: true,
				moduleId: true,
				startsAt: true,
				startedAt: true,
				zone: true,
				cohort: { select: { name: true, zone: true } },
				debriefs: {
					orderBy: { writtenAt: 'asc' },
					include: { person: { select: { name: true } } }
				}
			}
		});
	const [ofModule, ofCohort] = await Promise.all([
		findNewest({ cohortId: { in: led }, moduleId: module.id }),
		findNewest({ cohortId })
	]);
	const found = [ofModule, ofCohort].filter((one) => one !== null);
	return [...new Map(found.map((one) => [one.id, one])).values()]
		.map((one) => ({
			meetingId: one.id,
			moduleTitle: getModule(one.moduleId).title,
			cohortName: one.cohort.name,
			startedAt: one.startedAt ?? one.startsAt,
			zone: one.zone ?? one.cohort.zone,
			notes: one.debriefs
				.map((row) => ({ ...opened(row), name: row.person.name }))
				.filter(saysSomething)
		}))
		.filter((one) => one.notes.length > 0);
}

type Row = { liveSessionId: string; personId: string; worked: Uint8Array; change: Uint8Array };

function opened({ liveSessionId, personId, worked, change }: Row): DebriefNotes {
	const place = debriefPlace(liveSessionId, personId);
	return { worked: unseal(worked, place), change: unseal(change, place) };
}

function saysSomething({ worked, change }: DebriefNotes): boolean {
	return worked.trim() !== '' || change.trim() !== '';
}

function isSame(one: DebriefNotes, other: DebriefNotes): boolean {
	return one.worked === other.worked && one.change === other.change;
}

function debriefPlace(meetingId: string, personId: string): string {
	return `debrief:${meetingId}:${personId}`;
}
