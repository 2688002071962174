import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';

/** The people of one cohort who take part for one organisation: what they make together belongs to the team. */
export type TeamKey = { cohortId: string; organisationId: string };

export type Team = TeamKey & {
	/** The organisation's name. */
	name: string;
	/** In the order in which they joined. */
	members: TeamMember[];
};

export type TeamMember = {
	enrolmentId: string;
	personId: string;
	name: string;
	role: 'participant' | 'facilitator';
};

/** Which team an enrolment belongs to. */
export async function getTeamKey(enrolmentId: string): Promise<TeamKey> {
	const found = await prisma().enrolment.findUnique({
		where: { id: enrolmentId },
		select: { cohortId: true, organisationId: true }
	});
	if (found === null) throw new NotFound();
	return found;
}

/** The team of an enrolment, with who is in it. */
export async function getTeam(enrolmentId: string): Promise<Team> {
	const { cohortId, organisationId } = await getTeamKey(enrolmentId);
	const [team] = await readTeams({ cohortId, organisationId });
	if (team === undefined) throw new NotFound();
	return team;
}

/** The teams of a cohort, in the order of their names. The caller knows that the viewer facilitates it. */
export async function listTeams(cohortId: string): Promise<Team[]> {
	return readTeams({ cohortId });
}

async function readTeams(where: { cohortId: string; organisationId?: string }): Promise<Team[]> {
	const enrolments = await prisma().enrolment.findMany({
		where,
		orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
		select: {
			id: true,
			personId: true,
			role: true,
			cohortId: true,
			organisationId: true,
			organisation: { select: { name: true } },
			person: { select: { name: true } }
		}
	});
	const teams = Map.groupBy(enrolments, ({ organisationId }) => organisationId);
	return [...teams.values()]
		.flatMap((of) => {
			const [first] = of;
			if (first === undefined) return [];
			const { cohortId, organisationId, organisation } = first;
			const members = of.map(({ id, personId, role, person }) => ({
				enrolmentId: id,
				personId,
				role,
				name: person.name
			}));
			return [{ cohortId, organisationId, name: organisation.name, members }];
		})
		.toSorted((one, other) => one.name.localeCompare(other.name, 'en'));
}
