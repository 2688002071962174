import { randomInt } from 'node:crypto';

/** Letters and digits without look-alikes: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const JOIN_CODE_LETTERS = 'ACDEFGHJKMNPQRTWXY34679';
const LENGTH = 8;

export function makeJoinCode(): string {
	return Array.from(
		{ length: LENGTH },
		() => JOIN_CODE_LETTERS[randomInt(JOIN_CODE_LETTERS.length)]
	).join('');
}

/** The code in what a person typed, in whatever case and grouping; null when it cannot be one. */
export function readJoinCode(typed: string): string | null {
	const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
	const isCode =
		code.length === LENGTH && [...code].every((letter) => JOIN_CODE_LETTERS.includes(letter));
	return isCode ? code : null;
}
