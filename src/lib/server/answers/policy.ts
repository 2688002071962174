import type { Audience } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';

/**
 * Who may read an answer: its writer; the cohort's facilitators when it is for them or for the cohort;
 * everybody in the cohort when it is for the cohort. No role in an organisation opens any answer.
 */
export function mayRead(
	viewer: Viewer,
	answer: { audience: Audience; enrolment: { cohortId: string; personId: string } }
): boolean {
	if (answer.enrolment.personId === viewer.personId) return true;
	const place = viewer.enrolments.find(({ cohortId }) => cohortId === answer.enrolment.cohortId);
	if (place === undefined || answer.audience === 'me') return false;
	return answer.audience === 'cohort' || place.role === 'facilitator';
}
