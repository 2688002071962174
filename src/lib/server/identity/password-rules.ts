/** NIST SP 800-63B-4, section 3.1.1.2: at least 15 where the password is the only factor. */
export const SHORTEST_PASSWORD = 15;
export const LONGEST_PASSWORD = 200;

const COMMON_WORDS =
	/password|passwort|contrase|qwerty|letmein|welcome|iloveyou|administrator|throughline|changeme|1q2w3e|abcdefgh|football|princess|sunshine/g;

/** Whether a password is so common, or so regular, that it is guessed early. */
export function isEasilyGuessed(password: string, ownWords: readonly string[]): boolean {
	const plain = password.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
	let rest = plain.replaceAll(COMMON_WORDS, '');
	for (const word of ownWords.flatMap((own) => own.toLowerCase().split(/[^\p{L}\p{N}]+/u))) {
		if (word.length >= 3) rest = rest.replaceAll(word, '');
	}
	rest = rest.replaceAll(/0123456789|123456789|12345678|1234567|123456|12345|1234|987654321/g, '');
	return rest.length < 6 || new Set(plain).size < 6 || isRepeated(plain);
}

function isRepeated(text: string): boolean {
	return /^(.{1,8}?)\1+.{0,8}$/u.test(text);
}
