import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
const HASH_BYTES = 32;

const derive = promisify(argon2);

/** Hashes off the event loop, into the PHC string form. */
export async function hashPassword(password: string): Promise<string> {
	const salt = randomBytes(16);
	const hash = await derived(password, salt);
	return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$${base64(salt)}$${base64(hash)}`;
}

/** Takes as long for a person without a password, or for nobody, as for anybody else. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
	const [salt, hash] = (stored ?? '').split('$').slice(-2);
	const expected = Buffer.from(hash ?? '', 'base64');
	const actual = await derived(
		password,
		Buffer.from(salt ? salt : 'AAAAAAAAAAAAAAAAAAAAAA', 'base64')
	);
	return expected.length === actual.length && timingSafeEqual(actual, expected);
}

function derived(password: string, salt: Buffer): Promise<Buffer> {
	return derive('argon2id', {
		message: Buffer.from(password.normalize('NFKC')),
		nonce: salt,
		parallelism: LANES,
		tagLength: HASH_BYTES,
		memory: MEMORY_KIB,
		passes: PASSES
	});
}

function base64(bytes: Buffer): string {
	return bytes.toString('base64').replaceAll('=', '');
}
