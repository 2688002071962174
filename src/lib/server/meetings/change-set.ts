import * as v from 'valibot';
import { now } from '../clock.ts';
import { writtenIn } from '../cohorts/index.ts';
import { getSeries, type Variant } from '../curriculum/index.ts';
import { Conflict, Invalid } from '../errors.ts';
import { words } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import {
	cancelInput,
	changeInput,
	requirePlanned,
	type CancelInput,
	type ChangeInput
} from './change.ts';
import { isDay } from './dates.ts';
import { requireGuide, requireModule, requireMoment } from './fields.ts';
import type { Meeting } from './meeting.ts';
import { moveSet, type InSet, type Moved } from './move-set.ts';
import { listMeant, nameState } from './set.ts';
import { showSet, type SetPreview } from './set-preview.ts';
import { isNews, writeChanges, type MeetingChange } from './write-changes.ts';

/** Changing and cancelling several meetings of a set in one go, once somebody has seen what becomes of each. */

/** The name of the state that the preview showed. */
const seen = words(64, 'the version');

export const changeSetInput = v.object({ ...changeInput.entries, seen });
export const cancelSetInput = v.object({ ...cancelInput.entries, seen });

/** What would become of each. Nothing is written. */
export async function previewChange(
	viewer: Viewer,
	meetingId: string,
	input: ChangeInput
): Promise<SetPreview> {
	const { meetings, changes, moved, onModule } = await workOut(viewer, meetingId, input);
	if (!changes.some((change) => isNews(change) || isKept(change))) {
		throw new Invalid(
			'Nothing is different yet. Change a date, the place or something else first.'
		);
	}
	const apart = new Set(moved.filter(({ isApart }) => isApart).map(({ id }) => id));
	return { ...(await showSet(meetings, changes, apart)), onModule };
}

/**
 * Changes what the preview showed, all of it or nothing.
 * @returns how many meetings have news for their guests.
 */
export async function changeSet(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof changeSetInput>
): Promise<number> {
	const { meetings, changes } = await workOut(viewer, meetingId, input);
	requireSeen(meetings, input.seen);
	return writeChanges(viewer, changes, { reason: input.reason, conflict: setChangedMeanwhile() });
}

/** Which meetings would be called off. */
export async function previewCancel(
	viewer: Viewer,
	meetingId: string,
	input: CancelInput
): Promise<SetPreview> {
	const meeting = await requirePlanned(viewer, meetingId, input.base);
	const meetings = await listMeant(meeting, input.scope);
	return showSet(meetings, cancelling(meetings), new Set());
}

/** Calls off what the preview showed. @returns how many meetings that are. */
export async function cancelSet(
	viewer: Viewer,
	meetingId: string,
	input: v.InferOutput<typeof cancelSetInput>
): Promise<number> {
	const meeting = await requirePlanned(viewer, meetingId, input.base);
	const meetings = await listMeant(meeting, input.scope);
	requireSeen(meetings, input.seen);
	return writeChanges(viewer, cancelling(meetings), {
		reason: input.reason,
		conflict: setChangedMeanwhile()
	});
}

function cancelling(meetings: readonly Meeting[]): MeetingChange[] {
	const cancelledAt = now();
	return meetings.map((meeting) => ({ meeting, data: { cancelledAt } }));
}

/**
 * What becomes of each meeting that is meant. Only what was changed about the one in front of the facilitator
 * goes to the others: a place of their own stays theirs while nobody chose another one for all. The module is
 * never theirs to share, since a set goes from one module to the next.
 */
async function workOut(viewer: Viewer, meetingId: string, input: ChangeInput) {
	const front = await requirePlanned(viewer, meetingId, input.base);
	const module = requireModule(front.seriesId, input.module);
	const meetings = await listMeant(front, input.scope);
	const moved = moveAll(front, meetings, input);
	const shared = sharedChange(front, input, requireGuide(module, input.variant).minutes);
	const changes = meetings.map((meeting, at): MeetingChange => {
		const moduleId = meeting.id === front.id ? module.id : meeting.moduleId;
		const { startsAt, zone, setTime } = moved[at] ?? meeting;
		const { minutes, ...others } = shared;
		const data = { ...others, moduleId, startsAt, zone, setTime };
		if (minutes === undefined && others.variant === undefined) return { meeting, data };
		const guide = guideOf(meeting, moduleId, others.variant ?? meeting.variant);
		if (minutes === undefined) return { meeting, data };
		return { meeting, data: { ...data, minutes: minutes ?? guide.minutes } };
	});
	const onModule = module.id === front.moduleId ? null : module.title;
	return { meetings, changes, moved, onModule };
}

type Shared = {
	variant?: Variant;
	/** Null is as long as the guide of each. */
	minutes?: number | null;
	place?: string | null;
	callLink?: string | null;
};

function sharedChange(front: Meeting, input: ChangeInput, guideMinutes: number): Shared {
	const shared: Shared = {};
	const place = input.place || null;
	const callLink = input.callLink || null;
	if (place !== front.place) shared.place = place;
	if (callLink !== front.callLink) shared.callLink = callLink;
	if (input.variant !== front.variant) shared.variant = input.variant;
	if ((input.minutes ?? guideMinutes) !== front.minutes) shared.minutes = input.minutes;
	return shared;
}

function guideOf({ seriesId }: Meeting, moduleId: string, variant: Variant): { minutes: number } {
	const module = getSeries(seriesId).modules.find(({ id }) => id === moduleId);
	if (module === undefined) throw new Invalid('Choose a module of this series.');
	return requireGuide(module, variant);
}

function moveAll(front: Meeting, meetings: readonly Meeting[], input: ChangeInput): Moved[] {
	requireMoment(input.zone, input.day, input.time);
	const from = { written: writtenIn(front.zone, front.startsAt), zone: front.zone };
	const to = { written: `${input.day}T${input.time}`, zone: input.zone };
	const moved = moveSet(meetings.map(inSet), inSet(front), from, to);
	const over = 'One of these meetings would be on a date that is over. Choose a later one.';
	const far = 'One of these meetings would be too far ahead. Choose an earlier date.';
	if (moved === null) throw new Invalid(far, { day: far });
	for (const [at, { id, startsAt, zone }] of moved.entries()) {
		const stays = meetings[at]?.startsAt.getTime() === startsAt.getTime();
		if (id === front.id || stays) continue;
		if (startsAt < now()) throw new Invalid(over, { day: over });
		if (!isDay(writtenIn(zone, startsAt).slice(0, 10))) throw new Invalid(far, { day: far });
	}
	return moved;
}

function inSet({ id, startsAt, zone, setTime }: Meeting): InSet {
	return { id, startsAt, zone, setTime: setTime ?? writtenIn(zone, startsAt) };
}

/** Whether something changes that its guests need not hear of. */
function isKept({ meeting, data }: MeetingChange): boolean {
	return (['variant', 'zone'] as const).some(
		(part) => data[part] !== undefined && data[part] !== meeting[part]
	);
}

export function requireSeen(meetings: readonly Meeting[], name: string): void {
	if (nameState(meetings) !== name) throw new Conflict(setChangedMeanwhile());
}

export function setChangedMeanwhile(): string {
	return 'One of these meetings was changed, or has begun, since you looked. Nothing was changed for you: look at the dates again.';
}
