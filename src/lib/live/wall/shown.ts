import type { Surface, WallEntry } from '../room.ts';

/**
 * The answers that a surface shows, in an order that tells nothing of time: who wrote just now must not be told
 * by what comes last. What is highlighted stands first, but where a facilitator is pressing buttons.
 */
export function shownOn(surface: Surface, entries: readonly WallEntry[]): WallEntry[] {
	const isConsole = surface === 'console';
	const first = ({ isHighlighted }: WallEntry) => (isHighlighted && !isConsole ? 0 : 1);
	return entries
		.filter(({ isHidden, text }) => text !== '' && (isConsole || !isHidden))
		.sort((one, other) => first(one) - first(other) || (one.id < other.id ? -1 : 1));
}
