import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../../tests/support/small-network.ts';
import { at } from '../../clock.ts';
import { prisma } from '../../db/index.ts';
import { end, enter, noteHere, readRoom } from '../../live/index.ts';
import { findMeeting } from '../../live/meeting.ts';
import type { Viewer } from '../../viewer.ts';
import { attend, ENDED, makeHeld, newKey, STARTED } from '../fixture.ts';
import {
	addForgotten,
	correctAttendance,
	enterSheet,
	listMissed,
	readAttendance,
	readMissed,
	readOwnAttendance,
	type AttendanceLine
} from '../index.ts';

let network: SmallNetwork;
let ana: Viewer;
let jonah: Viewer;
let denise: Viewer;
let meeting: string;

const MINUTE = 60_000;
const after = (minutes: number) => new Date(STARTED.getTime() + minutes * MINUTE);

beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
	ana = network.viewers['Ana Reyes'];
	jonah = network.viewers['Jonah Bell'];
	denise = network.viewers['Denise Whitfield'];
	meeting = await makeHeld(network.cohort.id);
	await prisma().cohort.updateMany({ data: { zone: 'America/New_York' } });
	await prisma().enrolment.updateMany({ data: { createdAt: new Date('2026-09-01T12:00:00Z') } });
});

const enrolmentOf = ({ enrolments }: Viewer) => enrolments[0]?.enrolmentId ?? '';

async function lineOf(name: string): Promise<AttendanceLine> {
	const { people, guests } = await readAttendance(denise, meeting);
	const line = [...people, ...guests].find((one) => one.name === name);
	if (line === undefined) throw new Error(`${name} is not in the list.`);
	return line;
}

type Change = Partial<Parameters<typeof correctAttendance>[2]>;

async function correct(name: string, change: Change = {}, by = denise): Promise<void> {
	const { who, base } = await lineOf(name);
	const standard = { was: 'there', from: '', to: '', mode: 'room', reason: 'She told me' } as const;
	await correctAttendance(by, meeting, { key: newKey(), who, base, ...standard, ...change });
}

const listMissedThen = (viewer: Viewer) =>
	at(new Date('2026-11-20T12:00:00Z'), () => listMissed(viewer));

describe('Who was there', () => {
	test('stands with hours, minutes and lateness in the zone of the cohort, guests apart', async () => {
		await attend(meeting, ana, [after(20), ENDED]);
		await attend(meeting, 'Wren', [after(50), ENDED]);
		await attend(meeting, denise);
		const { people, guests } = await readAttendance(denise, meeting);
		expect(people).toMatchObject([
			{ name: 'Ana Reyes', state: 'there', from: '15:20', to: '16:00', minutes: 40, late: 20 },
			{ name: 'Jonah Bell', state: 'away', from: '', to: '', minutes: 0 }
		]);
		expect(guests).toMatchObject([{ name: 'Wren', state: 'partly', minutes: 10 }]);
		expect(new Set(people.map(({ slip }) => slip)).size).toBe(2);
	});

	test('is for who facilitates the cohort alone, and stands from the beginning on', async () => {
		for (const name of ['Ana Reyes', 'Marcus Lindqvist', 'Priya Raman'] as const) {
			const viewer = network.viewers[name];
			await expect(readAttendance(viewer, meeting)).rejects.toMatchObject({ status: 404 });
			await expect(correct('Jonah Bell', {}, viewer)).rejects.toMatchObject({ status: 404 });
		}
		await prisma().liveSession.updateMany({ data: { startedAt: null, endedAt: null } });
		await expect(readAttendance(denise, meeting)).rejects.toMatchObject({ status: 403 });
	});
});

describe('A correction', () => {
	test('counts everywhere: Jonah, who was there all along, has nothing to make up', async () => {
		expect(await listMissedThen(jonah)).toHaveLength(1);
		await correct('Jonah Bell', { from: '15:05', reason: 'His phone was flat' });
		expect(await listMissedThen(jonah)).toEqual([]);
		await expect(readMissed(jonah, meeting)).rejects.toMatchObject({ status: 404 });
		expect(await lineOf('Jonah Bell')).toMatchObject({
			state: 'there',
			minutes: 55,
			corrections: [{ by: 'Denise Whitfield', reason: 'His phone was flat', before: null }]
		});
	});

	test('of somebody who was not there brings them the way to make it up, and keeps what stood', async () => {
		await attend(meeting, ana, [after(5), ENDED]);
		expect(await listMissedThen(ana)).toEqual([]);
		await correct('Ana Reyes', { was: 'away', reason: 'It was her sister' });
		expect(await listMissedThen(ana)).toHaveLength(1);
		expect((await readMissed(ana, meeting)).meeting.id).toBe(meeting);
		const { state, stay, corrections } = await lineOf('Ana Reyes');
		expect({ state, stay }).toEqual({ state: 'away', stay: null });
		expect(corrections[0]).toMatchObject({
			before: { arrivedAt: after(5), leftAt: ENDED },
			after: null
		});
	});

	test('is read by the person themselves, with who made it and why, and by no one else', async () => {
		await attend(meeting, ana, [after(40), ENDED]);
		await correct('Ana Reyes', { from: '15:10', to: '15:50' });
		await correct('Jonah Bell', { reason: 'His phone was flat' });
		const own = await readOwnAttendance(ana, meeting);
		expect(own).toMatchObject({ state: 'there', minutes: 40, late: 10 });
		expect(own?.corrections).toMatchObject([{ by: 'Denise Whitfield', reason: 'She told me' }]);
		expect(JSON.stringify(own)).not.toContain('flat');
		expect(await readOwnAttendance(denise, meeting)).toBeNull();
		await expect(
			readOwnAttendance(network.viewers['Sofia Marchetti'], meeting)
		).rejects.toMatchObject({ status: 404 });
	});

	test('keeps its reason sealed', async () => {
		await correct('Jonah Bell', { reason: 'He was at the dentist' });
		const [row] = await prisma().attendanceCorrection.findMany();
		expect(Buffer.from(row?.reason ?? []).toString('latin1')).not.toContain('dentist');
	});

	test('keeps the seconds of what it leaves as it stood', async () => {
		const arrivedAt = new Date(after(5).getTime() + 30_000);
		await attend(meeting, ana, [arrivedAt, ENDED]);
		await correct('Ana Reyes', { from: '15:05', to: '15:30' });
		expect((await lineOf('Ana Reyes')).stay).toMatchObject({ arrivedAt, leftAt: after(30) });
	});

	test('is none where nothing changes, and says so', async () => {
		await attend(meeting, ana);
		await expect(correct('Ana Reyes', { to: '16:00' })).rejects.toMatchObject({ status: 400 });
		await expect(correct('Jonah Bell', { was: 'away' })).rejects.toMatchObject({ status: 400 });
		expect(await prisma().attendanceCorrection.count()).toBe(0);
		expect(await prisma().liveAttendee.count()).toBe(1);
	});

	test('refuses hours that are none of this meeting', async () => {
		const wrong = [
			{ from: '16:00', fields: { from: 'It was over by then.' } },
			{ to: '14:30', fields: { to: 'It had not begun then.' } },
			{
				from: '15:40',
				to: '15:10',
				fields: { to: 'They cannot have left before they came. Check both times.' }
			}
		];
		for (const { fields, ...hours } of wrong) {
			await expect(correct('Jonah Bell', hours)).rejects.toMatchObject({
				status: 400,
				fields
			});
		}
	});

	test('is of this cohort and this meeting alone', async () => {
		const other = await makeHeld(network.otherCohort.id);
		const wren = await attend(other, 'Wren');
		const strangers = [wren, enrolmentOf(network.viewers['Sofia Marchetti']), enrolmentOf(denise)];
		for (const who of strangers) {
			await expect(correct('Jonah Bell', { who })).rejects.toMatchObject({ status: 404 });
		}
	});

	test('of two at once the second is told, and a form that is sent twice counts once', async () => {
		await attend(meeting, ana);
		const { who, base } = await lineOf('Ana Reyes');
		const input = { who, base, was: 'there', from: '', mode: 'room', reason: 'A bus' } as const;
		const both = await Promise.allSettled([
			correctAttendance(denise, meeting, { ...input, key: newKey(), to: '15:40' }),
			correctAttendance(denise, meeting, { ...input, key: newKey(), to: '15:50' })
		]);
		const failed = both.find(({ status }) => status === 'rejected');
		expect(failed).toMatchObject({ reason: { status: 409 } });
		const again = { ...input, key: newKey(), base: (await lineOf('Ana Reyes')).base, to: '15:45' };
		await correctAttendance(denise, meeting, again);
		await correctAttendance(denise, meeting, again);
		expect(await prisma().attendanceCorrection.count()).toBe(2);
	});

	test('adds a guest who was forgotten, and corrects them as anybody', async () => {
		const guest = { name: 'Wren', from: '15:10', to: '', mode: 'remote', reason: 'Came with Ana' };
		await addForgotten(denise, meeting, { ...guest, key: newKey(), mode: 'remote' });
		expect(await lineOf('Wren')).toMatchObject({ isGuest: true, minutes: 50, state: 'there' });
		await correct('Wren', { was: 'away' });
		expect(await lineOf('Wren')).toMatchObject({ state: 'away' });
	});
});

describe('While it runs', () => {
	beforeEach(async () => {
		await prisma().liveSession.updateMany({ data: { endedAt: null } });
	});
	const then = <T>(minutes: number, work: () => Promise<T>) => at(after(minutes), work);

	test('who was noted by mistake is missing again, and counts from when they come', async () => {
		const held = await findMeeting(meeting);
		if (held === null) throw new Error('There is no such meeting.');
		await then(5, () =>
			noteHere(denise, meeting, { key: newKey(), enrolment: enrolmentOf(ana), mode: 'room' })
		);
		await then(10, () => correct('Ana Reyes', { was: 'away' }));
		const people = async () =>
			(await readRoom(held, { surface: 'console', language: 'en' })).people;
		expect(await people()).toMatchObject({ here: 0, list: [] });
		expect((await people()).missing.map(({ name }) => name)).toContain('Ana Reyes');
		await then(20, () => enter(ana, held, { mode: 'room', work: '' }));
		await then(60, () => end(denise, meeting, { key: newKey() }));
		expect(await lineOf('Ana Reyes')).toMatchObject({ minutes: 40, late: 20 });
	});

	test('nothing empty ends a stay, and no hour ahead is taken', async () => {
		await then(30, () => correct('Jonah Bell', { from: '15:10' }));
		expect((await lineOf('Jonah Bell')).stay?.leftAt).toBeNull();
		for (const hours of [{ from: '15:50' }, { from: '15:10', to: '15:50' }]) {
			await expect(then(30, () => correct('Jonah Bell', hours))).rejects.toMatchObject({
				status: 400
			});
		}
	});
});

describe('The paper sheet', () => {
	test('is entered in one go: only what differs is a correction', async () => {
		await attend(meeting, ana);
		const lines = [await lineOf('Ana Reyes'), await lineOf('Jonah Bell')];
		const [first, second] = lines;
		const fields = Object.fromEntries(
			lines.flatMap(({ who, base, from, to }) => [
				[`base-${who}`, String(base)],
				[`from-${who}`, from],
				[`to-${who}`, to]
			])
		);
		const sheet = {
			...fields,
			[`here-${first?.who}`]: 'yes',
			[`here-${second?.who}`]: 'yes',
			[`from-${second?.who}`]: '15:15',
			'guest-1': 'Wren',
			'from-guest-1': '15:00',
			'guest-2': '  '
		};
		const input = { key: newKey(), reason: 'From the paper sheet', rows: sheet };
		await enterSheet(denise, meeting, input);
		await enterSheet(denise, meeting, input);
		expect(await lineOf('Jonah Bell')).toMatchObject({
			state: 'there',
			from: '15:15',
			to: '16:00'
		});
		expect(await lineOf('Wren')).toMatchObject({ state: 'there' });
		expect((await lineOf('Ana Reyes')).corrections).toEqual([]);
		expect(await prisma().attendanceCorrection.count()).toBe(2);
		expect(await prisma().liveAttendee.count({ where: { noted: 'paper' } })).toBe(2);
		await expect(enterSheet(denise, meeting, { ...input, key: newKey() })).rejects.toMatchObject({
			status: 409
		});
	});

	test('says in which row something is wrong, and keeps nothing then', async () => {
		await attend(meeting, ana);
		const { who, base } = await lineOf('Jonah Bell');
		const rows = {
			[`base-${who}`]: String(base),
			[`here-${who}`]: 'yes',
			[`from-${who}`]: '17:30',
			'guest-1': 'Wren'
		};
		const input = { key: newKey(), reason: 'From the paper sheet', rows };
		await expect(enterSheet(denise, meeting, input)).rejects.toMatchObject({
			status: 400,
			message: 'Jonah Bell: It was over by then.',
			fields: { [`from-${who}`]: 'It was over by then.' }
		});
		expect(await prisma().liveAttendee.count()).toBe(1);
		await expect(enterSheet(jonah, meeting, input)).rejects.toMatchObject({ status: 404 });
	});
});
