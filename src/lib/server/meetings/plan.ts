import { createHash, randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { plural } from '../../messages/plural.ts';
import { getCohort, makeCode } from '../cohorts/index.ts';
import { getSeries, type Module, type Variant } from '../curriculum/index.ts';
import { prisma, Prisma } from '../db/index.ts';
import { Invalid } from '../errors.ts';
import { uuid, wholeNumber } from '../forms.ts';
import { sendingOf } from '../sending.ts';
import type { Viewer } from '../viewer.ts';
import { day, meetingFields, requireGuide, requireModule, requireMoment } from './fields.ts';
import { daysOf } from './dates.ts';
import { LIVE_CODE } from './meeting.ts';
import { listZones, type ZoneChoice } from './zones.ts';
import { chosenRoles, listPeople, roleFields, type CohortPerson } from './roles.ts';

/** Planning one meeting, or a set of them at once. */

const skipped = v.optional(v.union([v.literal(''), day]), '');

export const planInput = v.object({
	...meetingFields,
	...roleFields,
	often: v.picklist(['once', 'weekly', 'fortnightly'], 'Choose how often you meet.'),
	count: wholeNumber(1, 40, 'the number of meetings'),
	/** One module after the other from the chosen one on, or the chosen one each time. */
	order: v.picklist(['series', 'same'], 'Choose which modules you meet on.'),
	'skip-1': skipped,
	'skip-2': skipped,
	'skip-3': skipped,
	'skip-4': skipped,
	'skip-5': skipped,
	'skip-6': skipped,
	'skip-7': skipped,
	'skip-8': skipped,
	/** Names one sending: sent twice, it plans once. */
	key: uuid
});
export type PlanInput = v.InferOutput<typeof planInput>;

export type PlannedMeeting = {
	moduleId: string;
	moduleTitle: string;
	startsAt: Date;
	minutes: number;
};

/** What would be planned, day by day; a day that is skipped has no meeting. */
export type Preview = { zone: string; days: { day: string; meeting: PlannedMeeting | null }[] };

export type PlanPage = {
	cohort: { id: string; name: string; zone: string };
	key: string;
	modules: { id: string; number: number; title: string; minutes: number; variants: Variant[] }[];
	zones: ZoneChoice[];
	people: CohortPerson[];
	/** The viewer’s own place. */
	me: string;
};

const EVERY_DAYS = { once: 0, weekly: 7, fortnightly: 14 };

/** What the form for planning offers. */
export async function readPlanPage(viewer: Viewer, cohortId: string): Promise<PlanPage> {
	const { id, name, zone, seriesId } = await getCohort(viewer, cohortId);
	const { modules } = getSeries(seriesId);
	return {
		cohort: { id, name, zone },
		key: randomUUID(),
		modules: modules.map(choiceOf),
		zones: listZones(zone),
		people: await listPeople(cohortId),
		me: viewer.enrolments.find((mine) => mine.cohortId === cohortId)?.enrolmentId ?? ''
	};
}

export function choiceOf({ id, number, title, guides, minutes }: Module) {
	return {
		id,
		number,
		title,
		minutes: guides[0]?.minutes ?? minutes.live,
		variants: guides.map(({ variant }) => variant)
	};
}

/** What would be planned. Nothing is written. */
export async function previewPlan(
	viewer: Viewer,
	cohortId: string,
	input: PlanInput
): Promise<Preview> {
	const { seriesId } = await getCohort(viewer, cohortId);
	const { zone, time } = input;
	const once = input.often === 'once';
	const modules = modulesOf(seriesId, input);
	const days = daysOf({
		first: input.day,
		everyDays: EVERY_DAYS[input.often],
		count: modules.length,
		skip: once ? [] : skipsOf(input)
	});
	const next = modules.values();
	return {
		zone,
		days: days.map(({ day: onDay, isSkipped }) => {
			const module = isSkipped ? undefined : next.next().value;
			if (module === undefined) return { day: onDay, meeting: null };
			const guide = requireGuide(module, input.variant);
			return {
				day: onDay,
				meeting: {
					moduleId: module.id,
					moduleTitle: module.title,
					startsAt: requireMoment(zone, onDay, time),
					minutes: input.minutes ?? guide.minutes
				}
			};
		})
	};
}

/**
 * Plans what the preview shows.
 * @returns how many meetings there are of it.
 */
export async function planMeetings(
	viewer: Viewer,
	cohortId: string,
	input: PlanInput
): Promise<number> {
	const [{ days }, roles] = await Promise.all([
		previewPlan(viewer, cohortId, input),
		chosenRoles(cohortId, input)
	]);
	const meetings = days.flatMap(({ day: onDay, meeting }) =>
		meeting === null ? [] : [{ onDay, ...meeting }]
	);
	const sending = `${cohortId} ${viewer.personId} ${sendingOf(input)}`;
	const set =
		meetings.length > 1 ? { id: idOf(sending, 'set'), cohortId, skips: skipsOf(input) } : null;
	const rows = meetings.map(({ onDay, moduleId, startsAt, minutes }, at) => ({
		id: idOf(sending, at),
		cohortId,
		setId: set?.id ?? null,
		setTime: set && `${onDay}T${input.time}`,
		moduleId,
		variant: input.variant,
		startsAt,
		minutes,
		zone: input.zone,
		place: input.place || null,
		callLink: input.callLink || null
	}));
	await withNewCodes((codes) =>
		prisma().$transaction(async (tx) => {
			const there = await tx.liveSession.count({ where: { id: { in: rows.map(({ id }) => id) } } });
			if (there > 0) return;
			if (set !== null) await tx.meetingSet.create({ data: set });
			await tx.liveSession.createMany({ data: rows.map((row) => ({ ...row, code: codes() })) });
			await tx.meetingRole.createMany({
				data: rows.flatMap(({ id }) => roles.map((role) => ({ ...role, liveSessionId: id })))
			});
		})
	);
	return rows.length;
}

/**
 * Gives each meeting that `work` writes a code of its own. A code that is taken is seen when it is written:
 * then all is done anew, with others.
 */
async function withNewCodes(work: (codes: () => string) => Promise<void>): Promise<void> {
	for (let tries = 1; ; tries += 1) {
		try {
			return await work(() => makeCode(LIVE_CODE));
		} catch (thrown) {
			const isTaken =
				thrown instanceof Prisma.PrismaClientKnownRequestError && thrown.code === 'P2002';
			if (!isTaken || tries === 5) throw thrown;
		}
	}
}

/** The same for the same sending, so that sending it twice finds what is there. */
function idOf(sending: string, at: number | 'set'): string {
	const hex = createHash('sha256').update(`meeting ${sending} ${at}`).digest('hex');
	return [
		hex.slice(0, 8),
		hex.slice(8, 12),
		`4${hex.slice(13, 16)}`,
		`8${hex.slice(17, 20)}`,
		hex.slice(20, 32)
	].join('-');
}

function modulesOf(
	seriesId: string,
	{ module: moduleId, often, order, count }: PlanInput
): Module[] {
	const first = requireModule(seriesId, moduleId);
	if (often === 'once') return [first];
	if (order === 'same') return Array.from({ length: count }, () => first);
	const { modules } = getSeries(seriesId);
	const following = modules.slice(modules.indexOf(first), modules.indexOf(first) + count);
	if (following.length === count) return following;
	const message = plural(following.length, [
		'From this module on, the series has # module. Plan one meeting, or stay with one module.',
		'From this module on, the series has # modules. Plan that many meetings, or stay with one module.'
	]);
	throw new Invalid(message, { count: message });
}

function skipsOf(input: PlanInput): string[] {
	const skips = [
		input['skip-1'],
		input['skip-2'],
		input['skip-3'],
		input['skip-4'],
		input['skip-5'],
		input['skip-6'],
		input['skip-7'],
		input['skip-8']
	];
	return skips.filter((each) => each !== '');
}
