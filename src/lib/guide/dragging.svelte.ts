/** How near to the edge of the window the page begins to follow, and how far at a time. */
const EDGE = 72;
const PULL = 14;

/**
 * Drags a thing of a list to another place in it, with a mouse, a pen or a finger. Whoever drags nothing has the
 * buttons.
 */
export class Dragging {
	/** Which is dragged, and before which it would come to lie; the length of the list for its end. */
	now: { from: number; before: number } | null = $state.raw(null);
	#list: () => HTMLElement | undefined;
	#drop: (from: number, to: number) => void;

	constructor(list: () => HTMLElement | undefined, drop: (from: number, to: number) => void) {
		this.#list = list;
		this.#drop = drop;
	}

	/** Where at this thing the dragged one would come to lie. */
	gapAt(index: number, count: number): 'before' | 'after' | null {
		if (this.now === null) return null;
		const { from, before } = this.now;
		if (before === from || before === from + 1) return null;
		if (before === index) return 'before';
		return before === count && index === count - 1 ? 'after' : null;
	}

	begin(event: PointerEvent, from: number): void {
		const handle = event.currentTarget;
		if (event.button !== 0 || !(handle instanceof HTMLElement)) return;
		event.preventDefault();
		handle.setPointerCapture(event.pointerId);
		this.now = { from, before: from };
		const ended = new AbortController();
		const { signal } = ended;
		const end = () => {
			ended.abort();
			this.now = null;
		};
		handle.addEventListener('pointermove', (moved) => this.#over(moved.clientY), { signal });
		handle.addEventListener('pointercancel', end, { signal });
		handle.addEventListener(
			'pointerup',
			() => {
				const { before } = this.now ?? { before: from };
				end();
				const to = before > from ? before - 1 : before;
				if (to !== from) this.#drop(from, to);
			},
			{ signal }
		);
		window.addEventListener('keydown', ({ key }) => key === 'Escape' && end(), { signal });
	}

	#over(y: number): void {
		if (this.now === null) return;
		if (y < EDGE) window.scrollBy(0, -PULL);
		else if (y > window.innerHeight - EDGE) window.scrollBy(0, PULL);
		const rows = [...(this.#list()?.children ?? [])];
		const at = rows.findIndex((row) => {
			const { top, height } = row.getBoundingClientRect();
			return y < top + height / 2;
		});
		const before = at < 0 ? rows.length : at;
		if (before !== this.now.before) this.now = { ...this.now, before };
	}
}
