import * as v from 'valibot';
import { prisma } from '../db/index.ts';
import { NotFound, Invalid } from '../errors.ts';
import { uuid } from '../forms.ts';
import { getSeries } from '../curriculum/index.ts';
import {
	limitTries,
	register,
	startAuthSession,
	type Registration,
	type SessionCookie
} from '../identity/index.ts';
import { listSchoolsBelow, type Organisation } from '../network/index.ts';
import type { Viewer } from '../viewer.ts';
import { readJoinCode } from './join-code.ts';

/** What a person who holds the code may see before they join. */
export type Joinable = {
	cohortId: string;
	code: string;
	name: string;
	seriesId: string;
	seriesTitle: string;
	host: string;
	organisations: Organisation[];
};

/** Which organisation a person takes part for. */
export const joining = v.object({ organisationId: uuid });
export type Joining = v.InferOutput<typeof joining>;

// A whole school may sit behind one address, and a code has 23^8 values.
const WRONG_CODES = { name: 'join-address', tries: 60, seconds: 15 * 60 };
/** So that a code that is known fills no database with accounts. */
const NEW_ACCOUNTS = { name: 'register-address', tries: 120, seconds: 15 * 60 };

/**
 * The cohort with the code that was typed, or null.
 * @param address the network address that asks.
 * @throws TooMany
 */
export async function findJoinable(typed: string, address: string): Promise<Joinable | null> {
	const code = readJoinCode(typed);
	if (code === null) return null;
	const guess = await limitTries(WRONG_CODES, address);
	const cohort = await prisma().cohort.findUnique({
		where: { joinCode: code },
		select: {
			id: true,
			name: true,
			seriesId: true,
			organisation: { select: { id: true, name: true } }
		}
	});
	if (cohort === null) return null;
	await guess.giveBack();
	return {
		cohortId: cohort.id,
		code,
		name: cohort.name,
		seriesId: cohort.seriesId,
		seriesTitle: getSeries(cohort.seriesId).title,
		host: cohort.organisation.name,
		organisations: await listSchoolsBelow(cohort.organisation.id)
	};
}

/** Gives the viewer a participant's place in the cohort. Joining twice is joining once. */
export async function join(
	viewer: Viewer,
	code: string,
	chosen: Joining,
	address: string
): Promise<void> {
	const cohort = await getJoinable(code, chosen, address);
	await enrol(viewer.personId, cohort.cohortId, chosen.organisationId);
}

/** Makes an account and joins with it, and signs it in. */
export async function joinAsNewPerson(
	code: string,
	person: Registration,
	chosen: Joining,
	address: string
): Promise<SessionCookie> {
	const cohort = await getJoinable(code, chosen, address);
	await limitTries(NEW_ACCOUNTS, address);
	const personId = await register(person);
	await enrol(personId, cohort.cohortId, chosen.organisationId);
	return startAuthSession(personId);
}

async function getJoinable(code: string, chosen: Joining, address: string): Promise<Joinable> {
	const cohort = await findJoinable(code, address);
	if (cohort === null)
		throw new NotFound('No cohort has this code. Please check it and try again.');
	if (!cohort.organisations.some(({ id }) => id === chosen.organisationId)) {
		throw new Invalid('Choose your school from the list.', {
			organisationId: 'Choose your school from the list.'
		});
	}
	return cohort;
}

async function enrol(personId: string, cohortId: string, organisationId: string): Promise<void> {
	await prisma().enrolment.createMany({
		data: [{ personId, cohortId, organisationId, role: 'participant' }],
		skipDuplicates: true
	});
}
