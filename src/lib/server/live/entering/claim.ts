import type { PoolClient } from 'pg';
import { promiseInWords } from '../../../live/promise-words.ts';
import { readOwnWork, seal } from '../../answers/index.ts';
import { findBlock } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { NotFound, Refused } from '../../errors.ts';
import type { Viewer } from '../../viewer.ts';
import { change, type Held } from '../change.ts';
import type { Door, OwnAttendee } from './enter.ts';
import { readResponses, type ResponseRow } from '../asking/own.ts';
import { keepInJournal, openResponse, responsePlace } from '../asking/respond.ts';

/** A guest who has an account by now takes what they wrote into their journal. */

export type Claim = {
	/** The name under which they came in. Nothing else of theirs: it may have been somebody else. */
	name: string;
	/** By whom words on this device are kept: by the guest, and by the viewer from then on. */
	from: string;
	to: string;
	/** Only who takes part in the cohort has a journal for it. */
	isPossible: boolean;
};

/** What the browser’s guest could hand over to the viewer; null where there is nobody to hand over to. */
export function readClaim(viewer: Viewer | null, { guest, enrolment }: Door): Claim | null {
	if (viewer === null || guest === null) return null;
	return {
		name: guest.guestName ?? '',
		from: guest.id,
		to: enrolment?.enrolmentId ?? guest.id,
		isPossible: enrolment?.role === 'participant'
	};
}

/**
 * Makes the guest of this browser the viewer: their answers go into the journal, for the viewer alone, and their
 * place in the room becomes the viewer’s. Twice is once.
 * @param along what else becomes theirs, in the same go as the place.
 */
export async function claim(
	viewer: Viewer,
	{ meeting, guest, enrolment }: Door,
	along: (held: Held, enrolmentId: string) => Promise<void> = () => Promise.resolve()
): Promise<void> {
	if (guest === null) {
		if (enrolment !== null) return;
		throw new NotFound();
	}
	if (enrolment?.role !== 'participant') {
		throw new Refused(
			'You have no journal for this session yet. Ask your facilitator for the cohort’s code, join, and come back here.'
		);
	}
	const { enrolmentId } = enrolment;
	// First the place, which one person alone can take, and only then their journal. Until that is written the
	// browser is known as the guest’s: what breaks off is done again, by the same key as the same change.
	const key = `claim-${guest.guestHash?.slice(0, 16) ?? guest.id}-${enrolmentId.slice(0, 18)}`;
	const given = await readResponses(guest.id);
	const number = await change(meeting.id, viewer, key, async (held) => {
		await takeOver(held, guest, enrolmentId);
		await along(held, enrolmentId);
		return { kind: 'claim', parts: ['people', 'asked', 'wall', 'breakout'] };
	});
	const place = { liveSessionId_enrolmentId: { liveSessionId: meeting.id, enrolmentId } };
	const { id } = await prisma().liveAttendee.findUniqueOrThrow({
		where: place,
		select: { id: true }
	});
	const rows = await readResponses(id);
	const taken = rows.filter((row) => row.number === number);
	// A place that was only taken over keeps all its answers; where two became one, the later of each stands.
	const replaced =
		guest.id === id ? [] : given.filter(({ askId }) => !taken.some((row) => row.askId === askId));
	await keepReplaced(viewer, enrolmentId, guest.id, replaced);
	await keepAll(viewer, enrolmentId, id, taken);
	await prisma().liveAttendee.update({
		where: { id },
		data: { guestName: null, guestHash: null }
	});
}

/** What was answered since they were handed over is in the journal already. */
async function keepAll(
	viewer: Viewer,
	enrolmentId: string,
	attendeeId: string,
	rows: readonly ResponseRow[]
): Promise<void> {
	const work = await readOwnWork(viewer, enrolmentId);
	for (const row of rows) {
		const found = row.blockId === null ? null : findBlock(row.blockId, 'en');
		if (found === null) continue;
		// What they wrote in their journal since stands: the meeting still has what they wrote in it.
		const own = work.get(found.block.id);
		if (own !== undefined && own.at > row.answeredAt) continue;
		await keepInJournal(viewer, enrolmentId, found, givenBy(row, attendeeId), placesOf(row));
	}
}

/** Words of the guest over which the account answered later: in the journal they are the earlier version. */
async function keepReplaced(
	viewer: Viewer,
	enrolmentId: string,
	guestId: string,
	rows: readonly ResponseRow[]
): Promise<void> {
	const work = await readOwnWork(viewer, enrolmentId);
	for (const row of rows) {
		const found = row.blockId === null ? null : findBlock(row.blockId, 'en');
		const own = found && work.get(found.block.id);
		if (found?.block.kind !== 'reflect' || !own) continue;
		const keep = (given: Parameters<typeof keepInJournal>[3]) =>
			keepInJournal(viewer, enrolmentId, found, given, new Map());
		await keep(givenBy(row, guestId));
		await keep({ ask: 'own', text: own.text, choices: [], audience: own.audience });
	}
}

function givenBy({ askId, sealed, choices, promised }: ResponseRow, attendeeId: string) {
	const words = sealed === null ? '' : openResponse(askId, attendeeId, sealed);
	const text = promised === null ? words : promiseInWords(promised.kind, words);
	return { ask: askId, text, choices, audience: 'me' } as const;
}

function placesOf({ positions }: ResponseRow): Map<string, number> {
	return new Map(Object.entries(positions ?? {}));
}

/** @throws NotFound when the guest is somebody’s already. */
async function takeOver(held: Held, guest: OwnAttendee, enrolmentId: string): Promise<void> {
	const { client, meetingId, number } = held;
	const guestId = guest.id;
	const { rows } = await client.query<{ id: string; isGuest: boolean }>(
		`select id, enrolment_id is null as "isGuest" from live_attendee
		where live_session_id = $1 and ((id = $2 and enrolment_id is null) or enrolment_id = $3)`,
		[meetingId, guestId, enrolmentId]
	);
	if (!rows.some(({ isGuest }) => isGuest)) throw new NotFound();
	const own = rows.find(({ isGuest }) => !isGuest);
	if (own === undefined) {
		await client.query('update live_attendee set enrolment_id = $2, number = $3 where id = $1', [
			guestId,
			enrolmentId,
			number
		]);
		await client.query('update live_response set number = $2 where attendee_id = $1', [
			guestId,
			number
		]);
		return;
	}
	await merge(held, guest, own.id);
}

/**
 * They came in twice, as a guest and with their account: of two answers to one question the later stands. The journal
 * keeps the words of the other, but has no place for what is no block of the series: those go before the later ones.
 */
async function merge(
	{ client, number }: Held,
	{ id: guestId, guestHash }: OwnAttendee,
	ownId: string
): Promise<void> {
	const { rows } = await client.query<Twice>(
		`select response.id, response.ask_id as "askId", response.sealed, own.id as "ownId",
			own.sealed as "ownSealed", ask.block_id is null and response.promised is null as "isLoose",
			own.id is null or own.sent_number <= response.sent_number as "isLater",
			response.on_wall and coalesce(own.on_wall, true) as "onWall"
		from live_response response join live_ask ask on ask.id = response.ask_id
		left join live_response own on own.ask_id = response.ask_id and own.attendee_id = $2
		where response.attendee_id = $1`,
		[guestId, ownId]
	);
	await followParked(client, guestId, ownId);
	for (const twice of rows) {
		const kept = twice.isLater ? twice.id : twice.ownId;
		const gone = twice.isLater ? twice.ownId : twice.id;
		if (!twice.isLater && !twice.isLoose) continue;
		await client.query('delete from live_response where id = $1', [gone]);
		// Words open only in their place, so they are sealed anew for it.
		await client.query(
			`update live_response set attendee_id = $2, sealed = $3, on_wall = $4, number = $5
			where id = $1`,
			[kept, ownId, sealedAnew(twice, guestId, ownId), twice.onWall, number]
		);
	}
	await takeAlong(client, guestId, ownId);
	// A stay without length is none: its hours say nothing.
	await client.query(
		`with guest as (delete from live_attendee where id = $1 returning *)
		update live_attendee own set
			arrived_at = case when own.left_at = own.arrived_at then guest.arrived_at
				when guest.left_at = guest.arrived_at then own.arrived_at
				else least(own.arrived_at, guest.arrived_at) end,
			left_at = case when own.left_at is null or guest.left_at is null then null
				else greatest(own.left_at, guest.left_at) end,
			guest_name = guest.guest_name, number = $3
		from guest where own.id = $2`,
		[guestId, ownId, number]
	);
	// Only now is it free: no two may have it.
	await client.query('update live_attendee set guest_hash = $2 where id = $1', [ownId, guestHash]);
}

/** What a guest answered, and what the same person answered to it with their account. */
type Twice = {
	id: string;
	askId: string;
	sealed: Buffer | null;
	ownId: string | null;
	ownSealed: Buffer | null;
	/** No block of the series and no commitment: its words are nowhere else. */
	isLoose: boolean;
	/** The guest's is the one that stands. */
	isLater: boolean;
	onWall: boolean;
};

function sealedAnew(twice: Twice, guestId: string, ownId: string): Buffer | null {
	const { askId, sealed, ownSealed, isLoose, isLater } = twice;
	const guests = sealed && openResponse(askId, guestId, sealed);
	const own = isLoose && ownSealed ? openResponse(askId, ownId, ownSealed) : null;
	const said = (isLater ? [own, guests] : [guests, own]).filter((words) => words !== null);
	return said.length === 0
		? null
		: seal([...new Set(said)].join('\n\n'), responsePlace(askId, ownId));
}

/** A question that was parked from the earlier of the two is the later one now. */
async function followParked(client: PoolClient, guestId: string, ownId: string): Promise<void> {
	await client.query(
		`update live_parked parked set response_id = later.id
		from live_response earlier join live_response later
			on later.ask_id = earlier.ask_id and later.sent_number > earlier.sent_number
		where parked.response_id = earlier.id and earlier.attendee_id in ($1, $2)
			and later.attendee_id in ($1, $2)
			and not exists (select from live_parked other where other.response_id = later.id)`,
		[guestId, ownId]
	);
}

/** What hangs on the guest’s place besides answers. */
async function takeAlong(client: PoolClient, guestId: string, ownId: string): Promise<void> {
	await client.query('update live_parked set attendee_id = $2 where attendee_id = $1', [
		guestId,
		ownId
	]);
	await client.query(
		`insert into live_vote (attendee_id, subject_id)
		select $2, subject_id from live_vote where attendee_id = $1 on conflict do nothing`,
		[guestId, ownId]
	);
	await client.query(
		// In one breakout nobody is in two groups: the account's own stands.
		`insert into live_group_member (group_id, attendee_id, role)
		select guest.group_id, $2, guest.role from live_group_member guest
		join live_group on live_group.id = guest.group_id
		where guest.attendee_id = $1 and not exists (
			select from live_group_member own join live_group its on its.id = own.group_id
			where own.attendee_id = $2 and its.breakout_id = live_group.breakout_id
		)`,
		[guestId, ownId]
	);
	await client.query('update attendance_correction set attendee_id = $2 where attendee_id = $1', [
		guestId,
		ownId
	]);
}
