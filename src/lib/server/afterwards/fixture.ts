import { randomUUID } from 'node:crypto';
import { seal } from '../answers/index.ts';
import { prisma } from '../db/index.ts';
import { responsePlace } from '../live/index.ts';
import type { Viewer } from '../viewer.ts';

/** A meeting that has been held, for the tests of what comes after one. */

export const STARTED = new Date('2026-11-18T20:00:00Z');
export const ENDED = new Date('2026-11-18T21:00:00Z');

let made = 0;

export async function makeHeld(cohortId: string, started = STARTED): Promise<string> {
	made += 1;
	const { id } = await prisma().liveSession.create({
		data: {
			cohortId,
			moduleId: 'lae-1',
			startsAt: started,
			minutes: 60,
			code: `HELD${made}`,
			startedAt: started,
			endedAt: new Date(started.getTime() + 60 * 60 * 1000),
			blocks: {
				create: [
					blockOf(0, 'open', 'Opening circle', 6, 9 * 60),
					blockOf(1, 'three-lists', 'Your own three lists', 7, 7 * 60),
					{ ...blockOf(2, 'stretch', 'Stretch and swap', 3, 0), minutes: 0, priority: 'skip' }
				]
			}
		}
	});
	return id;
}

function blockOf(
	position: number,
	blockId: string,
	title: string,
	planned: number,
	spentSeconds: number
) {
	return {
		blockId,
		position,
		title,
		kind: 'welcome',
		priority: 'must',
		min: 2,
		max: 12,
		planned,
		minutes: planned,
		spentSeconds
	};
}

export async function attend(
	meetingId: string,
	who: Viewer | string,
	[from, to]: readonly [Date, Date] = [STARTED, ENDED]
): Promise<string> {
	const { id } = await prisma().liveAttendee.create({
		data: {
			liveSessionId: meetingId,
			...(typeof who === 'string'
				? { guestName: who }
				: { enrolmentId: who.enrolments[0]?.enrolmentId ?? '' }),
			arrivedAt: from,
			leftAt: to
		}
	});
	return id;
}

export async function askIn(
	meetingId: string,
	ask: {
		blockId?: string;
		question?: string;
		choices?: object;
		kind?: string;
		capture?: string;
		named?: boolean;
		revealed?: boolean;
	} = {}
): Promise<string> {
	const { revealed = true, ...rest } = ask;
	const { id } = await prisma().liveAsk.create({
		data: {
			liveSessionId: meetingId,
			kind: 'reflect',
			...rest,
			askedAt: STARTED,
			closedAt: ENDED,
			revealedAt: revealed ? STARTED : null
		}
	});
	return id;
}

export async function say(
	askId: string,
	attendeeId: string,
	text: string | null,
	rest: { onWall?: boolean; hidden?: boolean; choices?: string[] } = {}
): Promise<string> {
	const { id } = await prisma().liveResponse.create({
		data: {
			askId,
			attendeeId,
			sealed: text === null ? null : Uint8Array.from(seal(text, responsePlace(askId, attendeeId))),
			answeredAt: STARTED,
			number: 1,
			...rest
		}
	});
	return id;
}

/** Its writer puts it in other words. */
export async function sayOtherwise(id: string, text: string): Promise<void> {
	const { askId, attendeeId } = await prisma().liveResponse.findUniqueOrThrow({ where: { id } });
	const sealed = Uint8Array.from(seal(text, responsePlace(askId, attendeeId)));
	await prisma().liveResponse.update({ where: { id }, data: { sealed } });
}

export const newKey = () => randomUUID();
