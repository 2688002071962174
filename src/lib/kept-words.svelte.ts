import { applyAction } from '$app/forms';
import { readAnew } from './read-anew.ts';
import { keepFocus } from './ui/focus.ts';
import { troubleOf } from './ui/trouble.ts';
import type { SubmitFunction } from '@sveltejs/kit';

type Words = Record<string, string>;

/**
 * A form whose words this tab keeps until they have arrived: over a reload, a lost connection, and a sign-in
 * that ended meanwhile.
 */
export class KeptWords {
	/** Why it did not arrive, when the page itself cannot say it. */
	trouble: string | null = $state(null);
	isSignedOut = $state(false);
	isSending = $state(false);
	#key: string;
	#alsoFrom: string | null;

	/** @param alsoFrom where a stranger’s words wait for whoever signs in next in this tab. */
	constructor(key: string, alsoFrom: string | null = null) {
		this.#key = `throughline:words:${key}`;
		this.#alsoFrom = alsoFrom === null ? null : `throughline:words:${alsoFrom}`;
	}

	/** What an earlier visit could not send. */
	left(): Words | null {
		return read(this.#key) ?? (this.#alsoFrom === null ? null : read(this.#alsoFrom));
	}

	keep(words: Words): void {
		try {
			sessionStorage.setItem(this.#key, JSON.stringify(words));
		} catch {
			// A device that forbids it keeps the words in the field alone.
		}
	}

	forget(): void {
		try {
			sessionStorage.removeItem(this.#key);
			if (this.#alsoFrom !== null) sessionStorage.removeItem(this.#alsoFrom);
		} catch {
			// Then it has kept nothing either.
		}
	}

	/** For `use:enhance`. */
	send: SubmitFunction = ({ formElement, cancel }) => {
		if (this.isSending) return cancel();
		this.isSending = true;
		const lookForFocus = keepFocus(formElement);
		return async ({ result, update }) => {
			this.isSending = false;
			this.isSignedOut = result.type === 'error' && result.status === 401;
			this.trouble = null;
			if (result.type === 'error') {
				// The page stays, and with it what was typed.
				this.trouble = troubleOf(result.status, result.error);
				return;
			}
			if (result.type === 'failure') {
				await applyAction(result);
				// What stands there now, as after a change in another window.
				if (result.status === 409) await readAnew();
				formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
				return;
			}
			this.forget();
			await update({ reset: false });
			lookForFocus();
		};
	};
}

function read(key: string): Words | null {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
		if (typeof kept !== 'object' || kept === null) return null;
		const texts = Object.entries(kept).filter(
			(entry): entry is [string, string] => typeof entry[1] === 'string'
		);
		return Object.fromEntries(texts);
	} catch {
		return null;
	}
}
