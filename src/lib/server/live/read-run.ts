import type { CurrentBlock, RunBlock, RunPart, Surface, UndoableStep } from '../../live/room.ts';
import type { Language } from '../../languages.ts';
import type { AgendaBlock } from '../curriculum/index.ts';
import { db, statement } from '../db/index.ts';
import { guideOf } from '../guides/index.ts';
import { zoneOf, type Meeting } from './meeting.ts';
import type { ChangedMinutes } from './run.ts';
import { readUndoable } from './undo.ts';

type BlockRow = Omit<RunBlock, 'enteredAt'> & { enteredAt: Date | null };

/** Where the meeting stands. Before it begins, the agenda is as its guide plans it. */
export async function readRun(
	meeting: Meeting,
	surface: Surface,
	language: Language
): Promise<RunPart> {
	const [rows, guide, zone] = await Promise.all([
		readRows(meeting.id),
		guideOf(meeting, language),
		zoneOf(meeting)
	]);
	const blocks = rows.length > 0 ? rows : guide.agenda.map(planned);
	const { startedAt, endedAt } = meeting;
	return {
		status: startedAt === null ? 'ahead' : endedAt === null ? 'running' : 'ended',
		startsAt: meeting.startsAt.toISOString(),
		minutes: meeting.minutes,
		zone,
		startedAt: startedAt?.toISOString() ?? null,
		endedAt: endedAt?.toISOString() ?? null,
		current: currentOf(blocks, guide.agenda, surface),
		blocks: surface === 'console' ? blocks.map((block) => sent(block, guide.agenda)) : [],
		undo: surface === 'console' ? await undoable(meeting, blocks, guide.agenda) : null
	};
}

function readRows(meetingId: string): Promise<BlockRow[]> {
	return statement<BlockRow>(
		'live-blocks',
		`select block_id as id, title, kind, priority, min, max, planned, minutes,
			spent_seconds as "spentSeconds", entered_at as "enteredAt"
		from live_block where live_session_id = $1 order by position`,
		[meetingId]
	);
}

function planned({ id, title, kind, priority, min, max, minutes }: AgendaBlock): BlockRow {
	return {
		id,
		title,
		kind,
		priority,
		min,
		max,
		planned: minutes,
		minutes: priority === 'skip' ? 0 : minutes,
		spentSeconds: 0,
		enteredAt: null
	};
}

function currentOf(
	blocks: readonly BlockRow[],
	agenda: readonly AgendaBlock[],
	surface: Surface
): CurrentBlock | null {
	const at = blocks.findIndex(({ enteredAt }) => enteredAt !== null);
	const block = blocks[at];
	if (block === undefined || block.enteredAt === null) return null;
	const written = agenda.find(({ id }) => id === block.id);
	const html = {
		console: '',
		projector: projected(written),
		phone: written?.participants?.html ?? ''
	};
	const next = blocks.slice(at + 1).find(({ minutes }) => minutes > 0);
	const back = blocks.slice(0, at).findLast(({ minutes }) => minutes > 0);
	return {
		id: block.id,
		title: titleIn(agenda, block),
		kind: block.kind,
		html: html[surface],
		minutes: block.minutes,
		spentSeconds: block.spentSeconds,
		enteredAt: block.enteredAt.toISOString(),
		next: next === undefined ? null : titleIn(agenda, next),
		around: surface === 'projector' ? { next: next?.id ?? null, back: back?.id ?? null } : null
	};
}

function projected(block: AgendaBlock | undefined): string {
	return (block?.projector ?? block?.participants)?.html ?? '';
}

function sent(block: BlockRow, agenda: readonly AgendaBlock[]): RunBlock {
	const enteredAt = block.enteredAt?.toISOString() ?? null;
	return { ...block, title: titleIn(agenda, block), enteredAt };
}

/** The guide's title, in the reader's language; a block that has gone from the guide since keeps its own. */
function titleIn(agenda: readonly AgendaBlock[], block: Pick<BlockRow, 'id' | 'title'>): string {
	return agenda.find(({ id }) => id === block.id)?.title ?? block.title;
}

async function undoable(
	meeting: Meeting,
	blocks: readonly BlockRow[],
	agenda: readonly AgendaBlock[]
): Promise<UndoableStep | null> {
	if (meeting.startedAt === null || meeting.endedAt !== null) return null;
	const last = await readUndoable(db().pool, meeting.id);
	if (last === null) return null;
	const { number, changes } = last;
	const changed = new Set(changes.map(({ block }) => block));
	const titles = blocks.filter(({ id }) => changed.has(id)).map((block) => titleIn(agenda, block));
	return { number, what: whatOf(changes), titles };
}

function whatOf(changes: readonly ChangedMinutes[]): UndoableStep['what'] {
	if (changes.every(({ to }) => to === 0)) return 'leave-out';
	return changes.every(({ from }) => from === 0) ? 'take-up' : 'minutes';
}
