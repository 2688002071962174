import * as v from 'valibot';
import { prisma } from '../db/index.ts';
import { Invalid } from '../errors.ts';
import { line } from '../forms.ts';
import { startAuthSession, type SessionCookie } from './auth-sessions.ts';
import { limitTries } from './limits.ts';
import { LONGEST_PASSWORD } from './password-rules.ts';
import { isPassword } from './passwords.ts';

export const credentials = v.object({
	email: v.pipe(line(254, 'your email address'), v.toLowerCase()),
	password: v.pipe(
		v.string('Enter your password.'),
		v.minLength(1, 'Enter your password.'),
		v.maxLength(LONGEST_PASSWORD, 'That password is too long.')
	)
});

const BY_ACCOUNT = { name: 'sign-in-account', tries: 10, seconds: 15 * 60 };
// A whole school may sit behind one address.
const BY_ADDRESS = { name: 'sign-in-address', tries: 100, seconds: 15 * 60 };

/**
 * Signs a person in with their password. An unknown address and a wrong password get the same answer
 * after the same time.
 * @param address the network address that asks.
 * @throws Invalid, TooMany
 */
export async function signIn(
	{ email, password }: v.InferOutput<typeof credentials>,
	address: string
): Promise<SessionCookie> {
	const fromAddress = await limitTries(BY_ADDRESS, address);
	const atAccount = await limitTries(BY_ACCOUNT, email);
	const person = await prisma().person.findUnique({
		where: { email },
		select: { id: true, passwordHash: true }
	});
	const matches = await isPassword(password, person?.passwordHash ?? null);
	if (person === null || !matches) {
		throw new Invalid('That address and password do not go together. Please try again.');
	}
	await Promise.all([fromAddress.giveBack(), atAccount.forgetAll()]);
	return startAuthSession(person.id);
}
