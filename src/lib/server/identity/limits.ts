import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { plural } from '../../messages/plural.ts';
import { inMinutes } from '../../minutes.ts';
import { db } from '../db/index.ts';
import { TooMany } from '../errors.ts';

/** So many tries in so many seconds. Counted in the database: a restart or a second process forgets none. */
export type Limit = { name: string; tries: number; seconds: number };

type Try = {
	/** Forgets every try of the key: it is who they said. */
	forgetAll: () => Promise<void>;
	/** Forgets this try only. */
	giveBack: () => Promise<void>;
};

const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts one try of `key` (an address, an account) against the limit, before it is known how it ends:
 * whoever has used up theirs learns nothing, also not by being right.
 * @returns what to do with the count when the try turned out to be in order.
 * @throws TooMany, which says how long to wait.
 */
export async function limitTries(limit: Limit, key: string): Promise<Try> {
	const limiter = limiterOf(limit);
	try {
		await limiter.consume(key);
	} catch (thrown) {
		if (!(thrown instanceof RateLimiterRes)) throw thrown;
		throw tooMany(thrown);
	}
	return {
		forgetAll: async () => void (await limiter.delete(key)),
		giveBack: async () => void (await limiter.reward(key))
	};
}

/**
 * For what is no try when it is right, so that it is not counted: whoever has used up theirs learns nothing by it.
 * @throws TooMany
 */
export async function requireTriesLeft(limit: Limit, key: string): Promise<void> {
	const used = await limiterOf(limit).get(key);
	if (used !== null && used.consumedPoints > limit.tries) throw tooMany(used);
}

function tooMany({ msBeforeNext }: RateLimiterRes): TooMany {
	const seconds = Math.ceil(msBeforeNext / 1000);
	return new TooMany(`Too many tries. Please wait ${spoken(seconds)} and try again.`);
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
	if (seconds < 90) return plural(seconds, ['# second', '# seconds']);
	return inMinutes(Math.ceil(seconds / 60));
}
