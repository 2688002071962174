import { openFields, type OpenField } from '../answer/unsaved.ts';
import { post } from '../post.ts';

/** A person who walks along a line with the arrow keys passes places that they do not mean. */
const PAUSE = 600;
const AGAIN = 5_000;

type Page = {
	blockId: string;
	ownerId: string;
	href: string;
	/** Called when the server has kept something. */
	kept: (left: number) => void;
};

/** Places on lines on their way to the server: sent at each pause, and again until they arrive. */
export class Placing implements OpenField {
	readonly place: string;
	/** Chosen here, by pair, and not known to be kept. */
	waiting: Record<string, number> = $state({});
	state: 'rest' | 'saving' | 'saved' | 'unreachable' | 'signed-out' | 'refused' = $state('rest');
	message = $state('');
	readonly #page: () => Page;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<boolean> | null = null;

	constructor(page: () => Page) {
		this.#page = page;
		this.place = page().blockId;
	}

	get isUnsaved(): boolean {
		return Object.keys(this.waiting).length > 0;
	}

	/** To be called in the browser. @returns what ends it: what waits still goes out. */
	open(): () => void {
		const again = () => void this.save();
		openFields.add(this);
		addEventListener('online', again);
		addEventListener('pagehide', again);
		return () => {
			removeEventListener('online', again);
			removeEventListener('pagehide', again);
			void this.save().finally(() => {
				openFields.delete(this);
				clearTimeout(this.#timer);
			});
		};
	}

	choose(pairId: string, position: number): void {
		this.waiting[pairId] = position;
		this.#later(PAUSE);
	}

	/** @returns whether nothing waits any more. */
	async save(): Promise<boolean> {
		clearTimeout(this.#timer);
		while (this.#sending !== null) await this.#sending;
		if (!this.isUnsaved) return true;
		this.#sending = this.#send();
		const isKept = await this.#sending;
		this.#sending = null;
		if (isKept && this.isUnsaved) return this.save();
		return isKept;
	}

	async #send(): Promise<boolean> {
		const { blockId, ownerId, href, kept } = this.#page();
		const sent = { ...this.waiting };
		this.state = 'saving';
		const posted = await post(href, 'place', {
			blockId,
			owner: ownerId,
			...Object.fromEntries(
				Object.entries(sent).map(([pairId, position]) => [`at-${pairId}`, String(position)])
			)
		});
		if (posted.kind !== 'done') {
			this.state = posted.kind;
			this.message = 'message' in posted ? posted.message : '';
			if (posted.kind === 'unreachable') this.#later(AGAIN);
			return false;
		}
		for (const [pairId, position] of Object.entries(sent)) {
			if (this.waiting[pairId] === position) delete this.waiting[pairId];
		}
		this.state = 'saved';
		kept(leftIn(posted.data['placed']));
		return true;
	}

	#later(pause: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.save(), pause);
	}
}

function leftIn(placed: unknown): number {
	const left = typeof placed === 'object' && placed !== null && 'left' in placed ? placed.left : 1;
	return typeof left === 'number' ? left : 1;
}
