import { setTimeout as pause } from 'node:timers/promises';
import { startDemoApp, type DemoApp } from '../support/demo-app.ts';
import { makeBenchRoom, newKey, type BenchRoom } from './live-room.ts';
import { openStream, postAction, type OpenStream } from '../support/streams.ts';
import { residentMemory } from './processes.ts';
import { measureRoomBytes, printRoomBytes, type SurfaceFigures } from './room-bytes.ts';
import { measureWall, printWall, WALL_GUESTS, type WallFigures } from './wall.ts';

/**
 * npm run bench:live: what each surface costs, and a full room on one process and on two. Each part is bounded
 * in time. With --soak, ten minutes of a meeting follow, for the memory; with --surfaces, that is all. Needs a build (npm run build).
 */

const STREAMS = 1_000;
const PEOPLE = 500;
const PUSHES = 20;
const ANSWERS_A_SECOND = 50;
const ANSWER_SECONDS = 60;
const SOAK_MINUTES = 10;
const OPEN_AT_ONCE = 50;

/** What is asked of it, in milliseconds. The second process may take `MORE_FOR_TWO` longer. */
const LAST_BAR = 500;
const P95_BAR = 250;
const ANSWER_BAR = 150;
const MORE_FOR_TWO = 100;

type PushFigures = { last: number; p95: number; p50: number; missed: number };
type AnswerFigures = {
	p50: number;
	p95: number;
	p99: number;
	/** Posts whose connection broke, and which were sent once more with their key, as a phone does. */
	again: number;
	lost: number;
	doubled: number;
};
type Part = { processes: number; push: PushFigures; answers: AnswerFigures; perStream: number };

const surfaces = await measureSurfaces();
printRoomBytes(surfaces);
const walls = await measureWalls();
printWall(walls);
if (process.argv.includes('--surfaces')) process.exit();
const parts: Part[] = [];
for (const processes of [1, 2]) parts.push(await measure(processes));
print(parts);
console.log(`\n${JSON.stringify({ parts, surfaces, walls })}`);
if (process.argv.includes('--soak')) await soak();

async function measureSurfaces(): Promise<SurfaceFigures[]> {
	say('A first visit of each surface …');
	const demo = await startDemoApp({ durable: false, workers: 1 });
	try {
		const room = await makeBenchRoom(demo, 1);
		await begin(demo, room);
		await atConsole(demo, room, 'ask', { question: 'What did you notice?' });
		const figures = await measureRoomBytes(demo, room);
		if (!figures.every(({ isKept }) => isKept)) process.exitCode = 1;
		await room.close();
		return figures;
	} finally {
		await demo.stop();
	}
}

async function measureWalls(): Promise<WallFigures[]> {
	say('One more answer on a wall of many …');
	const demo = await startDemoApp({ durable: false, workers: 1 });
	try {
		const room = await makeBenchRoom(demo, WALL_GUESTS);
		await begin(demo, room);
		const figures = await measureWall(demo, room);
		if (!figures.every(({ isKept }) => isKept)) process.exitCode = 1;
		await room.close();
		return figures;
	} finally {
		await demo.stop();
	}
}

async function measure(processes: number): Promise<Part> {
	const demo = await startDemoApp({ durable: true, workers: 1 });
	try {
		const ports = [demo.port];
		const ids = [demo.processes.app];
		for (let more = 1; more < processes; more += 1) {
			const other = await demo.startOther();
			ports.push(other.port);
			ids.push(other.processId);
		}
		const room = await makeBenchRoom(demo, PEOPLE);
		await begin(demo, room);
		say(`${processes} process${processes > 1 ? 'es' : ''}: opening ${STREAMS} streams …`);
		const before = memoryOf(ids);
		const streams = await openAll(demo, room, ports, STREAMS);
		await pause(2_000);
		const perStream = ((memoryOf(ids) - before) * 1024) / STREAMS;
		say('Asking, and waiting for the last to hear …');
		const push = await measurePushes(demo, room, streams);
		say(`${ANSWERS_A_SECOND} answers a second for ${ANSWER_SECONDS} s …`);
		const answers = await measureAnswers(demo, room, ports);
		for (const stream of streams) stream.close();
		await room.close();
		return { processes, push, answers, perStream };
	} finally {
		await demo.stop();
	}
}

async function begin(demo: DemoApp, room: BenchRoom): Promise<void> {
	const started = await atConsole(demo, room, 'start', { early: 'yes' });
	if (!started.isDone) throw new Error(`The meeting does not start: ${started.text}`);
}

function atConsole(demo: DemoApp, room: BenchRoom, action: string, fields: Record<string, string>) {
	const path = `/facilitate/sessions/${room.id}/console?/${action}`;
	return postAction(demo, demo.port, path, room.facilitator, { key: newKey(), ...fields });
}

async function openAll(
	demo: DemoApp,
	room: BenchRoom,
	ports: readonly number[],
	count: number
): Promise<OpenStream[]> {
	const streams: OpenStream[] = [];
	for (let opened = 0; opened < count; opened += OPEN_AT_ONCE) {
		const some = Array.from({ length: Math.min(OPEN_AT_ONCE, count - opened) }, (_, index) => {
			const at = opened + index;
			const guest = room.guests[at % room.guests.length] ?? '';
			const port = ports[at % ports.length] ?? demo.port;
			return openStream(demo, port, `/live/${room.code}/stream`, guest);
		});
		streams.push(...(await Promise.all(some)));
	}
	return streams;
}

/** Asks again and again. The time runs from the press to the moment a page hears of it. */
async function measurePushes(
	demo: DemoApp,
	room: BenchRoom,
	streams: readonly OpenStream[]
): Promise<PushFigures> {
	const delays: number[] = [];
	const lasts: number[] = [];
	let missed = 0;
	for (let pushed = 0; pushed < PUSHES; pushed += 1) {
		const pressed = performance.now();
		const known = streams.map(({ heard }) => heard.length);
		await atConsole(demo, room, 'ask', { question: `What did you notice, ${pushed}?` });
		await pause(1_200);
		const heard = streams.map((stream, index) => stream.heard[known[index] ?? 0]?.at);
		missed += heard.filter((at) => at === undefined).length;
		const took = heard.flatMap((at) => (at === undefined ? [] : [at - pressed]));
		delays.push(...took);
		lasts.push(Math.max(...took));
	}
	return { last: Math.max(...lasts), p95: share(delays, 0.95), p50: share(delays, 0.5), missed };
}

/** Every tenth answer is sent twice with one key, as a phone does that heard nothing back. */
async function measureAnswers(
	demo: DemoApp,
	room: BenchRoom,
	ports: readonly number[]
): Promise<AnswerFigures> {
	const took: number[] = [];
	const sent = new Set<string>();
	const under = new Set<Promise<void>>();
	let failed = 0;
	let again = 0;
	let asks = 0;
	let ask = '';
	const total = ANSWERS_A_SECOND * ANSWER_SECONDS;
	const began = performance.now();
	for (let number = 0; number < total; number += 1) {
		// Everybody has answered: the next question.
		if (number % PEOPLE === 0) {
			await atConsole(demo, room, 'ask', { question: `What will you try, ${asks}?` });
			asks += 1;
			ask = await newestAsk(room);
		}
		const guest = number % PEOPLE;
		const fields = {
			key: newKey(),
			ask,
			text: `${number}. I ask the driver on Thursday.`,
			wall: 'yes'
		};
		const send = async () => {
			const port = ports[number % ports.length] ?? demo.port;
			const path = `/live/${room.code}?/respond`;
			const times = number % 10 === 0 ? 2 : 1;
			const post = () => postAction(demo, port, path, room.guests[guest] ?? '', fields);
			for (let time = 0; time < times; time += 1) {
				const { isDone, took: ms } = await post().catch(() => {
					again += 1;
					return post();
				});
				if (isDone) sent.add(fields.key);
				else failed += 1;
				took.push(ms);
			}
		};
		const sending = send().catch(() => void (failed += 1));
		under.add(sending);
		void sending.finally(() => under.delete(sending));
		const due = began + ((number + 1) * 1000) / ANSWERS_A_SECOND;
		await pause(Math.max(0, due - performance.now()));
	}
	await Promise.all(under);
	const kept = await room.count(
		`select count(*)::int from live_response join live_ask on live_ask.id = ask_id
		where live_session_id = $1`,
		[room.id]
	);
	const events = await room.count(
		`select count(*)::int from live_event where live_session_id = $1 and kind = 'respond'`,
		[room.id]
	);
	return {
		p50: share(took, 0.5),
		p95: share(took, 0.95),
		p99: share(took, 0.99),
		again,
		lost: sent.size - Math.min(kept, sent.size) + failed,
		doubled: Math.max(0, events - sent.size)
	};
}

async function newestAsk(room: BenchRoom): Promise<string> {
	return room.text(
		'select id as text from live_ask where live_session_id = $1 order by asked_at desc limit 1',
		[room.id]
	);
}

/** Ten minutes in place of eight hours: two hundred pages that come and go, answers, and questions. */
async function soak(): Promise<void> {
	const demo = await startDemoApp({ durable: true, workers: 1 });
	try {
		const room = await makeBenchRoom(demo, PEOPLE);
		await begin(demo, room);
		const memory: number[] = [];
		const until = Date.now() + SOAK_MINUTES * 60_000;
		for (let turn = 0; Date.now() < until; turn += 1) {
			await atConsole(demo, room, 'ask', { question: `Turn ${turn}` });
			const ask = await newestAsk(room);
			const streams = await openAll(demo, room, [demo.port], 200);
			for (let number = 0; number < 200; number += 1) {
				const fields = { key: newKey(), ask, text: `${turn}.${number}`, wall: 'yes' };
				await postAction(
					demo,
					demo.port,
					`/live/${room.code}?/respond`,
					room.guests[number] ?? '',
					fields
				);
			}
			for (const stream of streams) stream.close();
			memory.push(memoryOf([demo.processes.app]));
			if (turn % 10 === 0) say(`${turn}: ${Math.round(memory.at(-1) ?? 0)} MB`);
		}
		const third = Math.floor(memory.length / 3);
		const early = median(memory.slice(third, 2 * third));
		const late = median(memory.slice(2 * third));
		console.log(
			`\nMemory over ${SOAK_MINUTES} minutes, second third and last: ${early.toFixed(0)} MB, ${late.toFixed(0)} MB`
		);
		if (late > early * 1.1) process.exitCode = 1;
		await room.close();
	} finally {
		await demo.stop();
	}
}

function memoryOf(processes: readonly number[]): number {
	return processes.reduce((total, id) => total + residentMemory(id), 0);
}

function print(all: readonly Part[]): void {
	console.log(
		`\n${STREAMS} open pages. Asked: the last hears a push within ${LAST_BAR} ms, p95 ${P95_BAR} ms; an answer p95 ${ANSWER_BAR} ms, none lost, none doubled; two processes at most ${MORE_FOR_TWO} ms more`
	);
	console.table(
		all.map(({ processes, push, answers, perStream }) => ({
			processes,
			'push p50 ms': Math.round(push.p50),
			'push p95 ms': Math.round(push.p95),
			'last ms': Math.round(push.last),
			'not heard': push.missed,
			'answer p50 ms': Math.round(answers.p50),
			'answer p95 ms': Math.round(answers.p95),
			'answer p99 ms': Math.round(answers.p99),
			'sent again': answers.again,
			lost: answers.lost,
			doubled: answers.doubled,
			'kB a stream': perStream.toFixed(1),
			bars: isKept(processes, push, answers) ? 'kept' : 'MISSED'
		}))
	);
	if (!all.every(({ processes, push, answers }) => isKept(processes, push, answers))) {
		process.exitCode = 1;
	}
}

function isKept(processes: number, push: PushFigures, answers: AnswerFigures): boolean {
	const more = processes > 1 ? MORE_FOR_TWO : 0;
	return (
		push.last <= LAST_BAR + more &&
		push.p95 <= P95_BAR + more &&
		push.missed === 0 &&
		answers.p95 <= ANSWER_BAR + more &&
		answers.lost === 0 &&
		answers.doubled === 0
	);
}

function share(values: readonly number[], of: number): number {
	const sorted = values.toSorted((one, other) => one - other);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * of))] ?? 0;
}

function median(values: readonly number[]): number {
	return share(values, 0.5);
}

function say(line: string): void {
	console.error(line);
}
