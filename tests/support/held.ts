import { makeCode } from '../../src/lib/server/cohorts/join-code.ts';
import { ask, postForm } from './ask.ts';
import { enrol, makePerson, query, startSession, type ThrowawayCohort } from './rows.ts';

const TOP = 'Thank you for an open hour.\nWe go on with the third list.';

/** A meeting of the flagship's first module that was held some days ago. */
export async function holdMeeting(cohort: ThrowawayCohort, daysAgo = 7): Promise<string> {
	const [row] = await query<{ id: string }>(
		`insert into live_session
			(cohort_id, module_id, starts_at, minutes, code, started_at, ended_at)
		select $1, 'lae-1', began, 60, $2, began, began + interval '1 hour'
		from (select now() - make_interval(days => $3) as began) time returning id`,
		[cohort.id, makeCode(6), daysAgo]
	);
	const id = row?.id ?? '';
	await query(
		`insert into live_block (live_session_id, block_id, position, title, kind, priority, min, max,
			planned, minutes, spent_seconds)
		values ($1, 'open', 0, 'Opening circle', 'welcome', 'must', 4, 8, 6, 6, 540),
			($1, 'three-lists', 1, 'Your own three lists', 'write-alone', 'must', 5, 9, 7, 7, 400),
			($1, 'stretch', 2, 'Stretch and swap', 'break', 'skip', 2, 4, 3, 0, 0)`,
		[id]
	);
	return id;
}

/** Sends its recap out as it is, with all that stands on its page, and a few words over it. */
export async function sendRecap(
	origin: string,
	cohort: ThrowawayCohort,
	meetingId: string
): Promise<string> {
	const facilitator = await makePerson('Robin of the recap');
	await enrol(facilitator, cohort, 'facilitator');
	const session = await startSession(facilitator);
	const path = `/facilitate/sessions/${meetingId}/recap`;
	const { text } = await ask(origin, { path, session });
	const held = (name: string) =>
		[...text.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map(
			([, value = '']) => value
		);
	const [section, item] = [held('section'), held('item')];
	const sent = await postForm(origin, {
		path: `${path}?/sendRecap`,
		session,
		fields: { base: '0', section, on: section, item, in: item, 'added:top': TOP }
	});
	if (sent.status !== 303) throw new Error(`The recap was not sent: ${sent.status}`);
	return meetingId;
}
