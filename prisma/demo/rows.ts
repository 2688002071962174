import { makeCode } from '../../src/lib/server/cohorts/index.ts';
import { prisma } from '../../src/lib/server/db/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';
import { getModule } from '../../src/lib/server/curriculum/index.ts';
import { cohorts, emailOf, organisations, seriesId, staff } from '../cast.ts';
import { atClock, daysAgo, later, wednesday } from './calendar.ts';
import type { CastCohort, DemoTitle, Participant } from './types.ts';

/** Names to ids. */
type Ids = ReadonlyMap<string, string>;

/** A participant as the hooks would know them. */
export type Seat = { participant: Participant; viewer: Viewer; joined: Date; zone: string };
export type SeatedCohort = {
	id: string;
	cohort: CastCohort;
	seats: Seat[];
	facilitators: ReadonlyMap<string, Viewer>;
};

/** Everything that is there before anybody does anything. */
export async function makeRows(): Promise<SeatedCohort[]> {
	const organisationIds = await makeOrganisations();
	const personIds = await makePeople(organisationIds);
	const seated: SeatedCohort[] = [];
	// One after the other, since cohorts are listed in the order in which they were made.
	for (const cohort of cohorts) seated.push(await makeCohort(cohort, organisationIds, personIds));
	return seated.map((each) => ({ ...each, facilitators: withAllPlaces(each, seated) }));
}

async function makeOrganisations(): Promise<Ids> {
	const ids = new Map<string, string>();
	for (const { name, kind, within } of organisations) {
		const parentId = within === null ? null : idOf(ids, within);
		const { id } = await prisma().organisation.create({
			data: { name, kind, parentId, createdAt: daysAgo(120) },
			select: { id: true }
		});
		ids.set(name, id);
	}
	return ids;
}

async function makePeople(organisationIds: Ids): Promise<Ids> {
	const everybody: { name: string; demoTitle?: DemoTitle }[] = [
		...cohorts.flatMap(({ participants }) => participants),
		...staff
	];
	const people = await prisma().person.createManyAndReturn({
		data: everybody.map(({ name, demoTitle }, index) => ({
			name,
			email: emailOf(name),
			demoTitle: demoTitle ?? null,
			// A minute apart: the sign-in page lists them in this order.
			createdAt: daysAgo(100, index)
		})),
		select: { id: true, name: true }
	});
	const ids = new Map(people.map(({ id, name }) => [name, id]));
	await prisma().organisationMembership.createMany({
		data: staff.map(({ name, organisation, leads }) => ({
			personId: idOf(ids, name),
			organisationId: idOf(organisationIds, organisation),
			role: leads ? 'lead' : 'staff',
			createdAt: daysAgo(100)
		}))
	});
	return ids;
}

async function makeCohort(
	cohort: CastCohort,
	organisationIds: Ids,
	personIds: Ids
): Promise<SeatedCohort> {
	const { id } = await prisma().cohort.create({
		data: {
			name: cohort.name,
			seriesId,
			organisationId: idOf(organisationIds, cohort.host),
			joinCode: cohort.joinCode,
			zone: cohort.zone,
			createdAt: daysAgo(cohort.startedDaysAgo + 7)
		},
		select: { id: true }
	});
	await makeDates(id, cohort);
	const enrol = async (
		name: string,
		organisation: string,
		role: 'participant' | 'facilitator',
		createdAt: Date
	): Promise<Viewer> => {
		const personId = idOf(personIds, name);
		const organisationId = idOf(organisationIds, organisation);
		const enrolment = await prisma().enrolment.create({
			data: { cohortId: id, personId, organisationId, role, createdAt },
			select: { id: true }
		});
		return {
			personId,
			name,
			email: emailOf(name),
			videoSpeed: 1,
			reading: null,
			language: 'en',
			enrolments: [{ enrolmentId: enrolment.id, cohortId: id, seriesId, role }],
			organisations: []
		};
	};
	const facilitators = new Map<string, Viewer>();
	for (const name of cohort.facilitators) {
		const made = daysAgo(cohort.startedDaysAgo + 7);
		facilitators.set(name, await enrol(name, organisationOf(name), 'facilitator', made));
	}
	const seats: Seat[] = [];
	for (const [index, participant] of cohort.participants.entries()) {
		const joined = joinedAt(cohort, participant, index);
		const viewer = await enrol(participant.name, participant.school, 'participant', joined);
		seats.push({ participant, viewer, joined, zone: cohort.zone });
	}
	return { id, cohort, seats, facilitators };
}

async function makeDates(cohortId: string, cohort: CastCohort): Promise<void> {
	const { opens, meeting, zone } = cohort;
	await prisma().moduleDate.create({
		data: { cohortId, moduleId: opens.moduleId, opensAt: atClock(daysAgo(-opens.inDays), 8, zone) }
	});
	const sessions = [
		...getModule(meeting.moduleId).prerequisites.map((moduleId) => ({
			moduleId,
			startsAt: wednesday(-26, zone)
		})),
		{ moduleId: meeting.moduleId, startsAt: wednesday(5, zone) }
	];
	await prisma().liveSession.createMany({
		data: sessions.map(({ moduleId, startsAt }) => ({
			cohortId,
			moduleId,
			startsAt,
			minutes: getModule(moduleId).minutes.live,
			place: meeting.place,
			callLink: meeting.callLink,
			code: makeCode(6)
		}))
	});
}

function joinedAt(cohort: CastCohort, { steps, quiet }: Participant, index: number): Date {
	if (steps === 0) return daysAgo(quiet, 9 * 60);
	return later(daysAgo(cohort.startedDaysAgo, 8 * 60), (index % 4) * 19 * 60 + index * 7);
}

/** Who facilitates two cohorts is one viewer with two places. */
function withAllPlaces(one: SeatedCohort, all: SeatedCohort[]): Map<string, Viewer> {
	return new Map(
		[...one.facilitators].map(([name, viewer]) => [
			name,
			{
				...viewer,
				enrolments: all.flatMap(({ facilitators }) => facilitators.get(name)?.enrolments ?? [])
			}
		])
	);
}

function organisationOf(name: string): string {
	const found = staff.find((person) => person.name === name);
	if (found === undefined) throw new Error(`${name} is not among the staff of the demo.`);
	return found.organisation;
}

function idOf(ids: Ids, name: string): string {
	const id = ids.get(name);
	if (id === undefined) throw new Error(`The demo has nothing called ${name}.`);
	return id;
}
