import { randomUUID } from 'node:crypto';
import { at } from '../../src/lib/server/clock.ts';
import { prisma } from '../../src/lib/server/db/index.ts';
import { planMeetings } from '../../src/lib/server/meetings/index.ts';
import { daysAgo, later, wednesday } from './calendar.ts';
import type { SeatedCohort } from './rows.ts';

/** Who does what in the demo's meetings, which of them are over, and what Marcus has planned for the months ahead. */
export async function seedSchedule(cohorts: readonly SeatedCohort[]): Promise<void> {
	for (const each of cohorts) await giveRoles(each);
	await endPast();
	const harbor = cohorts.find(({ cohort }) => cohort.name === 'Harbor team');
	if (harbor !== undefined) await planAhead(harbor);
}

async function giveRoles({ id, facilitators, seats, cohort }: SeatedCohort): Promise<void> {
	const [first, second] = [...facilitators.values()].map(
		({ enrolments }) => enrolments.find(({ cohortId }) => cohortId === id)?.enrolmentId
	);
	const timekeeper = seats.find(({ participant }) => participant.name === cohort.timekeeper);
	const roles = [
		{ role: 'facilitator', enrolmentId: first },
		{ role: 'co-facilitator', enrolmentId: second },
		{ role: 'timekeeper', enrolmentId: timekeeper?.viewer.enrolments[0]?.enrolmentId }
	];
	const meetings = await prisma().liveSession.findMany({
		where: { cohortId: id },
		select: { id: true }
	});
	await prisma().meetingRole.createMany({
		data: meetings.flatMap((meeting) =>
			roles.flatMap(({ role, enrolmentId }) =>
				enrolmentId === undefined ? [] : [{ liveSessionId: meeting.id, role, enrolmentId }]
			)
		)
	});
}

/** They began a few minutes late, and ended so. */
async function endPast(): Promise<void> {
	const past = await prisma().liveSession.findMany({ where: { startsAt: { lt: daysAgo(1) } } });
	for (const { id, startsAt, minutes } of past) {
		await prisma().liveSession.update({
			where: { id },
			data: { startedAt: later(startsAt, 4), endedAt: later(startsAt, minutes + 6) }
		});
	}
}

/** The rest of the series, every two weeks after the meeting that is next. */
async function planAhead({ id, cohort, facilitators }: SeatedCohort): Promise<void> {
	const marcus = facilitators.get('Marcus Lindqvist');
	if (marcus === undefined) return;
	const enrolmentOf = (name: string) =>
		facilitators.get(name)?.enrolments.find(({ cohortId }) => cohortId === id)?.enrolmentId ?? '';
	const first = wednesday(5 + 14, cohort.zone);
	await at(daysAgo(6, 600), () =>
		planMeetings(marcus, id, {
			module: 'lae-4',
			variant: 'in-person',
			day: first.toISOString().slice(0, 10),
			time: '15:30',
			zone: cohort.zone,
			minutes: null,
			place: cohort.meeting.place ?? '',
			callLink: cohort.meeting.callLink ?? '',
			facilitator: enrolmentOf('Marcus Lindqvist'),
			'co-facilitator': enrolmentOf('Yvonne Baptiste'),
			producer: '',
			timekeeper: '',
			often: 'fortnightly',
			count: 3,
			order: 'series',
			...NOTHING_SKIPPED,
			key: randomUUID()
		})
	);
}

const NOTHING_SKIPPED = {
	'skip-1': '',
	'skip-2': '',
	'skip-3': '',
	'skip-4': '',
	'skip-5': '',
	'skip-6': '',
	'skip-7': '',
	'skip-8': ''
};
