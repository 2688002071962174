import type { AskKind, Room } from '../../live/room.ts';
import { getCohort, requireFacilitator } from '../cohorts/index.ts';
import {
	findBlock,
	getModule,
	toPlayer,
	type AgendaBlock,
	type Capture
} from '../curriculum/index.ts';
import { guideOf } from '../guides/index.ts';
import type { Viewer } from '../viewer.ts';
import { askKindOf } from './asking/ask.ts';
import { getFacilitated } from './meeting.ts';
import { forgetRehearsals } from './rehearse.ts';
import { readRoom } from './room.ts';

/** What a facilitator has at hand in one block, in the guide’s words. */
export type Notes = {
	id: string;
	say: string | null;
	do: string | null;
	listenFor: string | null;
	ifQuiet: string | null;
	ifHeated: string | null;
	online: string | null;
	asks: AskOffer[];
	/** How many it wants in a group, and whether it says to participants what to do. */
	groupSize: number | null;
	hasTask: boolean;
};

/** Something that the guide has to ask in a block. */
export type AskOffer = {
	blockId: string;
	kind: AskKind;
	/** Rendered, or for a video its title in plain words. */
	promptHtml: string | null;
	title: string | null;
	capture: 'wall' | 'journal' | 'commitment';
	/** Of a video: the stretch to play, in seconds. */
	from: number;
	to: number | null;
};

export type Console = {
	meetingId: string;
	/** The viewer’s place in the cohort, by which this device keeps what they are typing. */
	ownerId: string;
	cohortId: string;
	cohortName: string;
	moduleTitle: string;
	code: string;
	isRehearsal: boolean;
	notes: Notes[];
	room: Room & { now: string };
};

/** A facilitator’s console. The notes are the guide’s and do not change while the meeting runs. */
export async function readConsole(viewer: Viewer, meetingId: string): Promise<Console> {
	await forgetRehearsals();
	const meeting = await getFacilitated(viewer, meetingId);
	const { language } = viewer;
	const [guide, room, cohort] = await Promise.all([
		guideOf(meeting, language),
		readRoom(meeting, { surface: 'console', language }),
		getCohort(viewer, meeting.cohortId)
	]);
	return {
		meetingId,
		ownerId: requireFacilitator(viewer, meeting.cohortId).enrolmentId,
		cohortId: meeting.cohortId,
		cohortName: cohort.name,
		moduleTitle: getModule(meeting.moduleId, language).title,
		code: meeting.code,
		isRehearsal: meeting.rehearsal,
		notes: guide.agenda.map((block) => notesOf(block, viewer)),
		room
	};
}

function notesOf(block: AgendaBlock, viewer: Viewer): Notes {
	return {
		id: block.id,
		say: block.say?.html ?? null,
		do: block.do?.html ?? null,
		listenFor: block.listenFor?.html ?? null,
		ifQuiet: block.ifQuiet?.html ?? null,
		ifHeated: block.ifHeated?.html ?? null,
		online: block.online?.html ?? null,
		asks: asksOf(block, viewer),
		groupSize: typeof block.group === 'number' ? block.group : block.group === 'pairs' ? 2 : null,
		hasTask: block.participants !== null
	};
}

function asksOf({ prompts, captures, segments }: AgendaBlock, { language }: Viewer): AskOffer[] {
	const named = [...prompts, ...captures.flatMap(({ prompt }) => prompt ?? [])];
	const wanted = [
		...segments.map(({ video, from, to }) => ({ id: video, from, to })),
		...[...new Set(named)].map((id) => ({ id, from: 0, to: null }))
	];
	return wanted.flatMap(({ id, from, to }) => {
		const block = findBlock(id, language)?.block;
		const kind = block ? askKindOf(block) : null;
		if (block === undefined || kind === null) return [];
		const shown = toPlayer(block);
		return {
			blockId: id,
			kind,
			promptHtml: 'promptHtml' in shown ? shown.promptHtml : null,
			title: 'title' in shown ? shown.title : null,
			capture: captureOf(captures, id),
			from,
			to
		};
	});
}

/** Where the guide lets the answers to a prompt go; what it does not say stands on the wall. */
function captureOf(captures: readonly Capture[], id: string): AskOffer['capture'] {
	const own =
		captures.find(({ prompt }) => prompt === id) ?? captures.find(({ prompt }) => prompt === null);
	return own?.where === 'journal' || own?.where === 'commitment' ? own.where : 'wall';
}
