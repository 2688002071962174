/** How much of a screen it goes on by: its last lines stay in sight. */
const STEP = 0.85;

const ON = /* @wc-ignore */ ['PageDown', 'ArrowRight'];
const BACK = /* @wc-ignore */ ['PageUp', 'ArrowLeft'];

/** Lets whoever presents turn over what is more than a screen, by key or by the clicker in their hand. */
export function turned(element: HTMLElement): () => void {
	function pressed(event: KeyboardEvent) {
		const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
		const way = ON.includes(key) ? 1 : BACK.includes(key) ? -1 : 0;
		if (way === 0 || altKey || ctrlKey || metaKey || shiftKey) return;
		event.preventDefault();
		const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
		element.scrollBy({
			top: way * STEP * element.clientHeight,
			behavior: isCalm ? 'instant' : 'smooth'
		});
	}
	window.addEventListener('keydown', pressed);
	return () => window.removeEventListener('keydown', pressed);
}
