import * as v from 'valibot';
import { statement } from '../db/index.ts';
import { Refused } from '../errors.ts';
import { uuid } from '../forms.ts';
import type { Viewer } from '../viewer.ts';

/** The person for whom the sending page was opened. A request without one speaks for the viewer. */
export const sender = v.optional(uuid);

/** An open page must not send one person’s words in the name of another who has signed in since. */
export function requireSender({ personId }: Viewer, opened: string | undefined): void {
	if (opened === undefined || opened === personId) return;
	throw new Refused(
		'This page was opened by someone else, so it sent nothing. Copy what you wrote, then reload the page.'
	);
}

const ORGANISATION = `
	select organisation_id as id from (
		select enrolment.organisation_id, case when cohort.series_id = $2 then 0 else 1 end as rank,
			enrolment.created_at
		from enrolment join cohort on cohort.id = enrolment.cohort_id
		where person_id = $1
		union all
		select organisation_id, 2, created_at from organisation_membership where person_id = $1
	) place
	order by rank, created_at desc, organisation_id limit 1`;

/**
 * The organisation for which the viewer speaks: where they take part in the series, where they joined last,
 * or where they have a role. Null for who belongs nowhere yet.
 */
export async function organisationOf(
	viewer: Viewer,
	seriesId: string | null = null
): Promise<string | null> {
	const [row] = await statement<{ id: string }>('support-organisation', ORGANISATION, [
		viewer.personId,
		seriesId
	]);
	return row?.id ?? null;
}
