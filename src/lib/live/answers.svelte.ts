import { SvelteMap } from 'svelte/reactivity';
import { thisDevice } from '../player/answer/unsaved.ts';
import { Answering, type Answerer } from './answering.svelte.ts';
import { listGiven, promisedIn } from './device.ts';
import { isPromise, nothingGiven, type AskForm, type OwnPart, type Sent } from './phone.ts';

type Who = Omit<Answerer, 'arrived'>;

/** All that one person answers in a meeting, on one page. What one tab sends, the others show. */
export class Answers {
	readonly #known = new SvelteMap<string, Answering>();
	readonly #who: Who;
	#own: OwnPart;
	#channel: BroadcastChannel | null = null;
	#close: (() => void)[] = [];
	#isOpen = false;

	constructor(who: Who, own: OwnPart) {
		this.#who = who;
		this.#own = own;
		for (const form of own.asks) this.#make(form);
	}

	/** @param form of something that may have been asked just now. */
	of(form: AskForm): Answering {
		return this.#known.get(form.id) ?? this.#make(form);
	}

	find(ask: string): Answering | null {
		return this.#known.get(ask) ?? null;
	}

	/** Words that were refused stand in their field again. */
	putBack(typed: Readonly<Record<string, string>> | null): void {
		const { text, ask = '', kind } = typed ?? {};
		if (text === undefined) return;
		const promised = kind === undefined ? {} : { promised: promisedIn(typed) };
		this.find(ask)?.change({ text, ...promised });
	}

	get all(): Answering[] {
		return [...this.#known.values()];
	}

	/** What the page has read anew. */
	learn(own: OwnPart): void {
		this.#own = own;
		for (const form of own.asks) {
			const sent = own.sent[form.id];
			const answering = this.of(form);
			if (sent !== undefined) answering.learn(sent);
		}
	}

	/** To be called in the browser. @returns what ends it. */
	open(): () => void {
		this.#isOpen = true;
		this.#channel = new BroadcastChannel(`throughline:live:${this.#who.ownerId}`);
		this.#channel.addEventListener('message', ({ data }: MessageEvent<[string, Sent]>) => {
			this.#known.get(data[0])?.learn(data[1]);
		});
		for (const answering of this.#known.values()) this.#openOne(answering);
		// Of several that were left, the newest; the others come up once it has been sent.
		const left = listGiven(thisDevice(), this.#who);
		for (const [ask, [newest]] of Map.groupBy(left, ({ given }) => given.ask)) {
			if (newest !== undefined) this.#known.get(ask)?.takeUp(newest.given, newest.storedAs);
		}
		return () => {
			this.#isOpen = false;
			this.#channel?.close();
			for (const close of this.#close) close();
			this.#close = [];
		};
	}

	#make(form: AskForm): Answering {
		// A commitment begins anew: the journal has the whole sentence.
		const isNew = form.blockId === null || isPromise(form);
		const before = isNew ? undefined : this.#own.journal[form.blockId ?? ''];
		const answering = new Answering(
			form,
			{
				...this.#who,
				arrived: (ask, sent) => this.#channel?.postMessage([ask, $state.snapshot(sent)])
			},
			this.#own.sent[form.id] ?? null,
			before === undefined ? null : { ...nothingGiven, ...before }
		);
		this.#known.set(form.id, answering);
		if (this.#isOpen) this.#openOne(answering);
		return answering;
	}

	#openOne(answering: Answering): void {
		this.#close.push(answering.open());
	}
}
