import { grab } from '$lib/ui/grab.ts';

/** Drags a thing of a list to another place in it. Whoever drags nothing has the buttons. */
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
		if (this.now !== null) return;
		grab(event, {
			lift: () => {
				this.now = { from, before: from };
			},
			over: (_x, y) => {
				this.#over(y);
				return true;
			},
			drop: () => {
				const { before } = this.now ?? { before: from };
				this.now = null;
				const to = before > from ? before - 1 : before;
				if (to !== from) this.#drop(from, to);
			},
			cancel: () => {
				this.now = null;
			}
		});
	}

	#over(y: number): void {
		if (this.now === null) return;
		const rows = [...(this.#list()?.children ?? [])];
		const at = rows.findIndex((row) => {
			const { top, height } = row.getBoundingClientRect();
			return y < top + height / 2;
		});
		const before = at < 0 ? rows.length : at;
		if (before !== this.now.before) this.now = { ...this.now, before };
	}
}
