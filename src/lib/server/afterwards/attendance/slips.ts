import { createHash } from 'node:crypto';
import { JOIN_CODE_LETTERS } from '../../cohorts/index.ts';

/**
 * The code on somebody’s paper slip: on the sheet it stands beside their name, on the slip alone, so that slips can
 * be handed back to whose they are and lie about without a name. It opens nothing.
 */

const LENGTH = 4;

/** A code for each, the same every time; of two that would be alike the later takes another. */
export function slipCodes(meetingId: string, people: readonly string[]): Map<string, string> {
	const codes = new Map<string, string>();
	const taken = new Set<string>();
	for (const person of people.toSorted()) {
		let tries = 0;
		let code = slipCode(`${meetingId} ${person}`);
		while (taken.has(code)) code = slipCode(`${meetingId} ${person} ${++tries}`);
		taken.add(code);
		codes.set(person, code);
	}
	return codes;
}

function slipCode(text: string): string {
	const bytes = createHash('sha256').update(text).digest();
	return Array.from(
		bytes.subarray(0, LENGTH),
		(byte) => JOIN_CODE_LETTERS[byte % JOIN_CODE_LETTERS.length]
	).join('');
}
