import { onMount } from 'svelte';
import { KeptWords } from '../kept-words.svelte.ts';

/** Words being typed on a facilitator’s page: this tab keeps them until they are sent, over a reload too. */
export class Draft {
	#text = $state('');
	/** Of what they are hidden in: what an earlier visit left is open at once. */
	isOpen = $state(false);
	#kept: KeptWords;

	/** @param key tells this page’s and this field’s words from others’. */
	constructor(key: string) {
		this.#kept = new KeptWords(`draft:${key}`);
		onMount(() => {
			const left = this.#kept.left()?.['text'] ?? '';
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
		if (words === '') this.#kept.forget();
		else this.#kept.keep({ text: words });
	}
}
