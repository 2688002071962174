import { pino } from 'pino';
import { config } from './config.ts';

let current: pino.Logger | undefined;

/**
 * The process's log. What people wrote is never passed to it; the redaction is the second lock on
 * that door.
 */
export function log(): pino.Logger {
	current ??= pino({
		level: config().logLevel,
		redact: ['password', '*.password', 'text', '*.text', 'cookie', '*.cookie', '*.headers']
	});
	return current;
}
