import { nothingGiven, type OwnPart, type Promised, type Sent } from '../../../live/phone.ts';
import type { Language } from '../../../languages.ts';
import { judge, readOwnWork, type OwnWork } from '../../answers/index.ts';
import { findBlock } from '../../curriculum/index.ts';
import { statement } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import type { Inside } from '../entering/enter.ts';
import { readAskForms } from './read-asked.ts';
import { openResponse } from './respond.ts';

export type ResponseRow = {
	askId: string;
	blockId: string | null;
	sealed: Buffer | null;
	choices: string[];
	positions: Record<string, number> | null;
	promised: Promised | null;
	onWall: boolean;
	answeredAt: Date;
	number: number;
	/** Of the event by which its writer last sent it. */
	sentNumber: number;
};

/** What one attendee answered. Whoever asks for it has shown that it is theirs. */
export function readResponses(attendeeId: string): Promise<ResponseRow[]> {
	return statement<ResponseRow>(
		'live-own',
		`select ask_id as "askId", block_id as "blockId", sealed, live_response.choices, positions, promised,
			on_wall as "onWall",
			answered_at as "answeredAt", live_response.number, sent_number as "sentNumber"
		from live_response join live_ask on live_ask.id = ask_id
		where attendee_id = $1 order by answered_at, live_response.id`,
		[attendeeId]
	);
}

/** What is somebody’s own in a meeting: their answers, and what their journal holds already. */
export async function readOwn(
	viewer: Viewer | null,
	{ meeting, attendee, enrolment }: Inside,
	language: Language
): Promise<OwnPart> {
	const isMine = enrolment !== null && attendee.enrolmentId === enrolment.enrolmentId;
	const [asks, rows, work] = await Promise.all([
		readAskForms(meeting, language),
		readResponses(attendee.id),
		viewer !== null && isMine ? readOwnWork(viewer, enrolment.enrolmentId) : nothing()
	]);
	const journal = [...work].map(([blockId, { text, choices, positions, audience }]) => {
		return [blockId, { text, choices, positions, audience }] as const;
	});
	return {
		asks,
		sent: Object.fromEntries(
			rows.map((row) => [row.askId, sentOf(row, attendee.id, work, language)])
		),
		journal: Object.fromEntries(journal)
	};
}

function nothing(): Map<string, OwnWork> {
	return new Map();
}

function sentOf(
	row: ResponseRow,
	attendeeId: string,
	work: ReadonlyMap<string, OwnWork>,
	language: Language
): Sent {
	const { askId, blockId, sealed, choices, positions, promised, onWall, sentNumber } = row;
	const block = blockId === null ? null : findBlock(blockId, language)?.block;
	const judged = block?.kind === 'check' ? judge(block, choices) : null;
	return {
		text: sealed === null ? '' : openResponse(askId, attendeeId, sealed),
		choices,
		positions: positions ?? {},
		onWall,
		audience: work.get(blockId ?? '')?.audience ?? 'me',
		promised: promised ?? nothingGiven.promised,
		number: sentNumber,
		correct: judged?.correct ?? null,
		feedback: judged?.feedback ?? []
	};
}
