const EVERY = 5_000;

/**
 * Asks every few seconds what others made of a block, while the page is visible and the block is near.
 * @returns how to stop.
 */
export function follow(
	href: string,
	blockId: string,
	element: Element,
	known: () => number,
	take: (work: unknown) => void
): () => void {
	let isNear = false;
	let isAsking = false;
	const watcher = new IntersectionObserver(
		([entry]) => {
			isNear = entry?.isIntersecting ?? false;
		},
		{ rootMargin: '200px' }
	);
	watcher.observe(element);
	const ask = async () => {
		if (!isNear || isAsking || document.visibilityState === 'hidden' || !navigator.onLine) return;
		isAsking = true;
		try {
			const response = await fetch(`${href}/live/${blockId}?known=${known()}`, {
				headers: { accept: 'application/json' },
				signal: AbortSignal.timeout(10_000)
			});
			if (response.status === 200) take(await response.json());
		} catch {
			// It is asked again in a moment; what is typed here is kept by the keeper.
		} finally {
			isAsking = false;
		}
	};
	const timer = setInterval(() => void ask(), EVERY);
	const look = () => void ask();
	document.addEventListener('visibilitychange', look);
	return () => {
		clearInterval(timer);
		watcher.disconnect();
		document.removeEventListener('visibilitychange', look);
	};
}
