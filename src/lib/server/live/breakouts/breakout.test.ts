import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { at } from '../../clock.ts';
import { prisma } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import { comeIn, comeInAsGuest, fill, key, makeMeeting } from '../fixture.ts';
import {
	callBack,
	closeBreakout,
	end,
	giveMinutes,
	hideNote,
	movePerson,
	openBreakout,
	proposeGroups,
	readOwnGroup,
	readRoom,
	shareNotes,
	writeNote,
	writeNoteFor
} from '../index.ts';

import { findMeeting } from '../meeting.ts';

let network: SmallNetwork;
let denise: Viewer;
let marcus: Viewer;
let meetingId: string;
let ana: Awaited<ReturnType<typeof comeIn>>;
let jonah: Awaited<ReturnType<typeof comeIn>>;

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	marcus = network.viewers['Marcus Lindqvist'];
	meetingId = await makeMeeting(network.cohort.id, denise);
	ana = await comeIn(meetingId, network.viewers['Ana Reyes']);
	jonah = await comeIn(meetingId, network.viewers['Jonah Bell']);
});

const wish = {
	by: 'size',
	count: 2,
	mix: 'any',
	past: 'any',
	across: undefined,
	seed: '7'
} as const;

type Seat = { attendeeId: string; number: number };

async function open(seats: Seat[], changes: Partial<{ task: string; roles: 'yes' }> = {}) {
	await openBreakout(denise, meetingId, {
		key: key(),
		task: 'List who is missing.',
		minutes: 8,
		roles: undefined,
		seat: seats,
		...changes
	});
	return (await seen('console'))?.id ?? '';
}

const together = () => [
	{ attendeeId: ana.attendee.id, number: 1 },
	{ attendeeId: jonah.attendee.id, number: 1 }
];

async function seen(surface: 'console' | 'projector' | 'phone', id = meetingId) {
	const meeting = await findMeeting(id);
	if (meeting === null) throw new Error('There is no such meeting.');
	return (await readRoom(meeting, { surface, language: 'en' })).breakout;
}

const write = (who: typeof ana, group: string, text: string, base: number, sent = key()) =>
	writeNote(null, who, { key: sent, group, text, base });

const names = (groups: readonly (readonly { name: string }[])[]) =>
	groups.map((group) => group.map(({ name }) => name).toSorted());

describe('Denise makes groups', () => {
	test('of who is here, guests too, and nothing is written until she opens them', async () => {
		await comeInAsGuest(meetingId, 'Rosa');
		await fill(network, meetingId, ['Sam Okafor']);
		const { groups } = await proposeGroups(denise, meetingId, wish);
		expect(groups.map(({ length }) => length)).toEqual([2, 2]);
		expect(
			groups
				.flat()
				.map(({ name }) => name)
				.toSorted()
		).toEqual(['Ana Reyes', 'Jonah Bell', 'Rosa', 'Sam Okafor']);
		expect(groups.flat().find(({ name }) => name === 'Rosa')?.from).toBeNull();
		expect(await prisma().liveBreakout.count()).toBe(0);
		const again = await proposeGroups(denise, meetingId, wish);
		expect(names(again.groups)).toEqual(names(groups));
		expect(again.apart).toBe(true);
		const { apart } = await proposeGroups(denise, meetingId, { ...wish, across: 'yes' });
		expect(apart).toBe(false);
	});

	test('in which a guest is called one, whose name may be a colleague’s', async () => {
		const rosa = await comeInAsGuest(meetingId, 'Rosa');
		await open([...together(), { attendeeId: rosa.attendee.id, number: 1 }]);
		for (const surface of ['console', 'projector'] as const) {
			const [group] = (await seen(surface))?.groups ?? [];
			const called = group?.members.map(({ name }) => name);
			expect(called).toEqual(['Ana Reyes', 'Jonah Bell', 'Rosa (guest)']);
		}
	});

	test('by what people do, mixed or alike, as they said at the door', async () => {
		const jobs = ['teaching', 'teaching', 'operations', 'operations'] as const;
		const people = await fill(network, meetingId, ['Sam Okafor', 'Lena Fox']);
		const all = [ana.attendee.id, jonah.attendee.id, ...people.map(({ attendee }) => attendee.id)];
		for (const [at, id] of all.entries()) {
			await prisma().liveAttendee.update({ where: { id }, data: { work: jobs[at] ?? null } });
		}
		const works = async (mix: 'mixed-work' | 'alike-work') =>
			(await proposeGroups(denise, meetingId, { ...wish, mix })).groups.map((group) =>
				group.map(({ work }) => work).toSorted()
			);
		expect(await works('mixed-work')).toEqual([
			['operations', 'teaching'],
			['operations', 'teaching']
		]);
		expect((await works('alike-work')).toSorted()).toEqual([
			['operations', 'operations'],
			['teaching', 'teaching']
		]);
	});

	test('as they were in the cohort’s last meeting, or so that nobody meets again', async () => {
		const others = await fill(network, meetingId, ['Sam Okafor', 'Lena Fox']);
		const [sam, lena] = others;
		if (!sam || !lena) throw new Error('Nobody came.');
		await open([
			{ attendeeId: ana.attendee.id, number: 1 },
			{ attendeeId: sam.attendee.id, number: 1 },
			{ attendeeId: jonah.attendee.id, number: 2 },
			{ attendeeId: lena.attendee.id, number: 2 }
		]);
		await end(denise, meetingId, { key: key() });
		const next = await makeMeeting(network.cohort.id, denise, new Date('2026-12-04T14:00:00Z'));
		await comeIn(next, network.viewers['Ana Reyes']);
		await comeIn(next, network.viewers['Jonah Bell']);
		for (const { enrolment } of [sam, lena]) {
			const row = await prisma().enrolment.findUniqueOrThrow({
				where: { id: enrolment?.enrolmentId ?? '' },
				include: { person: true }
			});
			await comeIn(next, {
				...network.viewers['Ana Reyes'],
				personId: row.personId,
				enrolments: enrolment ? [enrolment] : []
			});
		}
		const kept = await proposeGroups(denise, next, { ...wish, past: 'kept' });
		expect(names(kept.groups)).toEqual([
			['Ana Reyes', 'Sam Okafor'],
			['Jonah Bell', 'Lena Fox']
		]);
		const fresh = await proposeGroups(denise, next, { ...wish, past: 'reshuffled' });
		for (const pair of names(fresh.groups)) expect(names(kept.groups)).not.toContainEqual(pair);
	});

	test('and keeps none where there were none; nobody else makes groups here', async () => {
		await expect(proposeGroups(denise, meetingId, { ...wish, past: 'kept' })).rejects.toMatchObject(
			{ status: 400 }
		);
		await expect(proposeGroups(marcus, meetingId, wish)).rejects.toMatchObject({ status: 404 });
	});
});

describe('Denise sends them to work', () => {
	test('and each phone knows its group, the projector all names, and no phone any other', async () => {
		await open(together(), { roles: 'yes' });
		const own = await readOwnGroup(null, ana);
		expect(own).toMatchObject({ number: 1, role: 'facilitator', note: '', revision: 0 });
		expect(own?.members.map(({ name, isMe }) => [name, isMe])).toEqual([
			['Ana Reyes', true],
			['Jonah Bell', false]
		]);
		expect((await seen('phone'))?.groups).toMatchObject([{ size: 2, members: [] }]);
		expect((await seen('projector'))?.groups[0]?.members).toHaveLength(2);
		expect((await seen('phone'))?.taskHtml).toBe('<p>List who is missing.</p>');
	});

	test('with the words of the block, where she writes none', async () => {
		await open(together(), { task: '' });
		expect((await seen('phone'))?.taskHtml).toContain('<p>');
	});

	test('twice with one tap, and it is one breakout; roles go round in the next', async () => {
		const input = {
			key: key(),
			task: 'List.',
			minutes: 5,
			roles: 'yes' as const,
			seat: together()
		};
		await Promise.all([
			openBreakout(denise, meetingId, input),
			openBreakout(denise, meetingId, input)
		]);
		expect(await prisma().liveBreakout.count()).toBe(1);
		const before = (await readOwnGroup(null, ana))?.role;
		await open(together(), { roles: 'yes' });
		expect((await readOwnGroup(null, ana))?.role).not.toBe(before);
		expect(await prisma().liveBreakout.count({ where: { closedAt: null } })).toBe(1);
	});

	test('but nobody of another meeting, nobody twice, and not in another’s room', async () => {
		const other = await makeMeeting(network.otherCohort.id, marcus);
		const sofia = await comeIn(other, network.viewers['Sofia Marchetti']);
		await expect(open([{ attendeeId: sofia.attendee.id, number: 1 }])).rejects.toMatchObject({
			status: 404
		});
		await expect(open([...together(), ...together()])).rejects.toMatchObject({ status: 400 });
		const breakout = await open(together());
		await expect(
			callBack(marcus, meetingId, { key: key(), breakout, seconds: 60 })
		).rejects.toMatchObject({ status: 404 });
		await expect(
			callBack(marcus, other, { key: key(), breakout, seconds: 60 })
		).rejects.toMatchObject({ status: 404 });
	});

	test('and who comes late joins the smallest group by themselves', async () => {
		const [sam] = await fill(network, meetingId, ['Sam Okafor']);
		await open([...together(), { attendeeId: sam?.attendee.id ?? '', number: 2 }]);
		const rosa = await comeInAsGuest(meetingId, 'Rosa');
		expect(await readOwnGroup(null, rosa)).toMatchObject({ number: 2, role: null });
		await comeIn(meetingId, network.viewers['Ana Reyes']);
		expect(await readOwnGroup(null, ana)).toMatchObject({ number: 1 });
		await comeIn(meetingId, denise);
		expect(await prisma().liveGroupMember.count()).toBe(4);
	});

	test('and moves Jonah, whose phone then has the other group', async () => {
		const [sam] = await fill(network, meetingId, ['Sam Okafor']);
		const breakout = await open([...together(), { attendeeId: sam?.attendee.id ?? '', number: 2 }]);
		const before = await readOwnGroup(null, jonah);
		const move = { key: key(), breakout, attendee: jonah.attendee.id, group: 2 };
		await movePerson(denise, meetingId, move);
		const groups = (await seen('phone'))?.groups ?? [];
		expect(groups.map(({ size }) => size)).toEqual([1, 2]);
		expect(groups[0]?.arranged).toBeGreaterThan(before?.arranged ?? 0);
		expect((await readOwnGroup(null, jonah))?.number).toBe(2);
		await movePerson(denise, meetingId, { ...move, key: key(), group: 3 });
		expect((await readOwnGroup(null, jonah))?.number).toBe(3);
		await expect(
			movePerson(denise, meetingId, { ...move, key: key(), group: 9 })
		).rejects.toMatchObject({ status: 404 });
	});

	test('gives more time, from now where it had run out, and calls back with a countdown', async () => {
		const breakout = await open(together());
		const opened = Date.parse((await seen('phone'))?.openedAt ?? '');
		await at(new Date(opened + 10 * 60_000), () =>
			giveMinutes(denise, meetingId, { key: key(), breakout, minutes: 2 })
		);
		expect((await seen('phone'))?.minutes).toBe(12);
		const called = new Date(opened + 11 * 60_000);
		await at(called, () => callBack(denise, meetingId, { key: key(), breakout, seconds: 60 }));
		expect((await seen('phone'))?.backAt).toBe(new Date(opened + 12 * 60_000).toISOString());
		await giveMinutes(denise, meetingId, { key: key(), breakout, minutes: 1 });
		expect(await seen('phone')).toMatchObject({ calledAt: null, backAt: null });
		await closeBreakout(denise, meetingId, { key: key(), breakout });
		expect(await seen('phone')).toBeNull();
		expect(await readOwnGroup(null, ana)).toBeNull();
	});
});

describe('A group’s note', () => {
	let breakout: string;
	let group: string;

	beforeEach(async () => {
		const [sam] = await fill(network, meetingId, ['Sam Okafor']);
		breakout = await open([...together(), { attendeeId: sam?.attendee.id ?? '', number: 2 }]);
		group = (await readOwnGroup(null, ana))?.id ?? '';
	});

	test('has what two typed at once, in different places and in the same one, and every version stays', async () => {
		await write(ana, group, 'Buses. Letters.', 0);
		const [one, two] = await Promise.all([
			write(ana, group, 'Buses at four. Letters.', 1),
			write(jonah, group, 'Buses. Letters home.', 1)
		]);
		expect([one.revision, two.revision].toSorted()).toEqual([2, 3]);
		expect((await readOwnGroup(null, ana))?.note).toBe('Buses at four. Letters home.');
		const clash = await write(jonah, group, 'Trains at four. Letters home.', 3);
		expect(clash.text).toBe('Trains at four. Letters home.');
		const kept = await write(ana, group, 'Trams at four. Letters home.', 3);
		expect(kept.text).toContain('Trains');
		expect(kept.text).toContain('Trams');
		expect(await prisma().liveGroupNote.count({ where: { groupId: group } })).toBe(5);
	});

	test('is encrypted, in the note and in every version', async () => {
		await write(ana, group, 'The late slips', 0);
		await write(ana, group, 'The late slips are kept', 1);
		const rows = await prisma().liveGroup.findMany();
		const versions = await prisma().liveGroupNote.findMany();
		for (const { bytes } of [
			...rows.map(({ note }) => ({ bytes: note })),
			...versions.map(({ sealed }) => ({ bytes: sealed }))
		]) {
			expect(Buffer.from(bytes ?? []).toString('utf8')).not.toContain('late slips');
		}
		const events = await prisma().liveEvent.findMany({ where: { kind: 'note' } });
		expect(JSON.stringify(events.map(({ data }) => data))).not.toContain('late');
	});

	test('that is sent twice stands there once', async () => {
		const sent = key();
		const first = await write(ana, group, 'Buses', 0, sent);
		await write(jonah, group, 'Buses and trains', 1);
		const again = await write(ana, group, 'Buses', 0, sent);
		expect(first).toEqual({ text: 'Buses', revision: 1 });
		expect(again).toEqual({ text: 'Buses and trains', revision: 2 });
	});

	test('is its members’ alone to write, and on no surface but the console until it is shared', async () => {
		await write(ana, group, 'Buses', 0);
		const rosa = await comeInAsGuest(meetingId, 'Rosa');
		await expect(write(rosa, group, 'Mine', 1)).rejects.toMatchObject({ status: 404 });
		expect((await readOwnGroup(null, rosa))?.note).toBe('');
		const other = await makeMeeting(network.otherCohort.id, marcus);
		const sofia = await comeIn(other, network.viewers['Sofia Marchetti']);
		await expect(write(sofia, group, 'Mine', 1)).rejects.toMatchObject({ status: 404 });
		await expect(
			writeNoteFor(marcus, other, { key: key(), group, text: 'Mine', base: 1 })
		).rejects.toMatchObject({ status: 404 });
		for (const surface of ['projector', 'phone'] as const) {
			expect(JSON.stringify(await seen(surface))).not.toContain('Buses');
		}
		expect((await seen('console'))?.groups[0]?.note).toBe('Buses');
	});

	test('goes to the wall with the others’, but for one that she keeps off it', async () => {
		await write(ana, group, 'Buses', 0);
		const second = (await seen('console'))?.groups[1]?.id ?? '';
		await writeNoteFor(denise, meetingId, { key: key(), group: second, text: 'Doors', base: 0 });
		await hideNote(denise, meetingId, { key: key(), breakout, group: second, hidden: 'yes' });
		await shareNotes(denise, meetingId, { key: key(), breakout });
		expect((await seen('projector'))?.groups.map(({ note }) => note)).toEqual(['Buses', '']);
		expect((await seen('console'))?.groups.map(({ note }) => note)).toEqual(['Buses', 'Doors']);
	});

	test('takes what somebody was typing who is moved, adds it, and shows them no more of it', async () => {
		await write(ana, group, 'Buses.', 0);
		await write(jonah, group, 'Buses. Letters.', 1);
		const move = { key: key(), breakout, attendee: jonah.attendee.id, group: 2 };
		await movePerson(denise, meetingId, move);
		await write(ana, group, 'Buses. Letters. Ana’s own.', 2);
		const kept = await write(jonah, group, 'Buses. Letters home.', 2);
		expect(kept).toEqual({ text: 'Buses. Letters home.', revision: 2 });
		const note = async () => (await readOwnGroup(null, ana))?.note ?? '';
		for (const words of ['Buses.', 'Letters', 'home.', 'Ana’s own.']) {
			expect(await note()).toContain(words);
		}
		const before = await note();
		expect(await write(jonah, group, '', 4)).toEqual({ text: '', revision: 4 });
		expect(await note()).toBe(before);
		expect((await readOwnGroup(null, jonah))?.note).toBe('');
		const second = (await readOwnGroup(null, jonah))?.id ?? '';
		await expect(write(ana, second, 'Mine', 0)).rejects.toMatchObject({ status: 404 });
	});

	test('takes what comes late, for an hour after the end, and loses nothing by it', async () => {
		await end(denise, meetingId, { key: key() });
		await write(ana, group, 'Typed in a tunnel', 0);
		const kept = await write(jonah, group, 'LATE NOTE', 1);
		expect(kept.text).toContain('Typed in a tunnel');
		expect(kept.text).toContain('LATE NOTE');
		expect(await write(jonah, group, '', 2)).toEqual(kept);
		const late = new Date(Date.now() + 2 * 60 * 60_000);
		await expect(at(late, () => write(ana, group, 'Much later', 2))).rejects.toMatchObject({
			status: 403
		});
	});
});
