import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '../db/index.ts';
import { TooMany } from '../errors.ts';

/** So many tries in so many seconds. Counted in the database: a restart or a second process forgets none. */
export type Limit = { name: string; tries: number; seconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts one try of `key` (an address, an account) against the limit.
 * @returns a function that forgets the tries of `key`, for when it turned out to be who they said.
 * @throws TooMany with the seconds to wait.
 */
export async function limitTries(limit: Limit, key: string): Promise<() => Promise<void>> {
	const limiter = limiterOf(limit);
	try {
		await limiter.consume(key);
	} catch (thrown) {
		if (!(thrown instanceof RateLimiterRes)) throw thrown;
		const seconds = Math.ceil(thrown.msBeforeNext / 1000);
		throw new TooMany(`Too many tries. Please wait ${spoken(seconds)} and try again.`, seconds);
	}
	return async () => {
		await limiter.delete(key);
	};
}

function limiterOf(limit: Limit): RateLimiterPostgres {
	const known = limiters.get(limit.name);
	if (known !== undefined) return known;
	const limiter = new RateLimiterPostgres({
		storeClient: db().pool,
		storeType: 'pool',
		tableName: 'rate_limit',
		tableCreated: true,
		keyPrefix: limit.name,
		points: limit.tries,
		duration: limit.seconds
	});
	limiters.set(limit.name, limiter);
	return limiter;
}

function spoken(seconds: number): string {
	if (seconds < 90) return `${seconds} seconds`;
	return `${Math.ceil(seconds / 60)} minutes`;
}
