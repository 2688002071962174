import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { prisma } from '../db/index.ts';
import { findViewer } from '../identity/index.ts';
import { JOIN_CODE_LETTERS, makeJoinCode, readJoinCode } from './join-code.ts';
import { findJoinable, join, joinAsNewPerson } from './join.ts';
import { openModule, setModuleDate } from './pacing.ts';

const ADDRESS = '192.0.2.1';
const LEILA = {
	name: 'Leila Haddad',
	email: 'leila.haddad@example.org',
	password: 'seven slow buses home'
};

let network: SmallNetwork;
beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
});

describe('A join code', () => {
	test('has eight letters without look-alikes', () => {
		expect(makeJoinCode()).toMatch(new RegExp(`^[${JOIN_CODE_LETTERS}]{8}$`));
		expect(JOIN_CODE_LETTERS).not.toMatch(/[0O1IL2Z5S8BUV]/);
	});

	test('is read however a person types it', () => {
		fc.assert(
			fc.property(fc.constantFrom('-', ' ', ''), fc.boolean(), (gap, lower) => {
				const code = makeJoinCode();
				const typed = ` ${code.slice(0, 4)}${gap}${code.slice(4)} `;
				expect(readJoinCode(lower ? typed.toLowerCase() : typed)).toBe(code);
			})
		);
	});

	test('is never read from anything else', () => {
		fc.assert(
			fc.property(fc.string(), (typed) => {
				const code = readJoinCode(typed);
				if (code !== null) expect(code).toMatch(new RegExp(`^[${JOIN_CODE_LETTERS}]{8}$`));
			})
		);
	});
});

describe('Leila, who is new', () => {
	test('joins with the code as a participant of that cohort only, and is signed in', async () => {
		const { cohort, school } = network;
		const { name, value } = await joinAsNewPerson(
			cohort.joinCode,
			LEILA,
			{ organisationId: school },
			ADDRESS
		);
		const { viewer } = await findViewer(`${name}=${value}`);
		expect(viewer).toMatchObject({
			name: 'Leila Haddad',
			enrolments: [{ cohortId: cohort.id, role: 'participant' }],
			organisations: []
		});
	});

	test('gets no account when the school is not one of the cohort’s', async () => {
		const { cohort, county } = network;
		await expect(
			joinAsNewPerson(cohort.joinCode, LEILA, { organisationId: county }, ADDRESS)
		).rejects.toMatchObject({ status: 400 });
		expect(await prisma().person.count({ where: { email: LEILA.email } })).toBe(0);
	});

	test('is stopped after sixty wrong codes from one address', async () => {
		for (let tries = 0; tries < 60; tries++) {
			expect(await findJoinable('ACDEFGHJ', ADDRESS)).toBeNull();
		}
		await expect(findJoinable('ACDEFGHJ', ADDRESS)).rejects.toMatchObject({ status: 429 });
		const right = findJoinable(network.cohort.joinCode, ADDRESS);
		await expect(right).rejects.toMatchObject({ status: 429 });
	});

	test('is never stopped by right ones', async () => {
		for (let tries = 0; tries < 61; tries++) {
			expect(await findJoinable(network.cohort.joinCode, ADDRESS)).not.toBeNull();
		}
	});
});

describe('Sofia, who has an account', () => {
	test('joins a second cohort, and joining twice is joining once', async () => {
		const { viewers, cohort, school } = network;
		const joining = () =>
			join(viewers['Sofia Marchetti'], cohort.joinCode, { organisationId: school }, ADDRESS);
		await Promise.all([joining(), joining(), joining()]);
		const places = await prisma().enrolment.count({
			where: { personId: viewers['Sofia Marchetti'].personId }
		});
		expect(places).toBe(2);
	});
});

test('Denise, who facilitates, stays a facilitator when she opens her own join link', async () => {
	const { viewers, cohort, school } = network;
	await join(viewers['Denise Whitfield'], cohort.joinCode, { organisationId: school }, ADDRESS);
	const place = await prisma().enrolment.findFirstOrThrow({
		where: { personId: viewers['Denise Whitfield'].personId }
	});
	expect(place.role).toBe('facilitator');
});

describe('A module of a cohort', () => {
	test('is opened and dated by its facilitator', async () => {
		const { viewers, cohort } = network;
		const denise = viewers['Denise Whitfield'];
		await setModuleDate(denise, cohort.id, 'lae-2', new Date('2027-01-11T14:00:00Z'));
		await setModuleDate(denise, cohort.id, 'lae-2', new Date('2027-01-12T14:00:00Z'));
		await openModule(denise, cohort.id, 'lae-2');
		await openModule(denise, cohort.id, 'lae-2');
		expect(await prisma().moduleDate.count()).toBe(1);
		expect(await prisma().moduleOpening.count()).toBe(1);
	});

	test.each(['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'] as const)(
		'is not for %s to open',
		async (name) => {
			const { viewers, cohort } = network;
			await expect(openModule(viewers[name], cohort.id, 'lae-2')).rejects.toMatchObject({
				status: 404
			});
			expect(await prisma().moduleOpening.count()).toBe(0);
		}
	);

	test('of another series is not found', async () => {
		const { viewers, cohort } = network;
		await expect(
			openModule(viewers['Denise Whitfield'], cohort.id, 'no-such-module')
		).rejects.toMatchObject({ status: 404 });
	});
});
