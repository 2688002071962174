import { createHmac, timingSafeEqual } from 'node:crypto';
import { config } from '../config.ts';

/**
 * When a page with a video was opened, signed: a player can have played no longer than since then,
 * whatever it reports and however long it was offline.
 */
export function stampOpening(enrolmentId: string, opened: Date): string {
	return `${opened.getTime()}.${signature(enrolmentId, String(opened.getTime()))}`;
}

/** When the page was opened, or null when the stamp is not ours or not this person's. */
export function readOpening(enrolmentId: string, stamp: string): Date | null {
	const [time = '', signed = ''] = stamp.split('.');
	const expected = Buffer.from(signature(enrolmentId, time));
	const given = Buffer.from(signed);
	if (expected.length !== given.length || !timingSafeEqual(expected, given)) return null;
	return new Date(Number(time));
}

function signature(enrolmentId: string, time: string): string {
	return createHmac('sha256', config().answersKey)
		.update(`page opened:${enrolmentId}:${time}`)
		.digest('base64url');
}
