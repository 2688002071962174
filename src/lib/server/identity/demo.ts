import { config } from '../config.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import { startAuthSession, type SessionCookie } from './auth-sessions.ts';

export type DemoPerson = { personId: string; name: string; title: string };

/** The cast that the demo offers to enter as. Nobody outside the demo. */
export async function demoPeople(): Promise<DemoPerson[]> {
	if (!config().demo) return [];
	const people = await prisma().person.findMany({
		where: { demoTitle: { not: null } },
		orderBy: { createdAt: 'asc' },
		select: { id: true, name: true, demoTitle: true }
	});
	return people.map(({ id, name, demoTitle }) => ({ personId: id, name, title: demoTitle ?? '' }));
}

/** Enters as one of the cast without a password: in the demo only. */
export async function enterAs(personId: string): Promise<SessionCookie> {
	const people = await demoPeople();
	if (!people.some((person) => person.personId === personId)) throw new NotFound();
	return startAuthSession(personId);
}
