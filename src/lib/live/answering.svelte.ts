import { openFields, thisDevice, type OpenField } from '../player/answer/unsaved.ts';
import { act, newKey } from './act.ts';
import { dropGiven, keepGiven, keptKey, type KeptGiven } from './device.ts';
import {
	isPromise,
	isSame,
	nothingGiven,
	saysSomething,
	type AskForm,
	type Given,
	type Sent
} from './phone.ts';

/** How long until what did not arrive is sent again. */
const AGAIN = 4_000;

/** Who answers, and where. */
export type Answerer = {
	code: string;
	/** By whom words on this device are kept. */
	ownerId: string;
	/** The place in the room: the server takes what is sent for this one alone. */
	as: string;
	/** Called when something has arrived, so that other tabs show it. */
	arrived: (ask: string, sent: Sent) => void;
	/** Called when something newer stands: it is to be read anew. */
	overtaken: () => void;
};

/** Of this open page: two tabs never write over each other's words on the device. */
const WRITER = Math.random().toString(36).slice(2, 10);

/**
 * An answer to one thing that was asked: kept on the device at every keystroke, sent when its writer says so,
 * and sent again by itself, with the same key, until it has arrived.
 */
export class Answering implements OpenField {
	readonly form: AskForm;
	now: Given = $state(nothingGiven);
	sent: Sent | null = $state.raw(null);
	state: 'rest' | 'kept' | 'sending' | 'waiting' | 'signed-out' | 'refused' = $state('rest');
	message = $state('');
	/** Whether the device has what is not sent. */
	isKept = $state(false);
	/** What was sent elsewhere meanwhile stands, and its writer has been told. */
	isOvertaken = $state(false);
	#before: Given;
	#who: Answerer;
	#key: string | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#storedAs: string;
	#sending: Promise<boolean> | null = null;
	/** What was sent without hearing whether it arrived. */
	#doubtful: Given[] = [];
	/** Of the sent answer over which this one is written. */
	#base: number;

	/** @param before what the journal holds already, to begin with. */
	constructor(form: AskForm, who: Answerer, sent: Sent | null, before: Given | null) {
		this.form = form;
		this.sent = sent;
		this.#who = who;
		this.#before = before ?? nothingGiven;
		this.#base = sent?.number ?? 0;
		this.#storedAs = keptKey({ ownerId: who.ownerId, code: who.code, ask: form.id }, WRITER);
		this.now = copyOf(sent ?? this.#before);
	}

	get place(): string {
		return `live/${this.form.id}`;
	}

	/** Something stands here that the meeting does not have. */
	get isChanged(): boolean {
		return !isSame(this.now, this.sent ?? this.#before);
	}

	get isUnsaved(): boolean {
		return (this.isChanged && saysSomething(this.now)) || this.#key !== null;
	}

	get isFromJournal(): boolean {
		return this.sent === null && saysSomething(this.#before) && !this.isChanged;
	}

	change(part: Partial<Given>): void {
		this.now = { ...this.now, ...part };
		this.#key = null;
		this.message = '';
		if (this.state !== 'sending') this.state = this.isChanged ? 'kept' : 'rest';
		this.#keep();
	}

	/** Takes up what an earlier page left on this device; what it had begun to send goes on its way. */
	takeUp(kept: KeptGiven, storedAs: string): void {
		const given = copyOf(kept);
		dropGiven(thisDevice(), storedAs);
		if (this.sent !== null && isSame(given, this.sent)) return;
		this.now = given;
		this.#base = kept.base;
		this.#key = kept.key;
		this.state = 'kept';
		this.#keep();
		if (kept.key !== null) void this.send();
	}

	/** What has arrived from elsewhere: another tab or device. Words being written here stay. */
	learn(sent: Sent): void {
		if (this.sent !== null && sent.number <= this.sent.number) return;
		const wasChanged = this.isChanged;
		this.sent = sent;
		// It may be this page's own, which had arrived after all.
		const isOwn = this.#doubtful.some((given) => isSame(given, sent));
		if (!wasChanged || isOwn || this.isOvertaken) this.#base = sent.number;
		if (!wasChanged) this.giveWay();
		else if (!isOwn) this.now = { ...this.now, ...narrower(this.now, sent) };
		else if (this.isOvertaken) void this.send();
	}

	/** What was sent stands, and nothing else is written here. */
	giveWay(): void {
		if (this.sent === null) return;
		this.now = copyOf(this.sent);
		this.isOvertaken = false;
		if (this.state !== 'sending') this.state = 'rest';
		this.#keep();
	}

	/** What its writer has not sent is sent by nobody else: somebody may be looking at the wall. */
	save(): Promise<boolean> {
		return this.#key === null ? Promise.resolve(!this.isUnsaved) : this.send();
	}

	/** @returns whether it has arrived. */
	async send(): Promise<boolean> {
		if (this.#sending !== null) await this.#sending;
		this.#sending = this.#send();
		const isDone = await this.#sending;
		this.#sending = null;
		return isDone;
	}

	async #send(): Promise<boolean> {
		clearTimeout(this.#timer);
		const key = (this.#key ??= newKey());
		const given = copyOf(this.now);
		this.#keep();
		this.state = 'sending';
		this.isOvertaken = false;
		const posted = await act(
			`/live/${this.#who.code}`,
			isPromise(this.form) ? 'commit' : 'respond',
			{
				ask: this.form.id,
				as: this.#who.as,
				base: String(this.#base),
				...fieldsOf(this.form, given)
			},
			key
		);
		if (posted.kind === 'done') {
			this.#arrived(given, key, posted.data['responded']);
			return true;
		}
		this.message = 'message' in posted ? posted.message : '';
		if (posted.kind === 'unreachable') this.#doubtful.push(given);
		if (this.#key !== key) this.state = 'kept';
		else if (posted.kind === 'unreachable') {
			this.state = 'waiting';
			this.#timer = setTimeout(() => void this.send(), AGAIN);
		} else {
			// Only its writer can go on from here, and then it is another sending.
			this.state = posted.kind;
			this.#key = null;
			this.#keep();
			this.isOvertaken = posted.kind === 'refused' && posted.status === 409;
			if (this.isOvertaken) this.#who.overtaken();
		}
		return false;
	}

	#arrived(given: Given, key: string, data: unknown): void {
		const sent = { ...given, ...taught(data) };
		if (this.sent === null || sent.number >= this.sent.number) this.sent = sent;
		this.#base = this.sent.number;
		this.#doubtful = [];
		// Written on meanwhile: that waits for its own sending.
		if (this.#key === key) this.#key = null;
		this.state = this.isChanged ? 'kept' : 'rest';
		this.#keep();
		this.#who.arrived(this.form.id, sent);
	}

	/** To be called in the browser while the page is open. @returns what ends it. */
	open(): () => void {
		const again = () => {
			if (this.state === 'waiting') void this.send();
		};
		openFields.add(this);
		addEventListener('online', again);
		return () => {
			openFields.delete(this);
			removeEventListener('online', again);
			clearTimeout(this.#timer);
		};
	}

	#keep(): void {
		const { code } = this.#who;
		if (!this.isUnsaved && !(this.isChanged && this.sent !== null)) {
			dropGiven(thisDevice(), this.#storedAs);
			this.isKept = false;
			return;
		}
		const kept = {
			...copyOf(this.now),
			code,
			ask: this.form.id,
			key: this.#key,
			base: this.#base,
			at: Date.now()
		};
		this.isKept = keepGiven(thisDevice(), this.#storedAs, kept);
	}
}

/** What was taken off the wall, or from somebody's eyes, elsewhere is not put back by what was written before. */
function narrower(one: Given, other: Given): Pick<Given, 'onWall' | 'audience'> {
	const wide = [one.audience, other.audience];
	return {
		onWall: one.onWall && other.onWall,
		audience: wide.includes('me') ? 'me' : wide.includes('facilitators') ? 'facilitators' : 'cohort'
	};
}

/** What the server is sent of it. */
function fieldsOf(form: AskForm, given: Given): Record<string, string | readonly string[]> {
	const { text, choices, positions, onWall, audience, promised } = given;
	if (isPromise(form)) return { text, ...promised };
	return {
		text,
		choices,
		positions: JSON.stringify(positions),
		wall: onWall ? 'yes' : 'no',
		audience
	};
}

function copyOf({ text, choices, positions, onWall, audience, promised }: Given): Given {
	return {
		text,
		choices: [...choices],
		positions: { ...positions },
		onWall,
		audience,
		promised: { ...promised }
	};
}

function taught(data: unknown): Pick<Sent, 'number' | 'correct' | 'feedback'> {
	const none = { number: 0, correct: null, feedback: [] };
	// It is what server/live/respond.ts returns.
	return typeof data === 'object' && data !== null ? { ...none, ...data } : none;
}
