import type { Work } from '../../live/work.ts';
import { randomUUID } from 'node:crypto';
import { makeViewer, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { makeCode } from '../cohorts/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import {
	CODE_LENGTH,
	enter,
	enterAsGuest,
	findDoor,
	type Door,
	type OwnAttendee
} from './entering/enter.ts';
import { ask } from './asking/ask.ts';
import { findMeeting } from './meeting.ts';
import { start } from './start.ts';

/** Rooms for the tests of this domain. */

export const key = () => randomUUID();

/** A meeting of a cohort, begun unless told otherwise. */
export async function makeMeeting(
	cohortId: string,
	facilitator: Viewer | null,
	startsAt = new Date('2026-11-27T14:00:00Z')
): Promise<string> {
	const { id } = await prisma().liveSession.create({
		data: {
			cohortId,
			moduleId: 'lae-1',
			startsAt,
			minutes: 60,
			code: makeCode(CODE_LENGTH)
		},
		select: { id: true }
	});
	if (facilitator !== null) await start(facilitator, id, { key: key(), early: 'yes' });
	return id;
}

/** Puts the video of the module's first pages to the room. @returns its ask. */
export async function askVideo(facilitator: Viewer, meetingId: string): Promise<string> {
	await ask(facilitator, meetingId, {
		key: key(),
		block: 'lae-1-rooms',
		question: '',
		capture: 'wall',
		named: 'no'
	});
	const { id } = await prisma().liveAsk.findFirstOrThrow({
		where: { liveSessionId: meetingId, kind: 'video', closedAt: null },
		select: { id: true }
	});
	return id;
}

type Inside = Door & { attendee: OwnAttendee };

/** Somebody of the cohort comes in. */
export async function comeIn(
	meetingId: string,
	viewer: Viewer,
	mode: 'room' | 'remote' = 'room',
	work: Work | '' = ''
): Promise<Inside> {
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new Error('There is no such meeting.');
	await enter(viewer, meeting, { mode, work });
	return inside(meeting.code, viewer, undefined);
}

/** Somebody comes in without an account. */
export async function comeInAsGuest(
	meetingId: string,
	name: string,
	mode: 'room' | 'remote' = 'room'
): Promise<Inside> {
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new Error('There is no such meeting.');
	return inside(
		meeting.code,
		null,
		await enterAsGuest(meeting, { name, mode, work: '' }, '127.0.0.1')
	);
}

async function inside(code: string, viewer: Viewer | null, secret: string | undefined) {
	const door = await findDoor(code, viewer, () => secret, '127.0.0.1');
	if (!door?.attendee) throw new Error('Nobody came in.');
	return { ...door, attendee: door.attendee };
}

/** More people of Ana's cohort, who come in. */
export async function fill(
	network: SmallNetwork,
	meetingId: string,
	names: readonly string[]
): Promise<Inside[]> {
	const people: Inside[] = [];
	for (const name of names) {
		const viewer = await makeViewer(name, {
			cohortId: network.cohort.id,
			organisationId: network.school,
			role: 'participant'
		});
		people.push(await comeIn(meetingId, viewer));
	}
	return people;
}
