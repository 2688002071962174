import { choose, reply, saveAnswer } from '../../src/lib/server/answers/index.ts';
import { at } from '../../src/lib/server/clock.ts';
import {
	getSeries,
	type Block,
	type CheckBlock,
	type Module,
	type PollBlock,
	type Step,
	type VideoBlock
} from '../../src/lib/server/curriculum/index.ts';
import { prisma } from '../../src/lib/server/db/index.ts';
import { completeBlock, keepWatch, stampOpening } from '../../src/lib/server/progress/index.ts';
import { seriesId } from '../cast.ts';
import type { DemoAnswer } from './answers/answer.ts';
import { atClock, between, daysAgo, later, startOfToday } from './calendar.ts';
import { halfway } from './halfway.ts';
import type { Seat, SeatedCohort } from './rows.ts';

const series = getSeries(seriesId);
const steps = series.modules.flatMap((module) => module.steps.map((step) => ({ module, step })));

/** One person at work in one step, and the time on their clock. */
type Turn = { seat: Seat; index: number; module: Module; step: Step; when: Date };

/** Does everything that a participant has done so far, at the times at which they did it. */
export async function play(
	seat: Seat,
	index: number,
	answers: ReadonlyMap<string, DemoAnswer>
): Promise<void> {
	const { steps: done, quiet } = seat.participant;
	// Before the first bell for some, late in the evening for others; never later than now.
	const hour = 6 + ((index * 5) % (quiet > 1 ? 16 : 10));
	const last = atClock(daysAgo(quiet), hour, seat.zone);
	const first = later(seat.joined, 45);
	for (const [number, { module, step }] of steps.slice(0, done + 1).entries()) {
		if (done === 0) return;
		const isLast = number >= done - 1;
		const when = isLast ? last : between(first, last, number / done);
		const turn = { seat, index, module, step, when };
		if (number < done) await finishStep(turn, answers);
		else await beginStep({ ...turn, when: later(last, 40) }, answers);
	}
}

async function finishStep(turn: Turn, answers: ReadonlyMap<string, DemoAnswer>): Promise<void> {
	let { when } = turn;
	for (const block of turn.step.blocks) {
		when = later(when, 5);
		await finishBlock({ ...turn, when }, block, answers.get(block.id));
	}
}

async function beginStep(turn: Turn, answers: ReadonlyMap<string, DemoAnswer>): Promise<void> {
	const { name } = turn.seat.participant;
	for (const block of turn.step.blocks) {
		const answer = answers.get(block.id);
		if (answer) await write(turn, answer);
		const begun = halfway.find(({ by, blockId }) => by === name && blockId === block.id);
		if (begun && 'choice' in begun) await pick(turn, block.id, [begun.choice]);
		if (begun && 'watched' in begun) await watch(turn, block.id, begun.watched);
	}
}

async function finishBlock(
	turn: Turn,
	block: Block,
	answer: DemoAnswer | undefined
): Promise<void> {
	switch (block.kind) {
		case 'video':
			return watchWhole(turn, block);
		case 'poll':
			return vote(turn, block);
		case 'check':
			return solve(turn, block);
		case 'reflect':
			return answer ? write(turn, answer) : complete(turn, block.id);
		case 'continuum':
		case 'rubric':
		case 'assessment':
		case 'questions':
		case 'plan':
			// What is made with others has demo files of its own.
			return complete(turn, block.id);
		case 'resources':
		case 'compare':
		case 'feedback':
			return;
	}
}

/** Nobody's words are made up by the hundred: this person wrote for themselves, and the demo has no text. */
async function complete({ seat, module, step, when }: Turn, blockId: string): Promise<void> {
	await at(when, () => completeBlock(enrolmentOf(seat), module, step, blockId));
}

async function write({ seat, module, when }: Turn, answer: DemoAnswer): Promise<void> {
	const { text, audience, to: blockId } = answer;
	const input = { blockId, text, audience, base: 0, writer: 'demo', sequence: 1 };
	await at(when, () => saveAnswer(seat.viewer, series.slug, module.slug, input));
}

async function watchWhole(turn: Turn, block: VideoBlock): Promise<void> {
	await watch(turn, block.id, block.seconds);
}

async function watch(
	{ seat, module, when }: Turn,
	blockId: string,
	seconds: number
): Promise<void> {
	const report = {
		blockId,
		opened: stampOpening(enrolmentOf(seat), later(when, -4)),
		played: [[0, seconds] satisfies [number, number]],
		position: seconds,
		speed: 1
	};
	await at(when, () => keepWatch(seat.viewer, series.slug, module.slug, report));
}

/** Opinions differ from person to person and from poll to poll, and are the same at every start. */
async function vote(turn: Turn, block: PollBlock): Promise<void> {
	const chosen = block.choices[(turn.index * 5 + block.id.length * 3) % block.choices.length];
	await pick(turn, block.id, chosen ? [chosen.id] : []);
}

/** Some are right at once, some try something else first. */
async function solve(turn: Turn, block: CheckBlock): Promise<void> {
	const right = block.choices.filter(({ correct }) => correct).map(({ id }) => id);
	const wrong = block.choices.find(({ correct }) => !correct);
	if (wrong && (turn.index + block.id.length) % 4 === 0) await pick(turn, block.id, [wrong.id]);
	await pick(turn, block.id, right);
}

async function pick({ seat, module, when }: Turn, blockId: string, choices: string[]) {
	await at(when, () => choose(seat.viewer, series.slug, module.slug, { blockId, choices }));
}

/** Facilitators write back the day after, or this morning at the latest. */
export async function writeBack(
	{ id, seats, facilitators }: SeatedCohort,
	answers: readonly DemoAnswer[]
): Promise<void> {
	for (const { by, to, reply: written } of answers) {
		const seat = seats.find(({ participant }) => participant.name === by);
		if (seat === undefined || written === undefined) continue;
		const viewer = facilitators.get(written.by);
		if (viewer === undefined) throw new Error(`${written.by} does not facilitate ${by}’s cohort.`);
		const answer = await prisma().answer.findUniqueOrThrow({
			where: { enrolmentId_blockId: { enrolmentId: enrolmentOf(seat), blockId: to } },
			select: { id: true, updatedAt: true }
		});
		const nextDay = later(answer.updatedAt, 20 * 60);
		const when = nextDay < startOfToday() ? nextDay : startOfToday();
		await at(when, () => reply(viewer, id, { answerId: answer.id, text: written.text }));
	}
}

function enrolmentOf({ viewer }: Seat): string {
	const [enrolment] = viewer.enrolments;
	if (enrolment === undefined) throw new Error(`${viewer.name} takes part in nothing.`);
	return enrolment.enrolmentId;
}
