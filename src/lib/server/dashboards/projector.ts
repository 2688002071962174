import type { Room } from '../../live/room.ts';
import {
	readOpeningCommitments,
	type Opening,
	type SharedCommitment
} from '../afterwards/index.ts';
import { getModule } from '../curriculum/index.ts';
import { getFacilitated, readRoom } from '../live/index.ts';
import type { Viewer } from '../viewer.ts';
import { liveLink, type JoinLink } from './join-link.ts';

/** The screen in front of a meeting: for everybody’s eyes, so nothing of anybody’s own is in it. */
export type ProjectorPage = {
	meetingId: string;
	title: string;
	place: string | null;
	/** Null in a rehearsal, into which nobody comes. */
	join: JoinLink | null;
	/** What the cohort shared of what it took on at its last meetings: with a name only where its writer wants it. */
	opening: Opening<SharedCommitment>;
	room: Room & { now: string };
};

export async function readProjector(viewer: Viewer, meetingId: string): Promise<ProjectorPage> {
	const meeting = await getFacilitated(viewer, meetingId);
	return {
		meetingId,
		title: getModule(meeting.moduleId, viewer.language).title,
		place: meeting.place,
		join: meeting.rehearsal ? null : liveLink(meeting.code),
		opening: await readOpeningCommitments(viewer, meetingId),
		room: await readRoom(meeting, { surface: 'projector', language: viewer.language })
	};
}
