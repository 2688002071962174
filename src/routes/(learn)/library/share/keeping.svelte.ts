import { replaceState } from '$app/navigation';
import { post } from '$lib/player/post.ts';

/** What is being written, kept as a draft at every pause; on the device while the server has not got it. */

const PAUSE = 1500;

export type Keeping = {
	state: 'still' | 'waiting' | 'kept' | 'device' | 'refused';
	message: string;
};

export class DraftKeeper {
	keeping: Keeping = $state({ state: 'still', message: '' });
	#form: HTMLFormElement;
	#key: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> = Promise.resolve();

	/** @param owner the person's place in a cohort: whoever uses the tab after them finds nothing of it. */
	constructor(form: HTMLFormElement, owner: string, practice: string) {
		this.#form = form;
		this.#key = `throughline:practice:${owner}:${practice}`;
	}

	/** What an earlier visit could not send; null when there is nothing. */
	left(): [string, string][] | null {
		try {
			const kept: unknown = JSON.parse(sessionStorage.getItem(this.#key) ?? 'null');
			return Array.isArray(kept) ? kept.filter(isPair) : null;
		} catch {
			return null;
		}
	}

	changed(): void {
		this.#onDevice();
		this.keeping = { state: 'waiting', message: '' };
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => this.keep(), PAUSE);
	}

	/** One after the other: each goes on from the version that the one before it made. */
	keep(): void {
		this.#sending = this.#sending.then(() => this.#send());
	}

	/** The form itself goes to the server now. */
	stop(): void {
		clearTimeout(this.#timer);
	}

	async #send(): Promise<void> {
		const fields = this.#fields();
		const answer = await post('/library/share', 'keep', { ...grouped(fields), silently: 'yes' });
		if (answer.kind === 'done') {
			this.#number(answer.data);
			if (sameFields(fields, this.#fields(), ['base', 'practice'])) this.#forget();
			this.keeping = { state: 'kept', message: '' };
			return;
		}
		this.keeping =
			answer.kind === 'refused'
				? { state: 'refused', message: answer.message }
				: { state: 'device', message: '' };
	}

	#number(data: Readonly<Record<string, unknown>>): void {
		const { practice, revision } = data;
		if (typeof practice !== 'string' || typeof revision !== 'number') return;
		this.#set('practice', practice);
		this.#set('base', String(revision));
		const address = `/library/share?practice=${practice}`;
		if (location.search !== `?practice=${practice}`) replaceState(address, {});
	}

	#set(name: string, value: string): void {
		const field = this.#form.elements.namedItem(name);
		if (field instanceof HTMLInputElement) field.value = value;
	}

	#fields(): [string, string][] {
		return [...new FormData(this.#form)].filter(isPair);
	}

	#onDevice(): void {
		try {
			sessionStorage.setItem(this.#key, JSON.stringify(this.#fields()));
		} catch {
			// A device that forbids it: the server has it at the next pause.
		}
	}

	#forget(): void {
		try {
			sessionStorage.removeItem(this.#key);
		} catch {
			// Then it has kept nothing either.
		}
	}
}

function isPair(value: unknown): value is [string, string] {
	return (
		Array.isArray(value) &&
		value.length === 2 &&
		typeof value[0] === 'string' &&
		typeof value[1] === 'string'
	);
}

function grouped(fields: readonly [string, string][]): Record<string, string[]> {
	const groups: Record<string, string[]> = {};
	for (const [name, value] of fields) groups[name] = [...(groups[name] ?? []), value];
	return groups;
}

function sameFields(
	one: readonly [string, string][],
	other: readonly [string, string][],
	but: readonly string[]
): boolean {
	const told = (fields: readonly [string, string][]) =>
		JSON.stringify(fields.filter(([name]) => !but.includes(name)));
	return told(one) === told(other);
}
