import type { Distribution, Shift } from '../../blocks.ts';

/**
 * What a cohort may see of where its people stand between two statements, without telling who stands where.
 *
 * A picture that grew with each person would tell: who looks before and after somebody places themselves
 * sees where. So it grows by five people at a time, in the order in which they placed themselves, and shows
 * all of them as they stood when it last grew: a later move waits for the next five, too.
 */
export const GROUP = 5;

/** Where one person placed themselves on one pair, and when. A later one of the same person is a move. */
export type Placed = { enrolmentId: string; position: number; placedAt: number };

export const POSITIONS = 7;
const MIDDLE = 4;

/** Where the cohort stands on one pair. */
export function distributionOf(placed: readonly Placed[]): Distribution {
	const first = firstTimes(placed);
	const { shown, at } = lastGrowth(first);
	const standing = standingAt(placed, at);
	const counts = new Array<number>(POSITIONS).fill(0);
	for (const enrolmentId of shown) {
		const position = standing.get(enrolmentId);
		if (position !== undefined) counts[position - 1] = (counts[position - 1] ?? 0) + 1;
	}
	return { people: shown.length, counts: shown.length === 0 ? null : counts };
}

/** How those who placed themselves twice have moved on one pair. */
export function shiftOf(before: readonly Placed[], after: readonly Placed[]): Shift {
	const firstBefore = firstTimes(before);
	const both = new Map(
		[...firstTimes(after)].flatMap(([id, time]) => {
			const earlier = firstBefore.get(id);
			return earlier === undefined ? [] : [[id, Math.max(time, earlier)] as const];
		})
	);
	const { shown, at } = lastGrowth(both);
	if (shown.length === 0) return { people: 0, moved: null };
	const from = standingAt(before, at);
	const to = standingAt(after, at);
	const pairs = shown.map((id) => ({ from: from.get(id) ?? MIDDLE, to: to.get(id) ?? MIDDLE }));
	return {
		people: shown.length,
		moved: {
			towardsFrom: pairs.filter(({ from, to }) => to < from).length,
			stayed: pairs.filter(({ from, to }) => to === from).length,
			towardsTo: pairs.filter(({ from, to }) => to > from).length
		}
	};
}

function firstTimes(placed: readonly Placed[]): Map<string, number> {
	const first = new Map<string, number>();
	for (const { enrolmentId, placedAt } of placed) {
		first.set(enrolmentId, Math.min(placedAt, first.get(enrolmentId) ?? Infinity));
	}
	return first;
}

/** Whom the picture shows, and the moment at which it last grew. */
function lastGrowth(times: ReadonlyMap<string, number>): { shown: string[]; at: number } {
	const inOrder = [...times].sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1));
	const shown = inOrder.slice(0, inOrder.length - (inOrder.length % GROUP));
	return { shown: shown.map(([id]) => id), at: shown.at(-1)?.[1] ?? -Infinity };
}

/** Where each person stood at a moment. */
function standingAt(placed: readonly Placed[], moment: number): Map<string, number> {
	const latest = new Map<string, Placed>();
	for (const one of placed) {
		const other = latest.get(one.enrolmentId);
		const isLater = other === undefined || one.placedAt > other.placedAt;
		if (one.placedAt <= moment && isLater) latest.set(one.enrolmentId, one);
	}
	return new Map([...latest].map(([id, { position }]) => [id, position]));
}
