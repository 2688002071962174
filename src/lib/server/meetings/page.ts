import { getSeries } from '../curriculum/index.ts';
import { config } from '../config.ts';
import { prisma } from '../db/index.ts';
import { drawQr, type Qr } from '../qr.ts';
import { writtenIn } from '../cohorts/index.ts';
import type { Viewer } from '../viewer.ts';
import { canComeBack } from './bring-back.ts';
import { listClashes, type Clash } from './set-preview.ts';
import { getMeeting, guideHrefOf, type Meeting } from './meeting.ts';
import { choiceOf, type PlanPage } from './plan.ts';
import { listZones, type ZoneChoice } from './zones.ts';
import { sizeSet, type SetSize } from './set.ts';
import { listPeople, ROLES, type CohortPerson, type Role } from './roles.ts';

/** One meeting as its facilitators see it before it runs. */
export type MeetingPage = Meeting & {
	/** Its time as it is written in its zone, for the fields. */
	day: string;
	time: string;
	modules: PlanPage['modules'];
	zones: ZoneChoice[];
	people: CohortPerson[];
	roles: { role: Role; enrolmentId: string; name: string }[];
	/** How many of its set are ahead; null where it is the only one. Of a cancelled one: that went with it. */
	set: SetSize | null;
	/** Null unless it is called off and can be brought back: with what is at the same time now. */
	back: { clashes: Clash[] } | null;
	live: { code: string; href: string; qr: Qr };
	guideHref: string;
};

export async function readMeeting(viewer: Viewer, meetingId: string): Promise<MeetingPage> {
	const meeting = await getMeeting(viewer, meetingId);
	const [people, kept, set, back] = await Promise.all([
		listPeople(meeting.cohortId),
		prisma().meetingRole.findMany({ where: { liveSessionId: meetingId } }),
		sizeSet(meeting),
		canComeBack(meeting) ? listClashes(meeting).then((clashes) => ({ clashes })) : null
	]);
	const { modules } = getSeries(meeting.seriesId);
	const [day = '', time = ''] = writtenIn(meeting.zone, meeting.startsAt).split('T');
	const href = `${config().origin}/live/${meeting.code}`;
	return {
		...meeting,
		day,
		time,
		modules: modules.map(choiceOf),
		zones: listZones(meeting.zone),
		people,
		roles: ROLES.flatMap((role) => {
			const enrolmentId = kept.find((one) => one.role === role)?.enrolmentId;
			const person = people.find((one) => one.enrolmentId === enrolmentId);
			return person === undefined
				? []
				: [{ role, enrolmentId: person.enrolmentId, name: person.name }];
		}),
		set,
		back,
		live: { code: `${meeting.code.slice(0, 3)} ${meeting.code.slice(3)}`, href, qr: drawQr(href) },
		guideHref: guideHrefOf(meeting)
	};
}
