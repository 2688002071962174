import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { startBeside } from '../support/demo-app.ts';
import { makeMeeting } from '../support/live.ts';
import { makeTeam, startSession } from '../support/rows.ts';
import { openStream, postAction } from '../support/streams.ts';

test('a second process shows the same room, and its pages are let go when it stops', async ({
	baseURL
}) => {
	const origin = baseURL ?? '';
	const { cohort, facilitator } = await makeTeam('Dunlin team');
	const meeting = await makeMeeting(cohort);
	const cookie = `throughline_session=${await startSession(facilitator)}`;
	const main = Number(new URL(origin).port);
	const other = await startBeside(
		process.env['JOURNEYS_DATABASE_URL'] ?? '',
		origin,
		process.env['JOURNEYS_LOG'] ?? ''
	);
	try {
		const path = `/facilitate/sessions/${meeting.id}`;
		const act = (port: number, action: string, fields: Record<string, string> = {}) =>
			postAction({ origin }, port, `${path}/console?/${action}`, cookie, {
				key: randomUUID(),
				...fields
			});
		const streams = await Promise.all(
			[main, other.port].map((port) =>
				openStream({ origin }, port, `${path}/stream?surface=console`, cookie)
			)
		);
		const known = () => streams.map(({ heard }) => heard.at(-1)?.number ?? null);

		expect((await act(main, 'start')).isDone).toBe(true);
		await expect.poll(known).toEqual([1, 1]);
		expect((await act(other.port, 'ask', { question: 'Who knew?' })).isDone).toBe(true);
		await expect.poll(known).toEqual([2, 2]);

		const began = Date.now();
		await Promise.all([other.stop(), streams[1]?.ended]);
		expect(Date.now() - began).toBeLessThan(5_000);
		// Who comes back to another process says what they knew, and hears what they missed.
		await act(main, 'ask', { question: 'Who was asked?' });
		const back = await openStream(
			{ origin },
			main,
			`${path}/stream?surface=console&known=2`,
			cookie
		);
		await expect.poll(() => back.heard.map(({ number }) => number)).toEqual([3]);
		back.close();
		streams[0]?.close();
	} finally {
		await other.stop();
	}
});

test('a connection that nobody uses for a minute still takes the next answer', async ({
	baseURL
}) => {
	const answer = await fetch(`${baseURL}/healthz`);
	const seconds = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '')?.[1];
	expect(Number(seconds)).toBeGreaterThan(60);
});
