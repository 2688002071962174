/** So far below the fold a video makes itself ready. */
const MARGIN = '300px';

/** Does its work once, when the element comes near the viewport and the page has nothing better to do. */
export function whenNear(element: Element, work: () => Promise<void>): () => void {
	let forgotten = false;
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
			observer.disconnect();
			whenIdle(() => {
				if (!forgotten) void work();
			});
		},
		{ rootMargin: MARGIN }
	);
	observer.observe(element);
	return () => {
		forgotten = true;
		observer.disconnect();
	};
}

function whenIdle(work: () => void): void {
	// Safari has no idle callback.
	if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 1500 });
	else setTimeout(work, 100);
}
