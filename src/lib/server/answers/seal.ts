import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { config } from '../config.ts';

/**
 * What people write is encrypted before it reaches the database: AES-256-GCM, a fresh nonce each time,
 * and bound to its place, so that a text moved to another row does not open.
 * Layout: version 1, nonce 12, tag 16, ciphertext.
 */
const VERSION = 1;
const NONCE = 12;
const TAG = 16;

/** @param place what the text belongs to, for example an enrolment and a block. */
export function seal(text: string, place: string): Buffer {
	const nonce = randomBytes(NONCE);
	const cipher = createCipheriv('aes-256-gcm', config().answersKey, nonce);
	cipher.setAAD(Buffer.from(place));
	const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
	return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
}

/** @throws Error when the text was sealed with another key or for another place. */
export function unseal(sealed: Uint8Array, place: string): string {
	const bytes = Buffer.from(sealed);
	const nonce = bytes.subarray(1, 1 + NONCE);
	const decipher = createDecipheriv('aes-256-gcm', config().answersKey, nonce);
	decipher.setAAD(Buffer.from(place));
	decipher.setAuthTag(bytes.subarray(1 + NONCE, 1 + NONCE + TAG));
	const text = decipher.update(bytes.subarray(1 + NONCE + TAG));
	return Buffer.concat([text, decipher.final()]).toString('utf8');
}

/** The place of an answer. */
export function answerPlace(enrolmentId: string, blockId: string): string {
	return `answer:${enrolmentId}:${blockId}`;
}

/** The place of a reply. */
export function replyPlace(answerId: string): string {
	return `reply:${answerId}`;
}
