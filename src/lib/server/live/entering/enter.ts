import { createHash, randomBytes, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { WORKS, type Work } from '../../../live/work.ts';
import { readCode } from '../../cohorts/index.ts';
import { prisma } from '../../db/index.ts';
import { DomainError, NotFound, Refused } from '../../errors.ts';
import { line } from '../../forms.ts';
import { limitTries, requireTriesLeft } from '../../identity/index.ts';
import type { Viewer, ViewerEnrolment } from '../../viewer.ts';
import { change, type Done, type Held } from '../change.ts';
import { ARRIVED } from './arrived.ts';
import { findByCode, wasCancelled, type Meeting } from '../meeting.ts';
import { seatLatecomer } from './seat.ts';

/** Coming in by the code: with an account, or as a guest with a name alone. */

export const CODE_LENGTH = 6;

// A whole school may sit behind one address, and a code has 23^6 values.
const WRONG_CODES = { name: 'live-address', tries: 120, seconds: 15 * 60 };
const NEW_GUESTS = { name: 'live-guest-address', tries: 300, seconds: 15 * 60 };
/** So that a code that is known fills no room. */
const MOST_GUESTS = 500;

/** The cookie that keeps a guest who they are, in this one meeting. */
export function guestCookie(code: string): string {
	return `throughline_guest_${code}`;
}

const mode = v.picklist(['room', 'remote'], 'Say where you are.');
const work = v.optional(v.picklist(['', ...WORKS], 'Choose what you do.'), '');
export const enterInput = v.object({ mode, work });
export const guestInput = v.object({
	name: line(60, 'your name'),
	mode: v.optional(mode, 'room'),
	work
});

export type Mode = v.InferOutput<typeof mode>;

/** What somebody at the door of a meeting sees and is. */
export type Door = {
	meeting: Meeting;
	/** Their place in the room, once they are in: who has a place in the cohort is never the guest of a device. */
	attendee: OwnAttendee | null;
	/**
	 * The guest as whom this browser came in before, until somebody has taken over all that they wrote. Of them a
	 * member of the cohort sees the name alone, for it may have been somebody else.
	 */
	guest: OwnAttendee | null;
	/** Their place in the cohort, if they have one. */
	enrolment: ViewerEnrolment | null;
};

/** Somebody who is in. */
export type Inside = Door & { attendee: OwnAttendee };

export type OwnAttendee = {
	id: string;
	enrolmentId: string | null;
	guestName: string | null;
	/** Of what the guest’s browser holds. */
	guestHash: string | null;
	mode: Mode;
	leftAt: Date | null;
};

/**
 * Finds a meeting by the code that was typed, and who asks in it.
 * @param guestSecret of the browser's cookie for this code.
 * @param address the network address that asks.
 * @throws TooMany; DomainError with 410 when it was cancelled, which is all that its code tells.
 */
export async function findDoor(
	typed: string,
	viewer: Viewer | null,
	guestSecret: (code: string) => string | undefined,
	address: string
): Promise<Door | null> {
	const code = readCode(typed, CODE_LENGTH);
	// What no meeting can have is a slip, not a guess: it is not counted, or a school that types O for Q is shut out.
	if (code === null) return null;
	const meeting = await findByCode(code);
	if (meeting === null) {
		// Only codes that are none are counted: a room of two hundred opens its page at once.
		if (await wasCancelled(code)) {
			await requireTriesLeft(WRONG_CODES, address);
			throw new DomainError(410, 'This session was cancelled.');
		}
		await limitTries(WRONG_CODES, address);
		return null;
	}
	const enrolment =
		viewer?.enrolments.find(({ cohortId }) => cohortId === meeting.cohortId) ?? null;
	const [own, guest] = await Promise.all([
		findOwn(meeting.id, enrolment),
		findGuest(meeting.id, guestSecret(code), enrolment)
	]);
	// A stranger who has guessed too often does not learn that this one is right.
	if (enrolment === null && guest === null) await requireTriesLeft(WRONG_CODES, address);
	return { meeting, enrolment, guest, attendee: enrolment === null ? guest : own };
}

/** @throws NotFound when the code is none's, or who asks is not in. */
export async function getInside(
	typed: string,
	viewer: Viewer | null,
	guestSecret: (code: string) => string | undefined,
	address: string
): Promise<Inside> {
	const door = await findDoor(typed, viewer, guestSecret, address);
	if (door === null) throw new NotFound();
	return requireInside(door, viewer);
}

/**
 * @param as the place for which the page was opened: it keeps nobody’s words as another’s. A guest’s page that is
 * still open when somebody signs in on the device goes on as the guest’s.
 * @throws DomainError with 401 where a sign-in may have ended, so that the page keeps what it has and says so.
 */
export function requireInside(door: Door, viewer: Viewer | null, as?: string): Inside {
	const attendee = as !== undefined && as === door.guest?.id ? door.guest : door.attendee;
	const isAnother = as !== undefined && attendee?.id !== as;
	if (viewer === null && (attendee === null || isAnother)) {
		throw new DomainError(401, 'You are signed out. What you wrote is kept on this device.');
	}
	if (attendee === null) throw new NotFound();
	if (isAnother) {
		throw new Refused(
			'This page was opened by someone else, so it sends nothing now. Copy what you wrote, then reload the page.'
		);
	}
	return { ...door, attendee };
}

/** Who is in follows the room, and so does who facilitates it and looks on. */
export function requireToFollow(door: Door, viewer: Viewer | null): void {
	if (door.enrolment?.role !== 'facilitator') requireInside(door, viewer);
}

const select = {
	id: true,
	enrolmentId: true,
	guestName: true,
	guestHash: true,
	mode: true,
	leftAt: true
} as const;

async function findOwn(
	liveSessionId: string,
	enrolment: ViewerEnrolment | null
): Promise<OwnAttendee | null> {
	if (enrolment === null) return null;
	const { enrolmentId } = enrolment;
	return withMode(
		await prisma().liveAttendee.findUnique({
			where: { liveSessionId_enrolmentId: { liveSessionId, enrolmentId } },
			select
		})
	);
}

async function findGuest(
	liveSessionId: string,
	secret: string | undefined,
	enrolment: ViewerEnrolment | null
): Promise<OwnAttendee | null> {
	if (secret === undefined) return null;
	const guestHash = hashOf(secret);
	return withMode(
		await prisma().liveAttendee.findFirst({
			where: {
				liveSessionId,
				guestHash,
				OR: [{ enrolmentId: null }, { enrolmentId: enrolment?.enrolmentId ?? null }]
			},
			select
		})
	);
}

function withMode(
	found: (Omit<OwnAttendee, 'mode'> & { mode: string }) | null
): OwnAttendee | null {
	return found && { ...found, mode: found.mode === 'remote' ? 'remote' : 'room' };
}

/** Comes in with one's place in the cohort. Coming again after leaving is coming back. */
export async function enter(
	viewer: Viewer,
	meeting: Meeting,
	{ mode: chosen, work: said }: v.InferOutput<typeof enterInput>
): Promise<string> {
	const enrolment = viewer.enrolments.find(({ cohortId }) => cohortId === meeting.cohortId);
	if (enrolment === undefined) throw new NotFound();
	requireNotOver(meeting);
	const key = `enter-${enrolment.enrolmentId}-${randomBytes(6).toString('hex')}`;
	let attendeeId = '';
	await change(meeting.id, viewer, key, async (held) => {
		const { rows } = await held.client.query<{ id: string }>(
			`insert into live_attendee (live_session_id, enrolment_id, mode, arrived_at, number, work)
			values ($1, $2, $3, $4, $5, $6)
			on conflict (live_session_id, enrolment_id) do update set
				arrived_at = ${ARRIVED}, left_at = null, mode = excluded.mode, number = excluded.number,
				work = excluded.work
			returning id`,
			[meeting.id, enrolment.enrolmentId, chosen, held.at, held.number, said || null]
		);
		attendeeId = rows[0]?.id ?? '';
		return came(held, attendeeId);
	});
	return attendeeId;
}

/**
 * Comes in without an account.
 * @returns the secret that the browser keeps to be known again.
 */
export async function enterAsGuest(
	meeting: Meeting,
	{ name, mode: chosen, work: said }: v.InferOutput<typeof guestInput>,
	address: string
): Promise<string> {
	requireNotOver(meeting);
	await limitTries(NEW_GUESTS, address);
	const secret = randomBytes(24).toString('base64url');
	const key = `guest-${hashOf(secret).slice(0, 40)}`;
	const attendeeId = randomUUID();
	await change(meeting.id, { attendeeId }, key, async (held) => {
		await requireRoom(held);
		await held.client.query(
			`insert into live_attendee
				(id, live_session_id, guest_name, guest_hash, mode, arrived_at, number, work)
			values ($1, $2, $3, $4, $5, $6, $7, $8)`,
			[attendeeId, meeting.id, name, hashOf(secret), chosen, held.at, held.number, said || null]
		);
		return came(held, attendeeId);
	});
	return secret;
}

/** What somebody said last that they do; in another cohort they may do something else. */
export async function readWork(enrolment: ViewerEnrolment | null): Promise<Work | null> {
	if (enrolment === null) return null;
	const last = await prisma().liveAttendee.findFirst({
		where: { enrolmentId: enrolment.enrolmentId, noted: 'code' },
		orderBy: { arrivedAt: 'desc' },
		select: { work: true }
	});
	return WORKS.find((one) => one === last?.work) ?? null;
}

/** Who comes in while groups are at work joins one. */
async function came(held: Held, attendeeId: string): Promise<Done> {
	const isSeated = await seatLatecomer(held, attendeeId);
	return { kind: 'enter', parts: isSeated ? ['people', 'breakout'] : ['people'], canWait: true };
}

async function requireRoom({ client, meetingId }: Held): Promise<void> {
	const { rows } = await client.query<{ guests: number }>(
		`select count(*)::int as guests from live_attendee
		where live_session_id = $1 and enrolment_id is null`,
		[meetingId]
	);
	if ((rows[0]?.guests ?? 0) >= MOST_GUESTS) {
		throw new Refused('This session has as many guests as it can take.');
	}
}

function requireNotOver({ endedAt }: Meeting): void {
	if (endedAt !== null) throw new Refused('This session is over.');
}

function hashOf(secret: string): string {
	return createHash('sha256').update(secret).digest('hex');
}
