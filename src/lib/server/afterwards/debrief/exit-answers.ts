import { currentLanguage } from '../../../messages/current.ts';
import { findBlock, toPlayer } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import {
	openResponse,
	optionsOf,
	questionHtml,
	shownAnswers,
	type Given
} from '../../live/index.ts';
import type { EndedMeeting } from '../meeting.ts';
import { chartsOf, type RecapChart } from '../recap/source.ts';

/** What people said on their way out: to those who facilitate, without names, and never so few that it tells who. */

export type ExitAnswers = {
	id: string;
	/** As HTML: the author’s, or a facilitator’s own question, escaped. */
	promptHtml: string;
	/** Null while fewer than five have answered. */
	answers: number | null;
	words: string[];
	charts: RecapChart[];
};

export async function readExitAnswers(meeting: EndedMeeting): Promise<ExitAnswers[]> {
	const asks = await prisma().liveAsk.findMany({
		where: { liveSessionId: meeting.id, capture: 'exit', kind: { not: 'video' } },
		orderBy: { askedAt: 'asc' },
		select: {
			id: true,
			blockId: true,
			question: true,
			ready: true,
			responses: {
				where: { hidden: false },
				orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
				select: {
					id: true,
					attendeeId: true,
					sealed: true,
					choices: true,
					positions: true,
					answeredAt: true
				}
			}
		}
	});
	return asks.map(({ id, blockId, question, ready, responses }) => {
		const found = blockId === null ? null : findBlock(blockId);
		const block = found && toPlayer(found.block);
		// What comes after the end is added five at a time: one more would tell what the last one said.
		const shown = responses.slice(0, shownAnswers(responses.map(given), meeting.endedAt).length);
		return {
			id,
			promptHtml:
				block !== null && 'promptHtml' in block
					? block.promptHtml
					: questionHtml({ question, ready }, currentLanguage()),
			answers: shown.length === 0 ? null : shown.length,
			// In an order that tells nothing of who wrote when.
			words: shown
				.toSorted((one, other) => (one.id < other.id ? -1 : 1))
				.flatMap(({ attendeeId, sealed }) =>
					sealed === null ? [] : [openResponse(id, attendeeId, sealed)]
				),
			charts: chartsOf(optionsOf({ blockId, choices: null }), shown.map(given))
		};
	});
}

function given({
	choices,
	positions,
	answeredAt
}: {
	choices: string[];
	positions: unknown;
	answeredAt: Date;
}): Given {
	// Written by `respond` alone, which checks it.
	return { choices, positions: positions as Given['positions'], answeredAt };
}
