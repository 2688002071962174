import { prisma } from '../db/index.ts';
import type { Touch } from './standing.ts';

/** Who changed a block, when, for whom, and from whom it was taken over. */
export type ShownTouch = {
	how: Touch['how'];
	/** Null when that person is gone. */
	by: string | null;
	at: Date;
	owner: Touch['owner'];
	from: string | null;
};

export async function readTouches(
	touches: ReadonlyMap<string, readonly Touch[]>
): Promise<Record<string, ShownTouch[]>> {
	const ids = [...touches.values()].flat().map(({ stamp }) => stamp.by);
	if (ids.length === 0) return {};
	const people = await prisma().person.findMany({
		where: { id: { in: [...new Set(ids)] } },
		select: { id: true, name: true }
	});
	const names = new Map(people.map(({ id, name }) => [id, name]));
	return Object.fromEntries(
		[...touches].map(([id, all]) => [
			id,
			all.map(({ how, stamp, owner }) => ({
				how,
				by: names.get(stamp.by) ?? null,
				at: new Date(stamp.at),
				owner,
				from: stamp.from
			}))
		])
	);
}
