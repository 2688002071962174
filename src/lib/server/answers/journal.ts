import { findBlock } from '../curriculum/index.ts';
import { prisma, type Audience } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { answerPlace, replyPlace, unseal } from './seal.ts';

export type JournalEntry = {
	answerId: string;
	blockId: string;
	/** Where the prompt stands; null when its author has retired it. */
	href: string | null;
	moduleTitle: string | null;
	cohortName: string;
	promptText: string;
	text: string;
	audience: Audience;
	savedAt: Date;
	earlier: { text: string; writtenAt: Date }[];
	replies: { author: string; text: string; at: Date }[];
};

/** So many earlier versions of an answer are shown; all are kept. */
const EARLIER = 20;

/** Everything that the viewer has written, the newest first. */
export async function listJournal(viewer: Viewer): Promise<JournalEntry[]> {
	const rows = await prisma().answer.findMany({
		where: { enrolment: { personId: viewer.personId } },
		orderBy: { updatedAt: 'desc' },
		select: {
			id: true,
			enrolmentId: true,
			blockId: true,
			promptText: true,
			sealed: true,
			audience: true,
			updatedAt: true,
			enrolment: { select: { cohort: { select: { name: true } } } },
			revisions: {
				orderBy: { revision: 'desc' },
				take: EARLIER,
				select: { sealed: true, writtenAt: true }
			},
			replies: {
				orderBy: { createdAt: 'asc' },
				select: { sealed: true, createdAt: true, author: { select: { name: true } } }
			}
		}
	});
	return rows.map((row) => {
		const place = answerPlace(row.enrolmentId, row.blockId);
		const text = unseal(row.sealed, place);
		const earlier = row.revisions.map(({ sealed, writtenAt }) => ({
			text: unseal(sealed, place),
			writtenAt
		}));
		return {
			answerId: row.id,
			blockId: row.blockId,
			...whereabouts(row.blockId),
			cohortName: row.enrolment.cohort.name,
			promptText: row.promptText,
			text,
			audience: row.audience,
			savedAt: row.updatedAt,
			earlier: earlier.filter((version) => version.text.trim() !== '' && version.text !== text),
			replies: row.replies.map((reply) => ({
				author: reply.author.name,
				text: unseal(reply.sealed, replyPlace(row.id)),
				at: reply.createdAt
			}))
		};
	});
}

function whereabouts(blockId: string): Pick<JournalEntry, 'href' | 'moduleTitle'> {
	const found = findBlock(blockId);
	if (found === null) return { href: null, moduleTitle: null };
	const { series, module, step } = found;
	return {
		href: `/learn/${series.slug}/${module.slug}/${step.slug}#${blockId}`,
		moduleTitle: module.title
	};
}
