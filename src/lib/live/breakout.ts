import type { Work } from './work.ts';
import type { BreakoutStep, GroupMember } from './room.ts';

/** What pages of a breakout have that does not come through the stream, and its time. */

/** Groups as they would be: shown before they are opened, and changed by hand. */
export interface Proposal {
	seed: number;
	/** Who takes part from elsewhere was to sit with nobody who is in the room. */
	apart: boolean;
	groups: ProposedPerson[][];
}

export interface ProposedPerson {
	attendeeId: string;
	name: string;
	/** Where they come from; null for a guest. */
	from: string | null;
	/** What they said that they do. */
	work: Work | null;
	isRemote: boolean;
}

/** Somebody’s own group: theirs and the facilitators’ to read, until the notes are brought to the wall. */
export interface OwnGroup {
	breakoutId: string;
	id: string;
	number: number;
	members: (GroupMember & { isMe: boolean })[];
	/** What I do in it. */
	role: string | null;
	note: string;
	revision: number;
	arranged: number;
}

/** A note that was kept, with what stands in it now: others’ words have come in. */
export interface KeptNote {
	text: string;
	revision: number;
}

/** Seconds until the groups are to be done, or back if they were called. Negative when that is over. */
export function secondsLeft(
	breakout: { openedAt: string; minutes: number; backAt: string | null },
	time: number
): number {
	const until =
		breakout.backAt === null
			? Date.parse(breakout.openedAt) + breakout.minutes * 60_000
			: Date.parse(breakout.backAt);
	return Math.ceil((until - time) / 1000);
}

/** Where a protocol is: its step, how long that lasts, and what follows. Its last step lasts as long as the groups. */
export function stepAt(
	steps: readonly BreakoutStep[],
	openedAt: string,
	time: number
): { index: number; step: BreakoutStep; secondsLeft: number; next: BreakoutStep | null } | null {
	let until = Date.parse(openedAt);
	for (const [index, step] of steps.entries()) {
		until += step.minutes * 60_000;
		const next = steps[index + 1] ?? null;
		if (time < until || next === null) {
			return { index, step, next, secondsLeft: Math.max(0, Math.ceil((until - time) / 1000)) };
		}
	}
	return null;
}
