import { getContext, setContext } from 'svelte';
import { act } from './act.ts';

const KEY = Symbol('doing');

/** What the buttons of a facilitator’s page do, and what came of the last one. */
export class Doing {
	/** Why the last one was not done; null when it was. */
	problem: string | null = $state(null);
	isSignedOut = $state(false);
	readonly href: string;
	/** By whom words that are being typed are kept: the place in the cohort of who is looking. */
	readonly ownerId: string;
	#seed: () => string;
	#afterwards: () => void;

	/**
	 * @param seed of the page as it was read: forms that are sent without JavaScript make their keys from it.
	 * @param afterwards what to do once something was done, for a page to which no stream tells it.
	 */
	constructor(
		{ href, ownerId }: { href: string; ownerId: string },
		seed: () => string,
		afterwards: () => void
	) {
		this.href = href;
		this.ownerId = ownerId;
		this.#seed = seed;
		this.#afterwards = afterwards;
	}

	keyOf(id: string): string {
		return `${this.#seed()}-${id}`;
	}

	/** @returns whether it was done. */
	async do(
		action: string,
		fields: Record<string, string | readonly string[]> = {}
	): Promise<boolean> {
		const posted = await act(this.href, action, fields);
		this.isSignedOut = posted.kind === 'signed-out';
		switch (posted.kind) {
			case 'done':
				this.problem = null;
				this.#afterwards();
				return true;
			case 'refused':
				this.problem = posted.message;
				this.#afterwards();
				return false;
			case 'unreachable':
				this.problem =
					'That did not arrive. Everything stands as it was: try again when the connection is back.';
				return false;
			case 'signed-out':
				this.problem = 'You are signed out. The session goes on: sign in again to lead it.';
				return false;
		}
	}
}

export function provideDoing(doing: Doing): Doing {
	return setContext(KEY, doing);
}

export function useDoing(): Doing {
	return getContext<Doing>(KEY);
}
