import { now } from '../clock.ts';
import { statement } from '../db/index.ts';
import { listOrganisationsBelow } from '../network/index.ts';
import { countFeedback, countRequests } from '../support/index.ts';
import { listOutcomeScores, type OutcomeScores } from '../teamwork/index.ts';
import type { Viewer } from '../viewer.ts';
import { outcomeRows, type OutcomeRow } from './outcome-rows.ts';

/** Before and after in knowledge, practices, mindsets and systems, by organisation. */

export type OutcomesPage = {
	/** Each of the viewer’s organisations, with all below it. */
	roots: { name: string; rows: OutcomeRow[] }[];
	/** What came back from schools in the last months. */
	days: number;
	requests: number;
	feedback: number;
};

const DAYS = 90;

export async function readOutcomes(viewer: Viewer): Promise<OutcomesPage> {
	const organisations = await listOrganisationsBelow(
		viewer.organisations.map(({ organisationId }) => organisationId)
	);
	const since = new Date(now().getTime() - DAYS * 24 * 60 * 60 * 1000);
	const [scores, requests, feedback] = await Promise.all([
		listOutcomeScores(organisations.map(({ id }) => id)),
		countRequests(viewer, since),
		countFeedback(viewer, since)
	]);
	const people = await peopleBehind(scores);
	const ids = new Set(organisations.map(({ id }) => id));
	const roots = organisations.filter(({ parentId }) => parentId === null || !ids.has(parentId));
	return {
		roots: roots.map((root) => ({
			name: root.name,
			rows: outcomeRows(root, organisations, scores, people)
		})),
		days: DAYS,
		requests,
		feedback
	};
}

const PEOPLE = `select id, person_id as "personId" from enrolment where id = any($1::uuid[])`;

/** Who stands behind the enrolments: one person in two cohorts is one. */
async function peopleBehind(scores: readonly OutcomeScores[]): Promise<Map<string, string>> {
	const ids = [...new Set(scores.flatMap(({ enrolmentIds }) => enrolmentIds))];
	const rows = await statement<{ id: string; personId: string }>('outcome-people', PEOPLE, [ids]);
	return new Map(rows.map(({ id, personId }) => [id, personId]));
}
