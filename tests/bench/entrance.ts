import pg from 'pg';
import { cohorts, emailOf } from '../../prisma/cast.ts';
import { answers } from '../../prisma/demo/answers/index.ts';
import type { DemoApp } from '../support/demo-app.ts';
import type { Writer } from './load.ts';

/** A step with prose, a video and two prompts. */
const STEP =
	'/learn/leading-with-access-and-equity/start-with-who-is-missing/watch-who-is-in-the-room';
const PROMPT = 'lae-1-first-thought';

export type Entrance = {
	cookie: string;
	stepUrl: string;
	/** Each writes their own answer, so one for each connection. */
	save: { url: string; writers: Writer[]; isGood: (body: string) => boolean };
};

/** Lets Ana in to read the step, and ten others to write in it. */
export async function benchEntrance(demo: DemoApp): Promise<Entrance> {
	const names = ['Ana Reyes', ...writerNames()];
	const cookies: string[] = [];
	for (const person of await makeEnterable(demo, names.map(emailOf))) {
		cookies.push(await enter(demo, person));
	}
	const [cookie = '', ...writers] = cookies;
	const stepUrl = demo.origin + STEP;
	return {
		cookie,
		stepUrl,
		save: {
			url: `${stepUrl}?/answer`,
			writers: writers.map((each, index) => writer(demo, each, `bench-${index}`)),
			isGood: (body) => body.startsWith('{"type":"success"')
		}
	};
}

/** Ten people whose answer begins with the bench: one that is there already would be a second tab's. */
function writerNames(): string[] {
	const written = new Set(answers.filter(({ to }) => to === PROMPT).map(({ by }) => by));
	const names = cohorts.flatMap(({ participants }) => participants.map(({ name }) => name));
	return names.filter((name) => name !== 'Ana Reyes' && !written.has(name)).slice(0, 10);
}

/** The ids of these people, in this order, after the demo has been told to offer them all. */
async function makeEnterable(demo: DemoApp, emails: readonly string[]): Promise<string[]> {
	const client = new pg.Client({ connectionString: demo.databaseUrl });
	await client.connect();
	try {
		const { rows } = await client.query<{ id: string; email: string }>(
			`update person set demo_title = 'participant' where email = any($1) returning id, email`,
			[emails]
		);
		return rows
			.sort((one, other) => emails.indexOf(one.email) - emails.indexOf(other.email))
			.map(({ id }) => id);
	} finally {
		await client.end();
	}
}

async function enter(demo: DemoApp, person: string): Promise<string> {
	const answer = await fetch(`${demo.origin}/sign-in?/enterAs`, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			origin: demo.origin,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded'
		},
		body: new URLSearchParams({ person }).toString()
	});
	const [cookie = ''] = (answer.headers.getSetCookie()[0] ?? '').split(';');
	if (cookie === '') throw new Error(`The demo lets nobody in: it answers ${answer.status}.`);
	return cookie;
}

/** One open page that saves again and again, as the player does at every pause of typing. */
function writer(demo: DemoApp, cookie: string, name: string): Writer {
	let sequence = 0;
	return {
		headers: {
			cookie,
			origin: demo.origin,
			accept: 'application/json',
			'x-sveltekit-action': 'true',
			'content-type': 'application/x-www-form-urlencoded'
		},
		form: () => {
			sequence += 1;
			return new URLSearchParams({
				blockId: PROMPT,
				text: textOf(sequence),
				audience: 'me',
				base: '0',
				writer: name,
				sequence: String(sequence)
			}).toString();
		}
	};
}

/** About three hundred characters, different each time. */
function textOf(sequence: number): string {
	const thought = 'The driver knew, and so did the clerk who writes the late slips. ';
	return `${sequence}. ${thought.repeat(4)}Nobody had asked the two of them.`;
}
