import { prisma } from '../../db/index.ts';
import { NotFound } from '../../errors.ts';

/**
 * A question of this meeting, or of the cohort’s meetings that were no rehearsal.
 * @returns the meeting in which it was parked.
 */
export async function requireParked(
	parked: string,
	cohortId: string,
	meetingId: string | null
): Promise<string> {
	const own = meetingId === null ? [] : [{ liveSessionId: meetingId }];
	const found = await prisma().liveParked.findFirst({
		where: {
			id: parked,
			OR: [...own, { liveSession: { cohortId, rehearsal: false, cancelledAt: null } }]
		},
		select: { liveSessionId: true }
	});
	if (found === null) throw new NotFound();
	return found.liveSessionId;
}
