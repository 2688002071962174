import { AsyncLocalStorage } from 'node:async_hooks';

const pretended = new AsyncLocalStorage<Date>();

/** The time that every domain goes by. */
export function now(): Date {
	return pretended.getStore() ?? new Date();
}

/** Runs `work` as if it were `date`: for the demo network's past, and for tests of locks and dates. */
export function at<Result>(date: Date, work: () => Promise<Result>): Promise<Result> {
	return pretended.run(date, work);
}
