import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { promised, promiseInWords } from '../../../live/promise-words.ts';
import { keepAnswer, seal, unseal } from '../../answers/index.ts';
import { now } from '../../clock.ts';
import { findBlock } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { Conflict, NotFound } from '../../errors.ts';
import { line, uuid, words } from '../../forms.ts';
import { change } from '../../live/index.ts';
import { placeIn } from '../../progress/index.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer, ViewerEnrolment } from '../../viewer.ts';
import { findHeld, NOTHING, type Ahead, type Opening } from './opening.ts';
import {
	commitmentPlace,
	type CommitmentKind,
	type CommitmentState,
	type Sharing
} from './shown.ts';

/** What people take on, kept for them alone unless they share it, and brought back until they say what came of it. */

const kind = v.picklist(['will', 'stop'], 'Say whether you will do it or stop it.');
const sharing = v.optional(
	v.picklist(['me', 'cohort', 'named'], 'Choose who can read this.'),
	'me'
);
const due = v.optional(
	v.pipe(
		v.string(),
		v.check((day) => dayOf(day) !== undefined, 'Enter the day as a date, or leave it empty.'),
		v.transform((day) => dayOf(day) ?? null)
	),
	''
);

/** What a commitment is besides its words. */
export const commitmentFields = { kind, due, sharing };

export const commitmentInput = v.object({
	/** Made by the page: sent twice, it is kept once. */
	key: uuid,
	enrolment: uuid,
	text: line(500, () => 'what you take on'),
	...commitmentFields
});

export const commitmentChangeInput = v.object({
	commitment: uuid,
	/** When it was last changed, as the page knew it: an older page writes over nothing. */
	base: v.optional(v.pipe(v.string(), v.maxLength(40)), ''),
	state: v.picklist(['open', 'kept', 'changed', 'dropped'], 'Say what came of it.'),
	note: v.optional(words(2000, 'your note'), ''),
	sharing
});

export type MyCommitment = {
	id: string;
	kind: CommitmentKind;
	text: string;
	due: Date | null;
	sharing: Sharing;
	state: CommitmentState;
	note: string;
	cohortName: string;
	createdAt: Date;
	changedAt: Date;
};

/**
 * Keeps a commitment.
 * @param of the meeting it was made in or for, and the prompt of the series that asked for it: the same words are
 * then the answer to that.
 */
export async function keepCommitment(
	viewer: Viewer,
	input: v.InferOutput<typeof commitmentInput>,
	of: { meetingId: string | null; moduleId?: string; promptId?: string | null } = {
		meetingId: null
	}
): Promise<void> {
	const { enrolmentId } = ownEnrolment(viewer, input.enrolment);
	const time = now();
	await prisma().commitment.createMany({
		data: [
			{
				enrolmentId,
				liveSessionId: of.meetingId,
				kind: input.kind,
				sealed: Uint8Array.from(seal(input.text, commitmentPlace(enrolmentId))),
				due: input.due,
				sharing: input.sharing,
				key: sendingOf(input),
				createdAt: time,
				changedAt: time
			}
		],
		skipDuplicates: true
	});
	const found = of.promptId == null ? null : findBlock(of.promptId);
	if (found?.block.kind !== 'reflect' || found.module.id !== of.moduleId) return;
	const place = await placeIn(viewer, enrolmentId, found.module.id);
	await keepAnswer(
		place,
		{ ...found, block: found.block },
		promiseInWords(input.kind, input.text),
		'me',
		'commitment'
	);
}

/** Says what came of it, and who may read it from now on. */
export async function changeCommitment(
	viewer: Viewer,
	input: v.InferOutput<typeof commitmentChangeInput>
): Promise<void> {
	const found = await prisma().commitment.findFirst({
		where: { id: input.commitment, enrolment: { personId: viewer.personId } },
		include: { response: { select: { id: true, attendeeId: true, onWall: true } } }
	});
	if (found === null) throw new NotFound();
	const { state, sharing } = input;
	const place = commitmentPlace(found.enrolmentId);
	const note = input.note.trim();
	const stands = found.note === null ? '' : unseal(found.note, place);
	const isSame = found.state === state && found.sharing === sharing && stands === note;
	if (!isSame) {
		const isOlder = input.base !== '' && input.base !== found.changedAt.toISOString();
		if (isOlder) throw changedElsewhere();
		const { count } = await prisma().commitment.updateMany({
			where: { id: found.id, changedAt: found.changedAt },
			data: {
				state,
				sharing,
				note: note === '' ? null : Uint8Array.from(seal(note, place)),
				changedAt: now()
			}
		});
		if (count === 0) throw changedElsewhere();
	}
	if (sharing === 'me' && found.response?.onWall && found.liveSessionId !== null) {
		await takeOffWall(found.liveSessionId, found.response);
	}
}

/** What its writer no longer shares stands before the room no longer either. */
async function takeOffWall(
	meetingId: string,
	{ id, attendeeId }: { id: string; attendeeId: string | null }
): Promise<void> {
	if (attendeeId === null) return;
	await change(meetingId, { attendeeId }, randomUUID(), async ({ client, number }) => {
		await client.query('update live_response set on_wall = false, number = $2 where id = $1', [
			id,
			number
		]);
		return { kind: 'unshare', parts: ['wall'] };
	});
}

function changedElsewhere(): Conflict {
	return new Conflict(
		'You changed it in another window since. What you wrote here is still here: open the page once more to see the other, then put them together.'
	);
}

/** All of the viewer’s, the newest first. */
export async function listMyCommitments(viewer: Viewer): Promise<MyCommitment[]> {
	return listWhere({ enrolment: { personId: viewer.personId } });
}

/**
 * Those of the viewer with which a meeting opens: of the last one at which they took something on, and still open.
 * Where they have said of each what came of it, older ones do not come up in their place.
 */
export async function listMyOpening(
	{ personId }: Viewer,
	meeting: Ahead
): Promise<Opening<MyCommitment>> {
	const found = await findHeld(
		'last-meeting-with-own',
		meeting,
		`exists (
			select from commitment join enrolment on enrolment.id = commitment.enrolment_id
			where commitment.live_session_id = held.id and enrolment.person_id = $4
		)`,
		[personId]
	);
	if (found === null) return NOTHING;
	const commitments = await listWhere({
		enrolment: { personId },
		liveSessionId: found.id,
		state: 'open'
	});
	return { commitments, earlier: found.earlier };
}

const DAY = 24 * 60 * 60 * 1000;
const NUDGE_AFTER_DAYS = 30;

/** Open ones whose day has come, or that are a month old: time to say what came of them. */
export async function listNudges(viewer: Viewer): Promise<MyCommitment[]> {
	const time = now();
	return listWhere({
		enrolment: { personId: viewer.personId },
		state: 'open',
		OR: [
			{ changedAt: { lte: new Date(time.getTime() - NUDGE_AFTER_DAYS * DAY) } },
			{ due: { lte: time } }
		]
	});
}

async function listWhere(
	where: NonNullable<Parameters<ReturnType<typeof prisma>['commitment']['findMany']>[0]>['where']
): Promise<MyCommitment[]> {
	const rows = await prisma().commitment.findMany({
		where: where ?? {},
		orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
		include: { enrolment: { select: { cohort: { select: { name: true } } } } }
	});
	return rows.map((row) => {
		const place = commitmentPlace(row.enrolmentId);
		// The table's three lists are written by this file alone.
		const kind = row.kind as CommitmentKind;
		return {
			id: row.id,
			kind,
			sharing: row.sharing as Sharing,
			state: row.state as CommitmentState,
			text: promised(kind, unseal(row.sealed, place)),
			due: row.due,
			note: row.note === null ? '' : unseal(row.note, place),
			cohortName: row.enrolment.cohort.name,
			createdAt: row.createdAt,
			changedAt: row.changedAt
		};
	});
}

function ownEnrolment(viewer: Viewer, enrolmentId: string): ViewerEnrolment {
	const own = viewer.enrolments.find((mine) => mine.enrolmentId === enrolmentId);
	if (own === undefined) throw new NotFound();
	return own;
}

/** Null is no day; undefined is none that there is. */
export function dayOf(written: string): Date | null | undefined {
	if (written === '') return null;
	if (!/^[12]\d{3}-\d\d-\d\d$/.test(written)) return undefined;
	const day = new Date(`${written}T00:00:00Z`);
	const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(written);
	return isDay ? day : undefined;
}
