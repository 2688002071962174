import { beforeEach, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork } from '../../../../tests/support/small-network.ts';
import { onScreen } from '../../live/on-screen.ts';
import type { Viewer } from '../viewer.ts';
import { askVideo, comeIn, key, makeMeeting } from './fixture.ts';
import {
	ask,
	askAgain,
	callBack,
	closeAsk,
	closeBreakout,
	giveMinutes,
	openBreakout,
	playVideo,
	readRoom,
	reveal,
	shareNotes,
	showParked
} from './index.ts';
import { findMeeting } from './meeting.ts';
import { readMessage } from './room.ts';

let denise: Viewer;
let meetingId: string;
let attendeeId: string;

beforeEach(async () => {
	await resetDatabase();
	const network = await makeSmallNetwork();
	denise = network.viewers['Denise Whitfield'];
	meetingId = await makeMeeting(network.cohort.id, denise);
	attendeeId = (await comeIn(meetingId, network.viewers['Ana Reyes'])).attendee.id;
});

async function room() {
	const meeting = await findMeeting(meetingId);
	if (meeting === null) throw new Error('There is no such meeting.');
	return readRoom(meeting, { surface: 'projector', language: 'en' });
}

const shown = async () => onScreen(await room());

const pose = () =>
	ask(denise, meetingId, {
		key: key(),
		block: '',
		question: 'Who is missing?',
		capture: 'wall',
		named: 'no'
	});
const sendToGroups = () =>
	openBreakout(denise, meetingId, {
		key: key(),
		task: 'List them',
		minutes: 5,
		seat: [{ attendeeId, number: 1 }]
	});
const asked = async () => (await room()).asked.now?.id ?? '';
const breakout = async () => ({ key: key(), breakout: (await room()).breakout?.id ?? '' });

test('The screen shows what came last: what is asked while groups are at work, and the groups once they are called', async () => {
	await sendToGroups();
	expect(await shown()).toBe('groups');
	await pose();
	expect(await shown()).toBe('asked');
	await giveMinutes(denise, meetingId, { ...(await breakout()), minutes: 2 });
	expect(await shown()).toBe('asked');
	await callBack(denise, meetingId, { ...(await breakout()), seconds: 60 });
	expect(await shown()).toBe('groups');
	await reveal(denise, meetingId, { key: key(), ask: await asked() });
	expect(await shown()).toBe('asked');
	await shareNotes(denise, meetingId, await breakout());
	expect(await shown()).toBe('groups');
	await closeBreakout(denise, meetingId, await breakout());
	expect(await shown()).toBe('asked');
});

test('Groups that set out come before what was asked, and are there again when it is put away', async () => {
	await pose();
	await sendToGroups();
	expect(await shown()).toBe('groups');
	const ask = await asked();
	await closeAsk(denise, meetingId, { key: key(), ask });
	expect(await shown()).toBe('groups');
	await askAgain(denise, meetingId, { key: key(), ask });
	expect(await shown()).toBe('asked');
	await closeAsk(denise, meetingId, { key: key(), ask });
	expect(await shown()).toBe('groups');
});

test('What lay under the parking lot is there when it is taken off', async () => {
	await sendToGroups();
	await pose();
	await showParked(denise, meetingId, { key: key(), shown: 'yes' });
	expect(await shown()).toBe('parked');
	await showParked(denise, meetingId, { key: key(), shown: 'no' });
	expect(await shown()).toBe('asked');
});

test('A video that groups cover stops for everybody, and comes before them when it plays on', async () => {
	const video = await askVideo(denise, meetingId);
	const play = () =>
		playVideo(denise, meetingId, { key: key(), ask: video, position: 1, playing: 'yes' });
	await play();
	const { number } = await room();
	await sendToGroups();
	const told = await readMessage(meetingId, { surface: 'phone', language: 'en' }, number);
	expect(told?.asked?.now?.video).toMatchObject({ isPlaying: false });
	expect(await shown()).toBe('groups');
	await play();
	expect(await shown()).toBe('asked');
});
