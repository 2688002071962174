import { prisma } from '../../src/lib/server/db/index.ts';
import { getSeries } from '../../src/lib/server/curriculum/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';
import { cohorts, emailOf, staff } from '../cast.ts';
import { daysAgo } from './calendar.ts';

/** One more cohort of people who are in the demo already, for another series. */
export type FurtherCohort = {
	name: string;
	seriesId: string;
	host: string;
	joinCode: string;
	zone: string;
	startedDaysAgo: number;
	facilitators: readonly string[];
	/** Each takes part for the school of the cast. */
	participants: readonly string[];
};

export type FurtherCohortMade = {
	id: string;
	/** By name, each as the hooks would know them, with this place only. */
	participants: ReadonlyMap<string, Viewer>;
	facilitators: ReadonlyMap<string, Viewer>;
};

export async function makeFurtherCohort(cohort: FurtherCohort): Promise<FurtherCohortMade> {
	const { name, seriesId, host, joinCode, zone, startedDaysAgo } = cohort;
	const names = [...cohort.facilitators, ...cohort.participants];
	const [organisations, people] = await Promise.all([
		prisma().organisation.findMany({ select: { id: true, name: true } }),
		prisma().person.findMany({
			where: { email: { in: names.map(emailOf) } },
			select: { id: true, name: true }
		})
	]);
	const organisationIds = new Map(organisations.map((one) => [one.name, one.id]));
	const personIds = new Map(people.map((one) => [one.name, one.id]));
	const hostId = found(organisationIds, host);
	const { id } = await prisma().cohort.create({
		data: {
			name,
			seriesId: getSeries(seriesId).id,
			organisationId: hostId,
			joinCode,
			zone,
			createdAt: daysAgo(startedDaysAgo + 7)
		},
		select: { id: true }
	});
	const enrolments = await prisma().enrolment.createManyAndReturn({
		data: names.map((who, at) => ({
			cohortId: id,
			personId: found(personIds, who),
			organisationId: found(organisationIds, organisationOf(who)),
			role: at < cohort.facilitators.length ? ('facilitator' as const) : ('participant' as const),
			createdAt: daysAgo(startedDaysAgo, 8 * 60 + at)
		})),
		select: { id: true, personId: true, role: true }
	});
	const viewers = new Map(
		names.map((who) => {
			const personId = found(personIds, who);
			const enrolment = enrolments.find((one) => one.personId === personId);
			if (enrolment === undefined) throw new Error(`${who} has no place in ${name}.`);
			const place = { enrolmentId: enrolment.id, cohortId: id, seriesId, role: enrolment.role };
			return [who, viewerOf(who, personId, place)] as const;
		})
	);
	const those = (chosen: readonly string[]) =>
		new Map(chosen.map((who) => [who, found(viewers, who)]));
	return {
		id,
		participants: those(cohort.participants),
		facilitators: those(cohort.facilitators)
	};
}

function viewerOf(name: string, personId: string, place: Viewer['enrolments'][number]): Viewer {
	return {
		personId,
		name,
		email: emailOf(name),
		videoSpeed: 1,
		reading: null,
		language: 'en',
		enrolments: [place],
		organisations: []
	};
}

function organisationOf(name: string): string {
	const member = staff.find((one) => one.name === name);
	if (member !== undefined) return member.organisation;
	const participants = cohorts.flatMap((cohort) => cohort.participants);
	const participant = participants.find((one) => one.name === name);
	if (participant === undefined) throw new Error(`${name} is not in the cast.`);
	return participant.school;
}

function found<Thing>(things: ReadonlyMap<string, Thing>, name: string): Thing {
	const thing = things.get(name);
	if (thing === undefined) throw new Error(`The demo has nothing called ${name}.`);
	return thing;
}
