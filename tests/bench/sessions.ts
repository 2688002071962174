import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

/** Signs somebody in, and gives the cookie that their browser would hold. */
export async function startSessionIn(client: pg.Client, personId: string): Promise<string> {
	const session = randomBytes(20).toString('hex');
	const hash = createHash('sha256').update(session).digest('hex');
	await client.query(
		`insert into auth_session (id, person_id, expires_at) values ($1, $2, now() + interval '1 day')`,
		[hash, personId]
	);
	return `throughline_session=${session}`;
}
