import { createHmac } from 'node:crypto';
import { config } from './config.ts';

/**
 * What is sent under a key that its page made. A retry sends the same again, and is the same sending. A page out of
 * the browser’s history sends other words under the same key: that is another sending, and nothing of it is dropped.
 */
type Sent = { key: string } & Record<string, unknown>;

/** The name of a sending: its key, with a mark of all that it says, from which nobody can guess the words. */
export function sendingOf(sent: Sent): string {
	return `${sent.key}.${markOf(sent).toString('base64url').slice(0, 22)}`;
}

/** The same as the id of the row that the sending makes. */
export function sendingId(sent: Sent): string {
	const hex = markOf(sent).toString('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}

function markOf(sent: Sent): Buffer {
	return createHmac('sha256', config().answersKey)
		.update(`sending:${JSON.stringify(sent)}`)
		.digest();
}
