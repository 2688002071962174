import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { prisma } from '../db/index.ts';
import {
	demoPeople,
	enterAs,
	findViewer,
	limitTries,
	register,
	registration,
	signIn,
	signOut,
	signOutEverywhere,
	type SessionCookie
} from './index.ts';
import { readInput } from '../forms.ts';

const ANA = {
	name: 'Ana Reyes',
	email: 'ana.reyes@example.org',
	password: 'four kettles on the shelf'
};
const ADDRESS = '192.0.2.1';

const header = ({ name, value }: SessionCookie) => `${name}=${value}`;
const whoHolds = async (cookie: SessionCookie) => (await findViewer(header(cookie))).viewer?.name;

beforeEach(async () => {
	await resetDatabase();
	await register(ANA);
});

describe('Ana', () => {
	test('signs in with her password, and is known by her cookie', async () => {
		expect(await whoHolds(await signIn(ANA, ADDRESS))).toBe('Ana Reyes');
	});

	test('is told the same for a wrong password as a stranger for an unknown address', async () => {
		const wrong = await signIn({ ...ANA, password: 'something else' }, ADDRESS).catch(String);
		const unknown = await signIn({ email: 'x@example.org', password: 'y' }, ADDRESS).catch(String);
		expect(wrong).toBe(unknown);
		expect(wrong).toContain('do not go together');
	});

	test('signs out here, and stays signed in on her phone', async () => {
		const laptop = await signIn(ANA, ADDRESS);
		const phone = await signIn(ANA, ADDRESS);
		await signOut(header(laptop));
		expect(await whoHolds(laptop)).toBeUndefined();
		expect(await whoHolds(phone)).toBe('Ana Reyes');
	});

	test('signs out everywhere at once', async () => {
		const laptop = await signIn(ANA, ADDRESS);
		const phone = await signIn(ANA, ADDRESS);
		const { viewer } = await findViewer(header(laptop));
		if (viewer !== null) await signOutEverywhere(viewer);
		expect(await whoHolds(laptop)).toBeUndefined();
		expect(await whoHolds(phone)).toBeUndefined();
	});

	test('has only the hash of her session and of her password in the database', async () => {
		const { value } = await signIn(ANA, ADDRESS);
		const rows = JSON.stringify([
			await prisma().authSession.findMany(),
			await prisma().person.findMany()
		]);
		expect(rows).not.toContain(value);
		expect(rows).not.toContain(ANA.password);
		expect(rows).toContain('$argon2id$');
	});

	test('signs in again after thirty days away, and after half a year in any case', async () => {
		const cookie = await signIn(ANA, ADDRESS);
		await prisma().authSession.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } });
		expect(await whoHolds(cookie)).toBeUndefined();

		const used = await signIn(ANA, ADDRESS);
		const longAgo = new Date(Date.now() - 181 * 24 * 60 * 60 * 1000);
		await prisma().authSession.updateMany({ data: { createdAt: longAgo } });
		expect(await whoHolds(used)).toBeUndefined();
	});

	test('has her session prolonged while she uses it', async () => {
		const cookie = await signIn(ANA, ADDRESS);
		const soon = new Date(Date.now() + 10 * 24 * 60 * 60 * 1000);
		await prisma().authSession.updateMany({ data: { expiresAt: soon } });
		const found = await findViewer(header(cookie));
		expect(found.cookie?.value).toBe(cookie.value);
		const { expiresAt } = await prisma().authSession.findFirstOrThrow();
		expect(expiresAt.getTime()).toBeGreaterThan(soon.getTime());
	});

	test('has one account with one address, whatever the case', async () => {
		const again = readInput({ ...ANA, email: ' ANA.Reyes@Example.org ' }, registration);
		await expect(register(again)).rejects.toMatchObject({ status: 409 });
	});
});

describe('Guessing', () => {
	test('is stopped for the account after ten tries, with the seconds to wait', async () => {
		const guess = () => signIn({ ...ANA, password: 'a wrong guess' }, ADDRESS);
		for (let tries = 0; tries < 10; tries++) {
			await expect(guess()).rejects.toMatchObject({ status: 400 });
		}
		await expect(guess()).rejects.toMatchObject({ status: 429 });
		await expect(signIn(ANA, '192.0.2.77')).rejects.toMatchObject({ status: 429 });
	});

	test('is counted by address too', async () => {
		const limit = { name: 'test', tries: 3, seconds: 60 };
		for (let tries = 0; tries < 3; tries++) await limitTries(limit, ADDRESS);
		await expect(limitTries(limit, ADDRESS)).rejects.toMatchObject({ status: 429 });
		await limitTries(limit, '192.0.2.2');
	});
});

describe('A new password', () => {
	const fault = (password: string) => {
		try {
			readInput({ ...ANA, password }, registration);
			return null;
		} catch (thrown) {
			return thrown;
		}
	};

	test.each([
		'four kettles on the shelf',
		'correct horse battery staple',
		'Übung macht die Meisterin',
		'  spaces are kept  '
	])('may be “%s”', (password) => {
		expect(fault(password)).toBeNull();
	});

	test.each([
		'too short',
		'passwordpassword',
		'aaaaaaaaaaaaaaaaaaaa',
		'1234567890123456',
		'ana.reyes@example.org',
		'abcabcabcabcabcabc',
		'Welcome123456789!'
	])('may not be “%s”', (password) => {
		expect(fault(password)).toMatchObject({ status: 400 });
		expect(fault(password)).toHaveProperty('fields.password');
	});
});

test('Nobody can be entered as outside the demo', async () => {
	const person = await prisma().person.create({
		data: { name: 'Demo', email: 'demo@example.org', demoTitle: 'participant' }
	});
	expect(await demoPeople()).toEqual([]);
	await expect(enterAs(person.id)).rejects.toMatchObject({ status: 404 });
});
