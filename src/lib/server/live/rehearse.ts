import * as v from 'valibot';
import { makeCode } from '../cohorts/index.ts';
import { seal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { actionKey, change, type Held } from './change.ts';
import { CODE_LENGTH } from './entering/enter.ts';
import { getFacilitated, type Meeting } from './meeting.ts';
import { optionsOf, type Options } from './asking/options.ts';
import { responsePlace } from './asking/respond.ts';

/**
 * A rehearsal: a meeting of its own with invented people, which nobody but its cohort’s facilitators can find and
 * which is deleted, with all that is in it, when it is left.
 */

const DAY = 24 * 60 * 60 * 1000;
/** How many come, or answer, each time. */
const AT_ONCE = 3;

/* @wc-ignore */
const NAMES = [
	'Amara Okoye',
	'Beatriz Luna',
	'Caleb Stone',
	'Dalia Haddad',
	'Emil Novak',
	'Farah Aziz',
	'Gloria Tran',
	'Hugo Salinas',
	'Imani Brooks',
	'Joon Park',
	'Kaya Whitehorse',
	'Liam Doyle'
];

function answers(): string[] {
	return [
		'I would ask the families first.',
		'We never have the night shift in the room.',
		'It took us too long to notice.',
		'The front desk knows more than we do.',
		'I am not sure yet.',
		'Start with one classroom and look again in a month.',
		'We said yes before we had read it.',
		'Who decides what counts as late?',
		'The bus drivers.',
		'I want to hear from somebody who left.'
	];
}

export const inventInput = v.object({ key: actionKey });

/** @returns the id of the rehearsal of a meeting. */
export async function startRehearsal(viewer: Viewer, meetingId: string): Promise<string> {
	const { cohortId, moduleId, variant, minutes } = await getFacilitated(viewer, meetingId);
	await forgetRehearsals();
	const { id } = await prisma().liveSession.create({
		data: {
			cohortId,
			moduleId,
			variant,
			minutes,
			startsAt: now(),
			code: makeCode(CODE_LENGTH),
			rehearsal: true
		},
		select: { id: true }
	});
	return id;
}

/** Deletes a rehearsal and all that is in it. @returns whose it was. */
export async function leaveRehearsal(
	viewer: Viewer,
	meetingId: string
): Promise<{ cohortId: string }> {
	const { cohortId } = await getRehearsal(viewer, meetingId);
	await prisma().liveSession.deleteMany({ where: { id: meetingId, rehearsal: true } });
	return { cohortId };
}

/** Deletes what was rehearsed a day ago and never left. */
export async function forgetRehearsals(): Promise<void> {
	await prisma().liveSession.deleteMany({
		where: { rehearsal: true, startsAt: { lt: new Date(now().getTime() - DAY) } }
	});
}

async function getRehearsal(viewer: Viewer, meetingId: string): Promise<Meeting> {
	const meeting = await getFacilitated(viewer, meetingId);
	if (!meeting.rehearsal) throw new NotFound();
	return meeting;
}

/** A few more invented people come; once all are there, a few more answer what is asked. */
export async function invent(
	viewer: Viewer,
	meetingId: string,
	{ key }: v.InferOutput<typeof inventInput>
): Promise<void> {
	await getRehearsal(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		if (held.endedAt !== null) return null;
		if (await arrive(held)) return { kind: 'invent', parts: ['people'], canWait: true };
		if (await answer(held)) return { kind: 'invent', parts: ['count', 'wall'], canWait: true };
		return null;
	});
}

async function arrive({ client, meetingId, at, number }: Held): Promise<boolean> {
	const { rows } = await client.query<{ name: string }>(
		'select guest_name as name from live_attendee where live_session_id = $1',
		[meetingId]
	);
	const here = new Set(rows.map(({ name }) => name));
	const coming = NAMES.filter((name) => !here.has(name)).slice(0, AT_ONCE);
	for (const name of coming) {
		await client.query(
			`insert into live_attendee (live_session_id, guest_name, arrived_at, number)
			values ($1, $2, $3, $4)`,
			[meetingId, name, at, number]
		);
	}
	return coming.length > 0;
}

async function answer({ client, meetingId, at, number }: Held): Promise<boolean> {
	const { rows } = await client.query<{
		askId: string;
		blockId: string | null;
		choices: unknown;
		attendeeId: string;
	}>(
		`select live_ask.id as "askId", block_id as "blockId", live_ask.choices, attendee.id as "attendeeId"
		from live_ask join live_attendee attendee on attendee.live_session_id = live_ask.live_session_id
		where live_ask.live_session_id = $1 and closed_at is null and kind <> 'video'
			and left_at is null and not exists (
				select from live_response where ask_id = live_ask.id and attendee_id = attendee.id
			)
		order by random() limit $2`,
		[meetingId, AT_ONCE]
	);
	for (const { askId, attendeeId, ...asked } of rows) {
		const { text, choices, positions } = invented(optionsOf(asked, 'en'));
		await client.query(
			`insert into live_response
				(ask_id, attendee_id, sealed, choices, positions, answered_at, number)
			values ($1, $2, $3, $4, $5, $6, $7) on conflict (ask_id, attendee_id) do nothing`,
			[
				askId,
				attendeeId,
				text === null ? null : seal(text, responsePlace(askId, attendeeId)),
				choices,
				JSON.stringify(positions),
				at,
				number
			]
		);
	}
	return rows.length > 0;
}

type Invented = { text: string | null; choices: string[]; positions: Record<string, number> };

function invented({ choices, pairs }: Options): Invented {
	if (choices.length > 0) {
		return { text: null, choices: one(choices.map(({ id }) => id)), positions: {} };
	}
	if (pairs.length > 0) {
		const places = pairs.map(({ id }) => [id, 1 + Math.floor(Math.random() * 7)] as const);
		return { text: null, choices: [], positions: Object.fromEntries(places) };
	}
	return { text: one(answers())[0] ?? '', choices: [], positions: {} };
}

function one(list: readonly string[]): string[] {
	return list.slice(Math.floor(Math.random() * list.length)).slice(0, 1);
}
