import { prisma } from '../../src/lib/server/db/index.ts';
import { makeJoinCode } from '../../src/lib/server/cohorts/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';

/** The people of the tests, who are also the demo's: see prisma/cast.ts. */
export type Name =
	| 'Ana Reyes'
	| 'Jonah Bell'
	| 'Denise Whitfield'
	| 'Marcus Lindqvist'
	| 'Sofia Marchetti'
	| 'Priya Raman';

export type SmallNetwork = {
	county: string;
	school: string;
	/** Ana and Jonah take part, Denise facilitates. */
	cohort: { id: string; joinCode: string };
	/** Sofia takes part, Marcus facilitates. */
	otherCohort: { id: string; joinCode: string };
	/** Each as the hooks would know them. Priya leads the county. */
	viewers: Record<Name, Viewer>;
};

/** A county with one school and two cohorts of the same series. */
export async function makeSmallNetwork(): Promise<SmallNetwork> {
	const county = await makeOrganisation('Larkspur County Office', 'county', null);
	const school = await makeOrganisation('Alder Street School', 'school', county);
	const cohort = await makeCohort('Alder Street team', county);
	const otherCohort = await makeCohort('Harbor team', county);

	const enrolled = (name: Name, cohortId: string, role: 'participant' | 'facilitator') =>
		makeViewer(name, { cohortId, organisationId: school, role });
	return {
		county,
		school,
		cohort,
		otherCohort,
		viewers: {
			'Ana Reyes': await enrolled('Ana Reyes', cohort.id, 'participant'),
			'Jonah Bell': await enrolled('Jonah Bell', cohort.id, 'participant'),
			'Denise Whitfield': await enrolled('Denise Whitfield', cohort.id, 'facilitator'),
			'Sofia Marchetti': await enrolled('Sofia Marchetti', otherCohort.id, 'participant'),
			'Marcus Lindqvist': await enrolled('Marcus Lindqvist', otherCohort.id, 'facilitator'),
			'Priya Raman': await makeLead('Priya Raman', county)
		}
	};
}

/** One more participant of a cohort. */
export async function makeViewer(
	name: string,
	place: { cohortId: string; organisationId: string; role: 'participant' | 'facilitator' }
): Promise<Viewer> {
	const viewer = await makePerson(name);
	const { id } = await prisma().enrolment.create({
		data: { ...place, personId: viewer.personId },
		select: { id: true }
	});
	const { cohortId, role } = place;
	return { ...viewer, enrolments: [{ enrolmentId: id, cohortId, seriesId: 'lae', role }] };
}

async function makeLead(name: Name, organisationId: string): Promise<Viewer> {
	const viewer = await makePerson(name);
	await prisma().organisationMembership.create({
		data: { personId: viewer.personId, organisationId, role: 'lead' }
	});
	return { ...viewer, organisations: [{ organisationId, role: 'lead' }] };
}

async function makePerson(name: string): Promise<Viewer> {
	const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;
	const { id } = await prisma().person.create({ data: { name, email }, select: { id: true } });
	return {
		personId: id,
		name,
		email,
		videoSpeed: 1,
		language: 'en',
		reading: null,
		enrolments: [],
		organisations: []
	};
}

async function makeOrganisation(
	name: string,
	kind: 'county' | 'school',
	parentId: string | null
): Promise<string> {
	const { id } = await prisma().organisation.create({
		data: { name, kind, parentId },
		select: { id: true }
	});
	return id;
}

async function makeCohort(name: string, organisationId: string) {
	return prisma().cohort.create({
		data: {
			name,
			organisationId,
			seriesId: 'lae',
			joinCode: makeJoinCode(),
			zone: 'America/New_York'
		},
		select: { id: true, joinCode: true }
	});
}
