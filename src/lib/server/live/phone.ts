import { randomUUID } from 'node:crypto';
import type { HeldQuestion, OwnPart } from '../../live/phone.ts';
import type { Room } from '../../live/room.ts';
import type { Work } from '../../live/work.ts';
import type { Language } from '../../languages.ts';
import { getModule } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { readClaim, type Claim } from './entering/claim.ts';
import { readWork, type Door, type Mode, type OwnAttendee } from './entering/enter.ts';
import { readOwn } from './asking/own.ts';
import { listHeld } from './parking/own-held.ts';
import { readRoom } from './room.ts';

/** The page of a meeting for who takes part, from the door to the day after. */
export type Phone = {
	code: string;
	title: string;
	cohort: string;
	startsAt: Date;
	zone: string;
	status: 'ahead' | 'running' | 'ended';
	/** Who holds a place in the cohort comes in with it. */
	isOfCohort: boolean;
	/** The console, for who facilitates: they see what participants see, and answer nothing. */
	consoleHref: string | null;
	who: Who | null;
	/** At the door: what they said last that they do. */
	work: Work | null;
	/** At the door: what is told to whoever was noted as having left. */
	left: string | null;
	/** Of who is in, or looks on. */
	room: (Room & { now: string }) | null;
	own: OwnPart | null;
	/** What they parked and others do not see yet. */
	held: HeldQuestion[];
	/** What this browser wrote as a guest, for who is signed in now. */
	claim: Claim | null;
	/** For forms that are sent without JavaScript. */
	key: string;
};

export type Who = {
	attendeeId: string;
	/** By whom words on this device are kept: the place in the cohort, or the guest’s in the room. */
	ownerId: string;
	name: string;
	isGuest: boolean;
	mode: Mode;
};

export async function readPhone(
	viewer: Viewer | null,
	door: Door,
	language: Language
): Promise<Phone> {
	const { meeting, enrolment, attendee } = door;
	const isFacilitator = enrolment?.role === 'facilitator';
	const left = attendee !== null && hasLeft(door, attendee);
	const isIn = attendee !== null && !left;
	const cohort = await prisma().cohort.findUniqueOrThrow({
		where: { id: meeting.cohortId },
		select: { name: true, zone: true }
	});
	return {
		code: meeting.code,
		title: getModule(meeting.moduleId, language).title,
		cohort: cohort.name,
		startsAt: meeting.startsAt,
		zone: meeting.zone ?? cohort.zone,
		status: meeting.startedAt === null ? 'ahead' : meeting.endedAt === null ? 'running' : 'ended',
		isOfCohort: enrolment !== null,
		consoleHref: isFacilitator ? `/facilitate/sessions/${meeting.id}/console` : null,
		who: isIn ? whoIs(viewer, attendee) : null,
		work: isIn ? null : await readWork(enrolment),
		left: left ? 'You were noted as having left. Come in again: what you wrote is kept.' : null,
		room: isIn || isFacilitator ? await readRoom(meeting, { surface: 'phone', language }) : null,
		own: isIn ? await readOwn(viewer, { ...door, attendee }, language) : null,
		held: isIn ? await listHeld(viewer, door) : [],
		claim: readClaim(viewer, door),
		key: randomUUID()
	};
}

/** Whose going was noted while it runs is asked again; after the end everybody looks at what was theirs. */
function hasLeft({ meeting, enrolment }: Door, attendee: OwnAttendee): boolean {
	return meeting.endedAt === null && enrolment !== null && attendee.leftAt !== null;
}

function whoIs(viewer: Viewer | null, { id, enrolmentId, guestName, mode }: OwnAttendee): Who {
	return {
		attendeeId: id,
		ownerId: enrolmentId ?? id,
		name: enrolmentId === null ? (guestName ?? '') : (viewer?.name ?? ''),
		isGuest: enrolmentId === null,
		mode
	};
}
