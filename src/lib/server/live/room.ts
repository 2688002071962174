import {
	partNames,
	type PartName,
	type Room,
	type RoomMessage,
	type Surface
} from '../../live/room.ts';
import type { Language } from '../../languages.ts';
import { now } from '../clock.ts';
import { statement } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import type { Changed } from './change.ts';
import { findMeeting, type Meeting } from './meeting.ts';
import { readAsked } from './asking/read-asked.ts';
import { readBreakout } from './breakouts/read-breakout.ts';
import { readParked } from './parking/read-parked.ts';
import { readPeople } from './entering/read-people.ts';
import { readRun } from './read-run.ts';
import { readWall } from './wall/read-wall.ts';

type Look = { surface: Surface; language: Language };

/** How each part is read. `since` is the number that the page knows already; 0 is a first look. */
const readers: {
	[Part in PartName]: (meeting: Meeting, look: Look, since: number) => Promise<Room[Part]>;
} = {
	run: (meeting, { surface, language }) => readRun(meeting, surface, language),
	asked: (meeting, { language }) => readAsked(meeting, language),
	wall: readWall,
	people: (meeting, { surface }) => readPeople(meeting, surface),
	parked: (meeting, { surface }) => readParked(meeting, surface),
	breakout: (meeting, { surface, language }) => readBreakout(meeting, surface, language),
	screen: ({ parkedShown, askedInFront }) =>
		Promise.resolve({ hasParked: parkedShown, hasAskedInFront: askedInFront })
};

/** All that one surface shows of a meeting. */
export async function readRoom(meeting: Meeting, look: Look): Promise<Room & { now: string }> {
	const current = await findMeeting(meeting.id);
	if (current === null) throw new NotFound();
	// It was asked for all of them.
	return (await readParts(current, look, 0, partNames)) as Room & { now: string };
}

/**
 * What a page that knows the change `since` has to hear, so that it stands where the room stands. What changed
 * is looked up rather than taken from what was heard on the channel: the number it is given then never stands
 * for a change that it was not told.
 * @returns null when it knows everything.
 */
export async function readMessage(
	meetingId: string,
	look: Look,
	since: number
): Promise<RoomMessage | null> {
	// The number is read first: what happens while the parts are read is told again, never missed.
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new NotFound();
	if (meeting.number <= since) return null;
	return readParts(meeting, look, since, await changedSince(meetingId, since));
}

async function readParts(
	meeting: Meeting,
	look: Look,
	since: number,
	changed: readonly Changed[]
): Promise<RoomMessage> {
	const wanted = new Set(changed.map((part) => (part === 'count' ? 'asked' : part)));
	// A wall that opened, closed or was revealed is told whole.
	const wallSince = changed.includes('asked') ? 0 : since;
	const parts = await Promise.all(
		partNames
			.filter((part) => wanted.has(part))
			.map(async (part) => {
				const from = part === 'wall' ? wallSince : since;
				return [part, await readers[part](meeting, look, from)] as const;
			})
	);
	return { number: meeting.number, now: now().toISOString(), ...Object.fromEntries(parts) };
}

/** The parts that changed after a number. */
async function changedSince(meetingId: string, number: number): Promise<Changed[]> {
	if (number === 0) return [...partNames];
	const rows = await statement<{ part: Changed }>(
		'live-changed',
		`select distinct unnest(parts) as part from live_event
		where live_session_id = $1 and number > $2`,
		[meetingId, number]
	);
	return rows.map(({ part }) => part);
}
