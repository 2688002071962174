import * as v from 'valibot';
import { unseal } from '../../answers/index.ts';
import { prisma } from '../../db/index.ts';
import { isAway } from './attended-minutes.ts';

/** What was corrected about somebody’s attendance: how it stood before, by whom it was changed, and why. */

export type NotedStay = { arrivedAt: Date; leftAt: Date | null; mode: 'room' | 'remote' };

export type Correction = {
	id: string;
	at: Date;
	by: string;
	reason: string;
	/** How it stood before and after; null for not there. */
	before: NotedStay | null;
	after: NotedStay | null;
};

const moment = v.pipe(
	v.string(),
	v.isoTimestamp(),
	v.transform((written) => new Date(written))
);

const noted = v.nullable(
	v.object({
		arrivedAt: moment,
		leftAt: v.nullable(moment),
		mode: v.picklist(['room', 'remote'])
	})
);

/** By attendee, the newest first. */
export async function readCorrections(
	liveSessionId: string,
	attendeeId?: string
): Promise<Map<string, Correction[]>> {
	const rows = await prisma().attendanceCorrection.findMany({
		where: { liveSessionId, ...(attendeeId && { attendeeId }) },
		orderBy: [{ correctedAt: 'desc' }, { id: 'asc' }],
		include: { correctedBy: { select: { name: true } } }
	});
	const read = rows.map(({ id, correctedAt, correctedBy, reason, before, after, ...row }) => ({
		attendeeId: row.attendeeId,
		id,
		at: correctedAt,
		by: correctedBy.name,
		reason: unseal(reason, reasonPlace(id)),
		before: stayIn(before),
		after: stayIn(after)
	}));
	return Map.groupBy(read, (correction) => correction.attendeeId);
}

function stayIn(json: unknown): NotedStay | null {
	const stay = v.parse(noted, json);
	return stay === null || isAway(stay) ? null : stay;
}

/** What a correction’s reason is sealed to. */
export function reasonPlace(correctionId: string): string {
	return `attendance:${correctionId}`;
}
