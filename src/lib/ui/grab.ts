/** How far a hand moves until it drags: less is a press that trembles. */
const LIFT = 5;
/** How near to the edge of the window the page begins to follow, and how far at a time at most. */
const EDGE = 72;
const PULL = 14;

type Grabbed = {
	/** It is dragged now, no longer only held. */
	lift: () => void;
	/** Where the hand is: told at each frame, since the page may move beneath a hand that is still. @returns whether the page may scroll. */
	over: (x: number, y: number) => boolean;
	drop: () => void;
	/** Nothing comes of it: Escape, or the browser took the hand away. */
	cancel: () => void;
};

/**
 * Follows a mouse, a pen or a finger from where it takes hold of a handle until it lets go. The handle needs
 * `touch-action: none`. Whoever drags nothing needs another way to do the same.
 * @returns how to break it off.
 */
export function grab(event: PointerEvent, { lift, over, drop, cancel }: Grabbed): () => void {
	const handle = event.currentTarget;
	if (event.button !== 0 || !(handle instanceof HTMLElement)) return () => undefined;
	event.preventDefault();
	handle.setPointerCapture(event.pointerId);
	const ended = new AbortController();
	const { signal } = ended;
	let { clientX: x, clientY: y } = event;
	let isLifted = false;
	let frame = 0;

	function end(isDropped: boolean) {
		if (signal.aborted) return;
		ended.abort();
		cancelAnimationFrame(frame);
		if (!isLifted) return;
		if (isDropped) drop();
		else cancel();
	}
	function look() {
		if (over(x, y)) window.scrollBy(0, pull(y));
		frame = requestAnimationFrame(look);
	}
	function moved({ pointerId, clientX, clientY, buttons }: PointerEvent) {
		if (pointerId !== event.pointerId) return;
		// Let go where no page hears of it.
		if (buttons === 0) return end(false);
		[x, y] = [clientX, clientY];
		if (isLifted || Math.hypot(x - event.clientX, y - event.clientY) < LIFT) return;
		isLifted = true;
		lift();
		look();
	}
	function left({ pointerId, type, clientX, clientY }: PointerEvent) {
		if (pointerId !== event.pointerId) return;
		const isDropped = type === 'pointerup';
		if (isDropped && isLifted) over(clientX, clientY);
		end(isDropped);
	}
	function pressed(key: KeyboardEvent) {
		if (key.key !== 'Escape') return;
		key.preventDefault();
		end(false);
	}

	// At the window: the handle may be drawn anew while it is held.
	window.addEventListener('pointermove', moved, { signal });
	window.addEventListener('pointerup', left, { signal });
	window.addEventListener('pointercancel', left, { signal });
	window.addEventListener('keydown', pressed, { signal });
	return () => end(false);
}

/** By how much the page scrolls for a hand at this height: more, the nearer to the edge. */
function pull(y: number): number {
	const bottom = window.innerHeight - EDGE;
	if (y < EDGE) return -PULL * Math.min(1, (EDGE - y) / EDGE);
	return y > bottom ? PULL * Math.min(1, (y - bottom) / EDGE) : 0;
}
