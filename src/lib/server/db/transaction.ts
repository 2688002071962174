import type { PoolClient } from 'pg';
import { db } from './index.ts';

/** Runs `work` in one transaction on one connection; a throw rolls it back. */
export async function transaction<Result>(
	work: (client: PoolClient) => Promise<Result>
): Promise<Result> {
	const client = await db().pool.connect();
	try {
		await client.query('begin');
		const result = await work(client);
		await client.query('commit');
		return result;
	} catch (thrown) {
		// A connection that broke has rolled back by itself; what went wrong first is what to tell.
		await client.query('rollback').catch(() => undefined);
		throw thrown;
	} finally {
		client.release();
	}
}
