/** 125 is "2:05", 3725 is "1:02:05". */
export function clockTime(seconds: number): string {
	const whole = Math.max(0, Math.floor(seconds));
	const [hours, minutes, rest] = [whole / 3600, (whole / 60) % 60, whole % 60].map(Math.floor);
	const pad = (part = 0) => String(part).padStart(2, '0');
	return hours ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

/** Who stopped in the last seconds has seen it, and begins again. */
const NEAR_END = 3;

export function resumeAt(position: number, length: number): number {
	return position >= length - NEAR_END ? 0 : Math.max(0, position);
}

/** Which of the parts, in order, is at this time: the last one that has begun; -1 before the first. */
export function currentPart(parts: readonly { from: number }[], time: number): number {
	return parts.findLastIndex(({ from }) => from <= time + 0.05);
}
