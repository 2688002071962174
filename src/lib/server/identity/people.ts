import * as v from 'valibot';
import { Prisma, prisma } from '../db/index.ts';
import { Conflict } from '../errors.ts';
import { line } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import { isEasilyGuessed, LONGEST_PASSWORD, SHORTEST_PASSWORD } from './password-rules.ts';
import { hashPassword } from './passwords.ts';

const email = v.pipe(
	line(254, 'your email address'),
	v.toLowerCase(),
	v.email('Enter an email address like name@school.org.')
);

/** What a new person enters about themselves. */
export const registration = v.pipe(
	v.object({
		name: line(100, 'your name'),
		email,
		password: v.pipe(
			v.string('Enter a password.'),
			v.minLength(
				SHORTEST_PASSWORD,
				`Use at least ${SHORTEST_PASSWORD} characters: three or four words that only you put together.`
			),
			v.maxLength(LONGEST_PASSWORD, `Keep the password to ${LONGEST_PASSWORD} characters.`)
		)
	}),
	v.forward(
		v.partialCheck(
			[['name'], ['email'], ['password']],
			({ name, email, password }) => !isEasilyGuessed(password, [name, email]),
			'That password is easy to guess. Use three or four words that only you put together.'
		),
		['password']
	)
);

export type Registration = v.InferOutput<typeof registration>;

/** @throws Conflict when the address has an account already. */
export async function register({ name, email, password }: Registration): Promise<string> {
	const passwordHash = await hashPassword(password);
	try {
		const person = await prisma().person.create({ data: { name, email, passwordHash } });
		return person.id;
	} catch (thrown) {
		if (!isTaken(thrown)) throw thrown;
		throw new Conflict('There is an account with this address already. Sign in, then join.');
	}
}

/** Keeps the speed at which the viewer watches videos, 0.5 to 2, for all their devices. */
export async function keepVideoSpeed(viewer: Viewer, videoSpeed: number): Promise<void> {
	if (viewer.videoSpeed === videoSpeed) return;
	await prisma().person.update({ where: { id: viewer.personId }, data: { videoSpeed } });
}

function isTaken(thrown: unknown): boolean {
	return thrown instanceof Prisma.PrismaClientKnownRequestError && thrown.code === 'P2002';
}
