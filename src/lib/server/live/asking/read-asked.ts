import type { AskForm } from '../../../live/phone.ts';
import type { Asked, AskedPart, AskKind, Results } from '../../../live/room.ts';
import type { Language } from '../../../languages.ts';
import { findBlock, toPlayer } from '../../curriculum/index.ts';
import { statement } from '../../db/index.ts';
import type { Meeting } from '../meeting.ts';
import { countedIn } from './counted.ts';
import { countsOf, shownAnswers, spreadOf, type Given } from './results.ts';
import { optionsOf } from './options.ts';
import type { VideoState } from '../video/stop-videos.ts';
import { readVideo } from '../video/video.ts';
import { questionHtml } from './question.ts';

type AskRow = {
	id: string;
	kind: AskKind;
	blockId: string | null;
	question: string | null;
	choices: unknown;
	ready: string | null;
	capture: Asked['capture'];
	named: boolean;
	closedAt: Date | null;
	revealedAt: Date | null;
	look: Asked['look'];
	video: VideoState | null;
	hands: unknown;
	answers: number;
};

/** What is before everybody, and what was. */
export async function readAsked(meeting: Meeting, language: Language): Promise<AskedPart> {
	const rows = await readRows(meeting);
	const open = rows.find(({ closedAt }) => closedAt === null);
	return {
		now: open === undefined ? null : await asked(open, language),
		earlier: rows
			.filter((row) => row !== open && row.kind !== 'video')
			.map(({ id, kind, answers, ...row }) => ({
				id,
				kind,
				answers,
				promptHtml: promptOf(row, language)
			}))
	};
}

/** All that asked for an answer in this meeting, for whoever answers it late or anew. */
export async function readAskForms(meeting: Meeting, language: Language): Promise<AskForm[]> {
	const rows = await readRows(meeting);
	return rows.filter(({ kind }) => kind !== 'video').map((row) => formOf(row, language));
}

function readRows(meeting: Meeting): Promise<AskRow[]> {
	return statement<AskRow>(
		'live-asks',
		`select id, kind, block_id as "blockId", question, choices, ready, capture, named, closed_at as "closedAt",
			revealed_at as "revealedAt", look, video, hands,
			(select count(*)::int from live_response where ask_id = live_ask.id) as answers
		from live_ask where live_session_id = $1 order by asked_at desc`,
		[meeting.id]
	);
}

async function asked(row: AskRow, language: Language): Promise<Asked> {
	const block = playerBlock(row.blockId, language);
	return {
		...formOf(row, language),
		isOpen: true,
		isRevealed: row.revealedAt !== null,
		look: row.look,
		answers: row.answers,
		results: row.revealedAt === null ? null : await readResults(row, row.revealedAt),
		...countedIn(row.kind, row.hands),
		video: row.kind === 'video' ? readVideo(block, row.video) : null
	};
}

function formOf(row: AskRow, language: Language): AskForm {
	return {
		id: row.id,
		kind: row.kind,
		blockId: row.blockId,
		promptHtml: promptOf(row, language),
		...optionsOf(row, language),
		capture: row.capture,
		named: row.named
	};
}

function playerBlock(blockId: string | null, language: Language) {
	const found = blockId === null ? null : findBlock(blockId, language);
	return found === null ? null : toPlayer(found.block);
}

function promptOf(
	{ blockId, question, ready }: Pick<AskRow, 'blockId' | 'question' | 'ready'>,
	language: Language
): string {
	if (blockId === null) return questionHtml({ question, ready }, language);
	const block = playerBlock(blockId, language);
	return block !== null && 'promptHtml' in block ? block.promptHtml : '';
}

/** Results appear with the reveal, so that nobody can tell by watching them grow who said what. */
async function readResults(
	{ id, kind, blockId, choices: kept }: AskRow,
	revealedAt: Date
): Promise<Results | null> {
	if (kind !== 'poll' && kind !== 'check' && kind !== 'continuum') return null;
	const given = await statement<Given>(
		'live-results',
		`select choices, positions, answered_at as "answeredAt" from live_response
		where ask_id = $1 order by answered_at, id`,
		[id]
	);
	const shown = shownAnswers(given, revealedAt);
	const { choices, pairs } = optionsOf({ blockId, choices: kept }, 'en');
	return {
		of: shown.length,
		counts: choices.length > 0 ? countsOf(choices, shown) : null,
		spread: pairs.length > 0 ? spreadOf(pairs, shown) : null
	};
}
