/** A length in words. */
export function inMinutes(minutes: number): string {
	return minutes === 1 ? '1 minute' : `${minutes} minutes`;
}
