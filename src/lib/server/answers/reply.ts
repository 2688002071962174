import * as v from 'valibot';
import { now } from '../clock.ts';
import { requireFacilitator } from '../cohorts/index.ts';
import { findBlock } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { Invalid, NotFound } from '../errors.ts';
import { uuid, words } from '../forms.ts';
import { sendingId } from '../sending.ts';
import type { Viewer } from '../viewer.ts';
import { mayRead } from './policy.ts';
import { replyPlace, seal, unseal } from './seal.ts';

/** `key` names one sending: sent twice, by a double click or a retry, it is one reply. */
export const replyInput = v.object({
	answerId: uuid,
	text: words(5_000, 'your reply'),
	key: v.optional(uuid)
});

/** Answers a participant, in words that only they and the cohort's facilitators see. */
export async function reply(
	viewer: Viewer,
	cohortId: string,
	{ answerId, text, key }: v.InferOutput<typeof replyInput>
): Promise<void> {
	requireFacilitator(viewer, cohortId);
	if (text.trim() === '')
		throw new Invalid('Write your reply first.', { text: 'Write your reply first.' });
	const answer = await prisma().answer.findFirst({
		where: { id: answerId, enrolment: { cohortId } },
		select: { audience: true, enrolment: { select: { cohortId: true, personId: true } } }
	});
	if (answer === null || !mayRead(viewer, answer)) throw new NotFound();
	await prisma().reply.createMany({
		data: [
			{
				...(key !== undefined && { id: sendingId({ key, answerId, text, by: viewer.personId }) }),
				answerId,
				authorId: viewer.personId,
				sealed: Uint8Array.from(seal(text, replyPlace(answerId))),
				createdAt: now()
			}
		],
		skipDuplicates: true
	});
}

export type RecentReply = {
	answerId: string;
	author: string;
	text: string;
	at: Date;
	promptText: string;
	blockId: string;
};

const RECENT_DAYS = 21;

/** What facilitators wrote to the viewer lately, the newest first. */
export async function listRecentReplies(viewer: Viewer): Promise<RecentReply[]> {
	const since = new Date(now().getTime() - RECENT_DAYS * 24 * 60 * 60 * 1000);
	const replies = await prisma().reply.findMany({
		where: {
			createdAt: { gte: since },
			answer: { enrolment: { personId: viewer.personId } }
		},
		orderBy: { createdAt: 'desc' },
		take: 5,
		select: {
			sealed: true,
			createdAt: true,
			answerId: true,
			author: { select: { name: true } },
			answer: { select: { promptText: true, blockId: true } }
		}
	});
	return replies
		.filter(({ answer }) => findBlock(answer.blockId) !== null)
		.map(({ sealed, createdAt, answerId, author, answer }) => ({
			author: author.name,
			text: unseal(sealed, replyPlace(answerId)),
			at: createdAt,
			answerId,
			...answer
		}));
}
