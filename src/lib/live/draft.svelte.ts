import { onMount } from 'svelte';
import { livePrefix, thisTab } from '../player/answer/unsaved.ts';

/**
 * Words being typed on a page of a meeting: this tab keeps them until they are sent, over a reload too. They are
 * kept by whose they are: who signs in next in this tab finds none of them.
 */
export class Draft {
	#text = $state('');
	/** Of what they are hidden in: what an earlier visit left is open at once. */
	isOpen = $state(false);
	readonly #key: string;

	/** @param field tells its words from those of the page’s other fields. */
	constructor({ ownerId, href }: { ownerId: string; href: string }, field: string) {
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
			if (words === '') thisTab()?.removeItem(this.#key);
			else thisTab()?.setItem(this.#key, words);
		} catch {
			// A device that forbids it keeps the words in the field alone.
		}
	}

	#left(): string {
		try {
			return thisTab()?.getItem(this.#key) ?? '';
		} catch {
			return '';
		}
	}
}
