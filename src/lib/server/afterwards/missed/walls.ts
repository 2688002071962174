import { statement } from '../../db/index.ts';
import type { Viewer } from '../../viewer.ts';
import type { EndedMeeting } from '../meeting.ts';
import { isSent, readMended, readRecap } from '../recap/recap.ts';
import { readAskedOf, type RecapSection } from '../recap/source.ts';

/**
 * What the room said, for who was not in it: the recap’s words once that is sent. Until then it is as it stood at the
 * end, but for what facilitators have mended by now: an answer that came or was changed later was before nobody’s eyes.
 */
export async function readWalls(viewer: Viewer, meeting: EndedMeeting): Promise<RecapSection[]> {
	if (await isSent(meeting.id)) {
		const { sections } = await readRecap(viewer, meeting.id);
		return sections.filter(({ kind }) => kind === 'asked');
	}
	const [walls, { out, texts }, late] = await Promise.all([
		readAskedOf(meeting),
		readMended(meeting.id),
		listLate(meeting.id)
	]);
	return walls
		.filter((wall) => !out.has(wall.id))
		.map((wall) => ({
			...wall,
			items: wall.items
				.filter(({ id }) => !out.has(id) && !late.has(id))
				.map((one) => ({ ...one, text: texts[one.id] ?? one.text }))
		}))
		.filter(({ items, charts }) => items.length > 0 || charts.length > 0);
}

/**
 * The entries whose words are from after the end. An answer has the number of what changed it last, which may be that
 * its guest took it over: so it is asked who answered since. A guest who became one with an account is there no more,
 * and any of the answers may be theirs.
 */
async function listLate(liveSessionId: string): Promise<ReadonlySet<string>> {
	const rows = await statement<{ id: string }>(
		'missed-late',
		`select response.id from live_event ended
		join live_ask ask on ask.live_session_id = ended.live_session_id
		join live_response response on response.ask_id = ask.id and response.number > ended.number
		where ended.live_session_id = $1 and ended.kind = 'end' and exists (
			select from live_event late
			where late.live_session_id = $1 and late.kind = 'respond' and late.number > ended.number
				and late.data ->> 'ask' = ask.id::text
				and (late.attendee_id = response.attendee_id
					or not exists (select from live_attendee where id = late.attendee_id))
		)`,
		[liveSessionId]
	);
	return new Set(rows.map(({ id }) => `entry:${id}`));
}
