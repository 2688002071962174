import { randomInt } from 'node:crypto';

/** Letters and digits without look-alikes: no 0 O, 1 I L, 2 Z, 5 S, 8 B, U V. */
export const JOIN_CODE_LETTERS = 'ACDEFGHJKMNPQRTWXY34679';
const JOIN_CODE = 8;

export function makeJoinCode(): string {
	return makeCode(JOIN_CODE);
}

export function readJoinCode(typed: string): string | null {
	return readCode(typed, JOIN_CODE);
}

/** A code of so many letters, to be read out and typed. */
export function makeCode(length: number): string {
	return Array.from({ length }, () => JOIN_CODE_LETTERS[randomInt(JOIN_CODE_LETTERS.length)]).join(
		''
	);
}

/** The code in what a person typed, in whatever case and grouping; null when it cannot be one. */
export function readCode(typed: string, length: number): string | null {
	const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
	const isCode =
		code.length === length && [...code].every((letter) => JOIN_CODE_LETTERS.includes(letter));
	return isCode ? code : null;
}
