import { onMount } from 'svelte';
import { livePrefix, thisTab, type Shelf } from '../player/answer/unsaved.ts';

/**
 * Words being typed on a page of a meeting: this tab or the device keeps them until they are sent, over a reload too.
 * They are kept by whose they are: who signs in next finds none of them.
 */
export class Draft {
	#text = $state('');
	/** Of what they are hidden in: what an earlier visit left is open at once. */
	isOpen = $state(false);
	readonly #key: string;
	readonly #shelf: () => Shelf | null;

	/**
	 * @param field tells its words from those of the page’s other fields.
	 * @param shelf of a device that goes round in a room, the one that every tab of it asks before somebody leaves.
	 */
	constructor(
		{ ownerId, href }: { ownerId: string; href: string },
		field: string,
		shelf: () => Shelf | null = thisTab
	) {
		this.#shelf = shelf;
		this.#key = `${livePrefix(ownerId)}${href}:${field}`;
		onMount(() => {
			const left = this.#left();
			if (left === '') return;
			this.#text = left;
			this.isOpen = true;
		});
	}

	get text(): string {
		return this.#text;
	}

	set text(words: string) {
		this.#text = words;
		try {
			if (words === '') this.#shelf()?.removeItem(this.#key);
			else this.#shelf()?.setItem(this.#key, words);
		} catch {
			// A device that forbids it keeps the words in the field alone.
		}
	}

	/** These words are sent. What was typed while they were on their way stays. */
	arrived(words: string | undefined): void {
		if (words === this.#text) this.text = '';
	}

	#left(): string {
		try {
			return this.#shelf()?.getItem(this.#key) ?? '';
		} catch {
			return '';
		}
	}
}
