import { grab } from '../../ui/grab.ts';
import type { Asked, WallEntry, WallPart } from '../room.ts';

type Shown = { asked: Asked; wall: WallPart };

/**
 * Drags an answer of the wall into a theme. As long as it is in somebody’s hand they see the wall as it was when
 * they took it: what comes from the room would move what they aim at.
 */
export class Placing {
	/** What is in the hand, and the theme that it would go to: '' is none, null is nowhere. */
	now: { entry: WallEntry; theme: string | null } | null = $state.raw(null);
	/** The wall as it stood when the answer was taken. */
	held: Shown | null = $state.raw(null);
	/** Where the hand is. */
	at = $state.raw({ x: 0, y: 0 });
	#drop: (entry: WallEntry, theme: string | null) => void;
	#breakOff: () => void = () => undefined;

	/** @param drop told where an answer was let go: in another theme, or null where it changes nothing. */
	constructor(drop: (entry: WallEntry, theme: string | null) => void) {
		this.#drop = drop;
	}

	begin(event: PointerEvent, entry: WallEntry, shown: Shown): void {
		if (this.now !== null) return;
		this.#breakOff();
		const end = (theme: string | null) => {
			this.now = null;
			this.held = null;
			this.#drop(entry, theme);
		};
		this.#breakOff = grab(event, {
			lift: () => {
				this.held = shown;
				this.now = { entry, theme: null };
			},
			over: (x, y) => {
				if (x !== this.at.x || y !== this.at.y) this.at = { x, y };
				const under = document.elementFromPoint(x, y);
				const theme = under?.closest('[data-theme-id]')?.getAttribute('data-theme-id') ?? null;
				const aimed = theme === (entry.themeId ?? '') ? null : theme;
				if (this.now !== null && aimed !== this.now.theme) this.now = { entry, theme: aimed };
				// The themes stay in sight over the wall: who aims at one there does not mean to scroll.
				return under?.closest('[data-themes]') === null;
			},
			drop: () => end(this.now?.theme ?? null),
			cancel: () => end(null)
		});
	}

	/** The wall goes away: what is in the hand stays where it was. */
	breakOff(): void {
		this.#breakOff();
	}
}
