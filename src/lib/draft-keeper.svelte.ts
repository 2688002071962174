import { post } from './player/post.ts';

/** What is being written, kept at every pause; on the device while the server has not got it. */

const PAUSE = 1500;

export type Keeping = {
	state: 'still' | 'waiting' | 'kept' | 'device' | 'refused';
	message: string;
};

/** Where a draft goes. */
export type DraftPlace = {
	/** Of what is kept on the device: it names whose it is, so that whoever uses the tab next finds nothing of it. */
	key: string;
	href: string;
	action: string;
	/** Fields that the answer fills, so that the next sending goes on from it, and what it calls them. */
	learns: Readonly<Record<string, string>>;
	/** Called with what they are then. */
	learned?: (fields: Readonly<Record<string, string>>) => void;
};

export class DraftKeeper {
	keeping: Keeping = $state({ state: 'still', message: '' });
	#form: HTMLFormElement;
	#place: DraftPlace;
	#key: string;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> = Promise.resolve();

	constructor(form: HTMLFormElement, place: DraftPlace) {
		this.#form = form;
		this.#place = place;
		this.#key = `throughline:${place.key}`;
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
		const { href, action, learns } = this.#place;
		const answer = await post(href, action, { ...grouped(fields), silently: 'yes' });
		if (answer.kind === 'done') {
			this.#learn(answer.data);
			if (sameFields(fields, this.#fields(), Object.keys(learns))) {
				this.#forget();
				this.keeping = { state: 'kept', message: '' };
			}
			return;
		}
		this.keeping =
			answer.kind === 'refused'
				? { state: 'refused', message: answer.message }
				: { state: 'device', message: '' };
	}

	#learn(data: Readonly<Record<string, unknown>>): void {
		const told = Object.entries(this.#place.learns).flatMap(([name, called]) => {
			const value = data[called];
			const isSaid = typeof value === 'string' || typeof value === 'number';
			return isSaid ? [[name, String(value)] as const] : [];
		});
		for (const [name, value] of told) {
			const field = this.#form.elements.namedItem(name);
			if (field instanceof HTMLInputElement) field.value = value;
		}
		this.#place.learned?.(Object.fromEntries(told));
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
