import { wayOf } from './ways.ts';

/** How much of a screen it goes on by: its last lines stay in sight. */
const STEP = 0.85;

/**
 * Lets whoever presents turn over what is more than a screen, by key or by the clicker in their hand. At its end
 * the key is left to the page, which goes on with the session.
 */
export function turned(element: HTMLElement): () => void {
	function pressed(event: KeyboardEvent) {
		const way = wayOf(event);
		if (way === null) return;
		const { scrollTop, scrollHeight, clientHeight } = element;
		const rest = way === 'back' ? scrollTop : scrollHeight - clientHeight - scrollTop;
		if (rest <= 1) return;
		event.preventDefault();
		const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		element.scrollBy({
			top: (way === 'back' ? -1 : 1) * STEP * clientHeight,
			behavior: isCalm ? 'instant' : 'smooth'
		});
	}
	// Before the page hears of it.
	window.addEventListener('keydown', pressed, true);
	return () => window.removeEventListener('keydown', pressed, true);
}
