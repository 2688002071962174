import { requireFacilitator } from '../cohorts/index.ts';
import { getSeries } from '../curriculum/index.ts';
import { prisma, type Audience } from '../db/index.ts';
import type { Place } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { answerPlace, replyPlace, unseal } from './seal.ts';

export type SharedAnswer = {
	answerId: string;
	author: string;
	text: string;
	audience: Audience;
	savedAt: Date;
	replies: { author: string; text: string; at: Date }[];
};

/** A prompt with what was shared on it. */
export type SharedPrompt = {
	blockId: string;
	moduleTitle: string;
	stepTitle: string;
	promptHtml: string;
	answers: SharedAnswer[];
};

/** The answers that participants of the cohort share with its facilitators or with all, by prompt. */
export async function listSharedAnswers(viewer: Viewer, cohortId: string): Promise<SharedPrompt[]> {
	const { seriesId } = requireFacilitator(viewer, cohortId);
	const answers = await readShared(cohortId, ['facilitators', 'cohort'], null);
	return promptsOf(seriesId)
		.map((prompt) => ({ ...prompt, answers: answers.get(prompt.blockId) ?? [] }))
		.filter((prompt) => prompt.answers.length > 0);
}

/** What the cohort shares with one another on these prompts. */
export async function listCohortAnswers(
	{ enrolment }: Place,
	blockIds: readonly string[]
): Promise<SharedPrompt[]> {
	const answers = await readShared(enrolment.cohortId, ['cohort'], blockIds);
	return promptsOf(enrolment.seriesId)
		.filter(({ blockId }) => blockIds.includes(blockId))
		.map((prompt) => ({
			...prompt,
			// Replies are between their writer and the facilitators.
			answers: (answers.get(prompt.blockId) ?? []).map((answer) => ({ ...answer, replies: [] }))
		}));
}

async function readShared(
	cohortId: string,
	audiences: Audience[],
	blockIds: readonly string[] | null
): Promise<Map<string, SharedAnswer[]>> {
	const rows = await prisma().answer.findMany({
		where: {
			audience: { in: audiences },
			enrolment: { cohortId, role: 'participant' },
			...(blockIds && { blockId: { in: [...blockIds] } })
		},
		orderBy: { updatedAt: 'desc' },
		select: {
			id: true,
			enrolmentId: true,
			blockId: true,
			sealed: true,
			audience: true,
			updatedAt: true,
			enrolment: { select: { person: { select: { name: true } } } },
			replies: {
				orderBy: { createdAt: 'asc' },
				select: { sealed: true, createdAt: true, author: { select: { name: true } } }
			}
		}
	});
	const shared = rows.map((row) => ({
		blockId: row.blockId,
		answerId: row.id,
		author: row.enrolment.person.name,
		text: unseal(row.sealed, answerPlace(row.enrolmentId, row.blockId)),
		audience: row.audience,
		savedAt: row.updatedAt,
		replies: row.replies.map((reply) => ({
			author: reply.author.name,
			text: unseal(reply.sealed, replyPlace(row.id)),
			at: reply.createdAt
		}))
	}));
	return Map.groupBy(
		shared.filter(({ text }) => text.trim() !== ''),
		({ blockId }) => blockId
	);
}

function promptsOf(seriesId: string) {
	return getSeries(seriesId).modules.flatMap((module) =>
		module.steps.flatMap((step) =>
			step.blocks
				.filter((block) => block.kind === 'reflect')
				.map((block) => ({
					blockId: block.id,
					moduleTitle: module.title,
					stepTitle: step.title,
					promptHtml: block.promptHtml
				}))
		)
	);
}
