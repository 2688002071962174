import type { PollResult } from '../../blocks.ts';
import type { PollBlock } from '../curriculum/index.ts';
import { statement } from '../db/index.ts';

/** Results are shown from this many answers on. */
const ENOUGH_ANSWERS = 5;

/** The results of these polls among a cohort's participants. */
export async function listPollResults(
	cohortId: string,
	polls: readonly PollBlock[]
): Promise<PollResult[]> {
	if (polls.length === 0) return [];
	const rows = await statement<{ blockId: string; choices: string[] }>(
		'poll-results',
		`select selection.block_id as "blockId", selection.choices
		from selection join enrolment on enrolment.id = selection.enrolment_id
		where enrolment.cohort_id = $1 and enrolment.role = 'participant'
			and selection.block_id = any($2::text[])`,
		[cohortId, polls.map(({ id }) => id)]
	);
	return polls.map((poll) => {
		const answers = rows.filter(({ blockId }) => blockId === poll.id);
		return { blockId: poll.id, answers: answers.length, counts: countsOf(poll, answers) };
	});
}

function countsOf(poll: PollBlock, answers: readonly { choices: string[] }[]) {
	if (answers.length < ENOUGH_ANSWERS) return null;
	return Object.fromEntries(
		poll.choices.map(({ id }) => [id, answers.filter(({ choices }) => choices.includes(id)).length])
	);
}
