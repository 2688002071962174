/** Who stopped in the last seconds has seen it, and begins again. */
const NEAR_END = 3;

export function resumeAt(position: number, length: number): number {
	return position >= length - NEAR_END ? 0 : Math.max(0, position);
}

/** Which of the parts, in order, is at this time: the last one that has begun; -1 before the first. */
export function currentPart(parts: readonly { from: number }[], time: number): number {
	return parts.findLastIndex(({ from }) => from <= time + 0.05);
}
