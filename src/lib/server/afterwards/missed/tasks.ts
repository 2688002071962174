import type { AgendaBlock, Block } from '../../curriculum/index.ts';
import { findBlock } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { guideOf } from '../../guides/index.ts';
import type { EndedMeeting } from '../meeting.ts';

/** What somebody who was absent does instead, made from the agenda of the meeting as it was run. */

export type MissedTask = {
	blockId: string;
	kind: 'video' | 'prompt';
	title: string;
	href: string;
	minutes: number;
};

const PROMPT_MINUTES = 4;
export const TALK_MINUTES = 10;
export const COMMIT_MINUTES = 3;

const ANSWERED: readonly Block['kind'][] = ['reflect', 'poll', 'check', 'continuum'];

/** What there is to do: what the room did, and no block that it left out. */
export async function readTasks(meeting: EndedMeeting): Promise<MissedTask[]> {
	const [{ agenda }, run, asks] = await Promise.all([
		guideOf(meeting),
		prisma().liveBlock.findMany({
			where: { liveSessionId: meeting.id },
			select: { blockId: true, spentSeconds: true }
		}),
		prisma().liveAsk.findMany({
			where: { liveSessionId: meeting.id, blockId: { not: null }, capture: { not: 'exit' } },
			orderBy: { askedAt: 'asc' },
			select: { blockId: true }
		})
	]);
	const leftOut = new Set(
		run.filter(({ spentSeconds }) => spentSeconds === 0).map(({ blockId }) => blockId)
	);
	return tasksOf(
		agenda,
		(id) => leftOut.has(id),
		asks.flatMap(({ blockId }) => blockId ?? [])
	);
}

/**
 * Videos and prompts in the order of the agenda, each once.
 * @param isLeftOut whether the room left a block of the agenda out.
 * @param asked blocks of the series that the facilitators put to the room besides.
 */
export function tasksOf(
	agenda: readonly AgendaBlock[],
	isLeftOut: (blockId: string) => boolean,
	asked: readonly string[]
): MissedTask[] {
	const commitment = commitmentPromptOf(agenda);
	const ids = agenda
		.filter(({ id }) => !isLeftOut(id))
		.flatMap(({ segments, prompts, captures }) => [
			...segments.map(({ video }) => video),
			...prompts,
			...captures.flatMap(({ prompt }) => prompt ?? [])
		]);
	const wanted = new Set([...ids, ...asked].filter((id) => id !== commitment));
	return [...wanted].flatMap((id) => taskOf(id) ?? []);
}

/** The prompt of the series that asks for a commitment. */
export function commitmentPromptOf(agenda: readonly AgendaBlock[]): string | null {
	const captures = agenda.flatMap((block) => block.captures);
	return captures.find(({ where, prompt }) => where === 'commitment' && prompt)?.prompt ?? null;
}

function taskOf(id: string): MissedTask | null {
	const found = findBlock(id);
	if (found === null) return null;
	const { series, module, step, block } = found;
	const place = {
		blockId: id,
		title: step.title,
		href: `/learn/${series.slug}/${module.slug}/${step.slug}#${id}`
	};
	if (block.kind === 'video') {
		const minutes = Math.max(1, Math.ceil(block.seconds / 60));
		return { ...place, kind: 'video', title: block.title, minutes };
	}
	if (!ANSWERED.includes(block.kind)) return null;
	const title = block.kind === 'reflect' ? block.promptText : step.title;
	return { ...place, kind: 'prompt', title, minutes: PROMPT_MINUTES };
}

/** In all, to the next five minutes. */
export function minutesOf(tasks: readonly Pick<MissedTask, 'minutes'>[]): number {
	const alone = tasks.reduce((total, { minutes }) => total + minutes, 0);
	return Math.ceil((alone + TALK_MINUTES + COMMIT_MINUTES) / 5) * 5;
}
