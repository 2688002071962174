import {
	listMissed,
	listMyOpening,
	listNudges,
	listRecaps,
	type MissedMeeting,
	type MyCommitment,
	type Opening,
	type RecapLink
} from '../afterwards/index.ts';
import { now } from '../clock.ts';
import { listRecentReplies, type RecentReply } from '../answers/index.ts';
import { listCohorts, type CohortSummary } from '../cohorts/index.ts';
import { getSeries } from '../curriculum/index.ts';
import {
	listMeetingNews,
	listUpcoming,
	type MeetingNews,
	type UpcomingSession
} from '../meetings/index.ts';
import {
	findPlace,
	nextStep,
	seriesProgress,
	type NextStep,
	type Place,
	type SeriesProgress
} from '../progress/index.ts';
import { listAskedSittings, type AskedSitting } from '../teamwork/index.ts';
import { listHeard, type Heard } from '../support/index.ts';
import type { Viewer } from '../viewer.ts';

export type Home = {
	next: NextStep | null;
	/** The same for who facilitates: where they would go on looking through what their cohort plays. */
	preview: NextStep | null;
	series: SeriesProgress[];
	cohorts: Pick<CohortSummary, 'id' | 'name' | 'role'>[];
	meeting: UpcomingSession | null;
	/** What changed about meetings since they last knew. */
	meetingNews: MeetingNews[][];
	/** What was sent out after meetings lately. */
	recaps: RecapLink[];
	/** Meetings that they were absent from and have not made up. */
	missed: MissedMeeting[];
	/** Their commitments with which the next meeting opens, and those that wait for a word. */
	opening: Opening<MyCommitment>;
	nudges: MyCommitment[];
	replies: RecentReply[];
	/** Groups that say the viewer worked through a module with them. */
	asked: AskedSitting[];
	/** Answers of the network’s staff. */
	heard: Heard[];
};

/** What a person sees first: the one next step, their series and cohorts, what is new. */
export async function readHome(viewer: Viewer): Promise<Home> {
	const slugs = new Set(viewer.enrolments.map(({ seriesId }) => getSeries(seriesId).slug));
	const [places, cohorts, upcoming, meetingNews, recaps, missed, nudges, replies, asked, heard] =
		await Promise.all([
			Promise.all([...slugs].map((slug) => findPlace(viewer, slug))),
			listCohorts(viewer),
			listUpcoming(viewer),
			listMeetingNews(viewer),
			listRecaps(viewer),
			listMissed(viewer),
			listNudges(viewer),
			listRecentReplies(viewer),
			listAskedSittings(viewer),
			listHeard(viewer)
		]);
	const standing = places
		.filter((place) => place !== null)
		.sort((one, other) => lastDone(other) - lastDone(one));
	const time = now();
	const [ahead] = upcoming;
	const opening =
		ahead === undefined ? { commitments: [], earlier: null } : await listMyOpening(viewer, ahead);
	const nextAs = (role: 'participant' | 'facilitator') =>
		standing
			.filter(({ enrolment }) => enrolment.role === role)
			.map((place) => nextStep(place, time))
			.find((next) => next !== null) ?? null;
	return {
		next: nextAs('participant'),
		preview: nextAs('facilitator'),
		series: standing.map((place) => seriesProgress(place, time)),
		cohorts: cohorts.map(({ id, name, role }) => ({ id, name, role })),
		meeting: upcoming[0] ?? null,
		meetingNews,
		recaps: recaps.filter(({ publishedAt }) => isRecent(publishedAt, time)),
		missed,
		opening,
		nudges,
		replies,
		asked,
		heard
	};
}

const RECENT_DAYS = 21;

function isRecent(at: Date, time: Date): boolean {
	return time.getTime() - at.getTime() < RECENT_DAYS * 24 * 60 * 60 * 1000;
}

/** Who works through several series goes on where they were last. */
function lastDone({ record }: Place): number {
	return Math.max(0, ...[...record.blocks.values()].map((completedAt) => completedAt.getTime()));
}
