/**
 * How somebody is called before others in the room. A guest typed their name themselves, and may have typed a
 * colleague’s: so it says that they are one.
 */
export function calledBefore(name: string, isGuest: boolean): string {
	if (!isGuest) return name;
	// @wc-include
	return `${name} (guest)`;
}
