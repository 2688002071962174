import * as v from 'valibot';
import { prisma } from '../db/index.ts';
import { Invalid } from '../errors.ts';
import { uuid } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { getMeeting } from './meeting.ts';
import { listMeant, scope } from './set.ts';

/** Who does what in a meeting. Everybody of the cohort may be asked to. */

export const ROLES = ['facilitator', 'co-facilitator', 'producer', 'timekeeper'] as const;
export type Role = (typeof ROLES)[number];

/** Somebody of the cohort, by their place in it. */
export type CohortPerson = { enrolmentId: string; name: string; facilitates: boolean };

const someone = v.optional(v.union([v.literal(''), uuid], 'Choose somebody from the list.'), '');

export const roleFields = {
	facilitator: someone,
	'co-facilitator': someone,
	producer: someone,
	timekeeper: someone
};

export const rolesInput = v.object({ ...roleFields, scope });
export type RolesInput = v.InferOutput<v.ObjectSchema<typeof roleFields, undefined>>;

/** Facilitators first, then by name. */
export async function listPeople(cohortId: string): Promise<CohortPerson[]> {
	const enrolments = await prisma().enrolment.findMany({
		where: { cohortId },
		select: { id: true, role: true, person: { select: { name: true } } }
	});
	return enrolments
		.map(({ id, role, person }) => ({
			enrolmentId: id,
			name: person.name,
			facilitates: role === 'facilitator'
		}))
		.sort(
			(one, other) =>
				Number(other.facilitates) - Number(one.facilitates) || one.name.localeCompare(other.name)
		);
}

/** Who was chosen, each for one role. @throws Invalid for somebody of another cohort. */
export async function chosenRoles(
	cohortId: string,
	input: RolesInput
): Promise<{ role: Role; enrolmentId: string }[]> {
	const chosen = ROLES.map((role) => ({ role, enrolmentId: input[role] })).filter(
		({ enrolmentId }) => enrolmentId !== ''
	);
	const there = await prisma().enrolment.findMany({
		where: { cohortId, id: { in: chosen.map(({ enrolmentId }) => enrolmentId) } },
		select: { id: true }
	});
	const known = new Set(there.map(({ id }) => id));
	const stranger = chosen.find(({ enrolmentId }) => !known.has(enrolmentId));
	if (stranger !== undefined) {
		const message = 'Choose somebody from the list.';
		throw new Invalid(message, { [stranger.role]: message });
	}
	return chosen;
}

/**
 * Sets who does what in a meeting, or in several of its set: these get only the roles that were given to somebody
 * else, and keep the others. Nobody is told: it is between those who prepare.
 * @returns in how many meetings.
 */
export async function keepRoles(
	viewer: Viewer,
	meetingId: string,
	{ scope: meant, ...input }: v.InferOutput<typeof rolesInput>
): Promise<number> {
	const meeting = await getMeeting(viewer, meetingId);
	const [chosen, kept, meetings] = await Promise.all([
		chosenRoles(meeting.cohortId, input),
		prisma().meetingRole.findMany({ where: { liveSessionId: meetingId } }),
		listMeant(meeting, meant)
	]);
	const givenTo = (roles: readonly { role: string; enrolmentId: string }[], role: Role) =>
		roles.find((one) => one.role === role)?.enrolmentId;
	const changed = ROLES.filter((role) => givenTo(chosen, role) !== givenTo(kept, role));
	const ids = meetings.map(({ id }) => id);
	await prisma().$transaction([
		prisma().meetingRole.deleteMany({
			where: { liveSessionId: { in: ids }, role: { in: changed } }
		}),
		prisma().meetingRole.createMany({
			data: ids.flatMap((id) =>
				chosen
					.filter(({ role }) => changed.includes(role))
					.map((one) => ({ ...one, liveSessionId: id }))
			),
			skipDuplicates: true
		})
	]);
	return ids.length;
}
