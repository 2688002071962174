import { unseal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { helpPlace } from './ask.ts';
import { feedbackReplyPlace } from './feedback.ts';
import { givenHref } from './subject-href.ts';

/** What the network wrote to the viewer lately: answers to requests and to feedback. */
export type Heard = {
	id: string;
	on: 'help' | 'feedback';
	author: string;
	text: string;
	at: Date;
	/** What it is about; empty for a request about nothing in particular. */
	title: string;
	href: string;
};

const RECENT_DAYS = 21;
const MOST = 5;

export async function listHeard(viewer: Viewer): Promise<Heard[]> {
	const since = new Date(now().getTime() - RECENT_DAYS * 24 * 60 * 60 * 1000);
	const { personId } = viewer;
	const newest = { orderBy: { createdAt: 'desc' }, take: MOST } as const;
	const author = { select: { name: true } } as const;
	const [messages, replies] = await Promise.all([
		prisma().helpMessage.findMany({
			where: {
				createdAt: { gte: since },
				authorId: { not: personId },
				request: { askedById: personId }
			},
			...newest,
			include: { author, request: { select: { aboutTitle: true } } }
		}),
		prisma().feedbackReply.findMany({
			where: { createdAt: { gte: since }, feedback: { personId } },
			...newest,
			include: { author, feedback: { select: { subject: true, subjectId: true, title: true } } }
		})
	]);
	const heard = [
		...messages.map((message): Heard => ({
			id: message.id,
			on: 'help',
			author: message.author.name,
			text: unseal(message.sealed, helpPlace(message.requestId)),
			at: message.createdAt,
			title: message.request.aboutTitle,
			href: `/help/${message.requestId}`
		})),
		...replies.map((reply): Heard => ({
			id: reply.id,
			on: 'feedback',
			author: reply.author.name,
			text: unseal(reply.sealed, feedbackReplyPlace(reply.feedbackId)),
			at: reply.createdAt,
			title: reply.feedback.title,
			href: givenHref(reply.feedback)
		}))
	];
	const newestFirst = heard.toSorted((one, other) => other.at.getTime() - one.at.getTime());
	// One line for each thing: the rest is read where it stands.
	const isFirst = ({ href }: Heard, at: number) =>
		newestFirst.findIndex((other) => other.href === href) === at;
	return newestFirst.filter(isFirst).slice(0, MOST);
}
