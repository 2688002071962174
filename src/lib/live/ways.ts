/** The keys that go from block to block: arrows, and the page keys of a presenter’s remote control. */

const NEXT = /* @wc-ignore */ ['ArrowRight', 'PageDown'];
const BACK = /* @wc-ignore */ ['ArrowLeft', 'PageUp'];

/** Null for every other key, and for one that is held down or pressed with another. */
export function wayOf(event: KeyboardEvent): 'next' | 'back' | null {
	const { key, altKey, ctrlKey, metaKey, shiftKey, repeat } = event;
	if (altKey || ctrlKey || metaKey || shiftKey || repeat) return null;
	return NEXT.includes(key) ? 'next' : BACK.includes(key) ? 'back' : null;
}
