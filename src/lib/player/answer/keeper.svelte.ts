import { post, type Posted } from '../post.ts';
import { draftKey, dropDraft, isAudience, keepDraft, listDrafts, placeOf } from './device.ts';
import {
	acknowledge,
	canSend,
	choose,
	draftOf,
	fail,
	isTooLong,
	isUnsaved,
	meet,
	send,
	takeUp,
	write,
	type Choice,
	type Field,
	type SavedVersion,
	type Version
} from './field.ts';
import { openFields, thisDevice, type OpenField, type Shelf } from './unsaved.ts';

const PAUSE = 800;
const FIRST_RETRY = 2000;
const LAST_RETRY = 60_000;

export type Keeping = {
	ownerId: string;
	blockId: string;
	/** Which field of a block that has several. */
	part?: string;
	/** The step's page, without a query. */
	href: string;
	/** What of the page saves it, and what its result is called: `answer` when it is not said. */
	action?: string;
	field: Field;
	onsaved: (saved: Version) => void;
};

/** What a keeper reaches outside itself; a test brings its own. */
export type Surroundings = {
	shelf: () => Shelf | null;
	post: typeof post;
	/** Tells this field's saves from those of every other time it was opened, here or elsewhere. */
	writer: string;
};

function surroundings(): Surroundings {
	const writer = crypto.getRandomValues(new Uint32Array(3)).join('-');
	return { shelf: thisDevice, post, writer };
}

/** Keeps what is written in one field: on the device at once, on the server at every pause. */
export class Keeper implements OpenField {
	#field: Field = $state.raw<Field>({
		now: { text: '', audience: 'me' },
		saved: { text: '', audience: 'me', revision: 0, savedAt: null },
		sending: null,
		sequence: 0,
		other: null,
		trouble: null
	});
	/** Whether the device has the words as they stand. */
	#isKept = $state(false);
	readonly #keeping: Keeping;
	#around: Surroundings | null;
	#shelf: Shelf | null = null;
	#isOpen = false;
	#isLeft = false;
	#sent: string | null = null;
	#otherKey: string | null = null;
	#pause: ReturnType<typeof setTimeout> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#wait = FIRST_RETRY;
	#work: Promise<void> = Promise.resolve();

	constructor(keeping: Keeping, around: Surroundings | null = null) {
		this.#keeping = keeping;
		this.#around = around;
		this.#field = keeping.field;
	}

	get place(): string {
		return placeOf(this.#keeping);
	}
	get field(): Field {
		return this.#field;
	}
	get isKept(): boolean {
		return this.#isKept;
	}
	get isUnsaved(): boolean {
		return isUnsaved(this.#field) || this.#field.other !== null;
	}

	/** From here on in the browser. @returns how to stop. */
	attach(): () => void {
		this.#shelf = this.#reach().shelf();
		this.#isOpen = true;
		this.#takeUpDrafts();
		// Restored, or typed before the page came alive.
		if (isUnsaved(this.#field)) this.#changed(0);
		openFields.add(this);
		const hide = () => this.flush();
		const look = () => (document.visibilityState === 'hidden' ? this.flush() : this.retry());
		const back = () => this.retry();
		const leave = (event: BeforeUnloadEvent) => {
			if (this.isUnsaved && !this.#isKept) event.preventDefault();
		};
		window.addEventListener('pagehide', hide);
		window.addEventListener('beforeunload', leave);
		window.addEventListener('online', back);
		window.addEventListener('focus', back);
		document.addEventListener('visibilitychange', look);
		return () => {
			this.flush();
			this.#isOpen = false;
			this.#isLeft = true;
			clearTimeout(this.#retry);
			openFields.delete(this);
			window.removeEventListener('pagehide', hide);
			window.removeEventListener('beforeunload', leave);
			window.removeEventListener('online', back);
			window.removeEventListener('focus', back);
			document.removeEventListener('visibilitychange', look);
		};
	}

	write(text: string): void {
		if (text === this.#field.now.text) return;
		this.#field = write(this.#field, { text });
		this.#changed(PAUSE);
	}

	share(audience: Version['audience']): void {
		if (audience === this.#field.now.audience) return;
		this.#field = write(this.#field, { audience });
		this.#changed(0);
	}

	choose(choice: Choice): void {
		this.#field = choose(this.#field, choice);
		this.#keep();
		if (this.#otherKey !== null) dropDraft(this.#shelf, this.#otherKey);
		this.#otherKey = null;
		this.#takeUpDrafts();
		this.#changed(0);
	}

	/** What the server holds was read anew; it is shown unless something else is being written. */
	learn(saved: SavedVersion): void {
		if (this.isUnsaved || saved.revision <= this.#field.saved.revision) return;
		this.#field = { ...this.#field, saved, now: { text: saved.text, audience: saved.audience } };
	}

	/** Saves what can be saved now. @returns whether nothing is unsaved any more. */
	async save(): Promise<boolean> {
		clearTimeout(this.#pause);
		this.#pause = undefined;
		clearTimeout(this.#retry);
		await this.#work;
		if (canSend(this.#field) && this.#field.sending === null) {
			this.#work = this.#transmit();
			await this.#work;
		}
		return !this.isUnsaved;
	}

	/** The page may be going: does not wait for an earlier save to be answered. */
	flush(): void {
		clearTimeout(this.#pause);
		this.#pause = undefined;
		const { sending, now } = this.#field;
		const isUnderWay = sending?.text === now.text && sending.audience === now.audience;
		if (this.#isOpen && canSend(this.#field) && !isUnderWay) this.#work = this.#transmit();
	}

	retry(): void {
		if (this.#field.trouble === null || this.#field.trouble.kind === 'refused') return;
		void this.save();
	}

	/** Not before the browser: a server that renders the page has no need of it. */
	#reach(): Surroundings {
		this.#around ??= surroundings();
		return this.#around;
	}

	#changed(pause: number): void {
		this.#keep();
		clearTimeout(this.#pause);
		this.#pause = setTimeout(() => {
			this.#pause = undefined;
			void this.save();
		}, pause);
	}

	#keep(): void {
		const { ownerId, blockId, part = '', href, action = 'answer' } = this.#keeping;
		const key = draftKey(ownerId, this.place, this.#reach().writer);
		if (!this.isUnsaved && this.#field.sending === null) {
			dropDraft(this.#shelf, key);
			this.#isKept = false;
			return;
		}
		// Whoever opened the field since has these words now, and perhaps newer ones.
		if (this.#isLeft) return;
		const draft = draftOf(this.#field, this.#sent);
		const where = { ownerId, blockId, part, href, action };
		this.#isKept = keepDraft(this.#shelf, { ...draft, key, ...where });
	}

	#takeUpDrafts(): void {
		const { ownerId } = this.#keeping;
		const own = draftKey(ownerId, this.place, this.#reach().writer);
		for (const draft of listDrafts(this.#shelf, [ownerId], this.place)) {
			if (this.#field.other !== null) return;
			this.#field = takeUp(this.#field, draft);
			if (this.#field.other?.from === 'device') {
				this.#otherKey = draft.key;
				return;
			}
			this.#sent = draft.sent;
			// Its words are this page's now: kept under its own key before the old one goes.
			this.#keep();
			if (draft.key !== own) dropDraft(this.#shelf, draft.key);
		}
	}

	async #transmit(): Promise<void> {
		const { ownerId, blockId, part, href, action = 'answer' } = this.#keeping;
		this.#field = send(this.#field);
		const { sequence, saved, now } = this.#field;
		this.#keep();
		const posted = await this.#reach().post(href, action, {
			blockId,
			...(part !== undefined && { part }),
			owner: ownerId,
			text: now.text,
			audience: now.audience,
			base: String(saved.revision),
			writer: this.#reach().writer,
			sequence: String(sequence)
		});
		this.#answered(sequence, posted);
	}

	#answered(sequence: number, posted: Posted): void {
		if (this.#field.sending?.sequence !== sequence) return;
		const words = this.#field.sending;
		const { action = 'answer' } = this.#keeping;
		const answer =
			'data' in posted ? readAnswer(posted.data[action], this.#field.now.audience) : null;
		if (answer?.status === 'saved') {
			this.#sent = null;
			this.#field = acknowledge(this.#field, sequence, answer);
			this.#wait = FIRST_RETRY;
		} else if (answer?.status === 'conflict') {
			this.#field = meet(this.#field, sequence, answer.theirs);
		} else {
			this.#sent = words.text;
			this.#field = fail(this.#field, sequence, troubleOf(posted));
		}
		this.#keep();
		if (answer?.status === 'saved') this.#keeping.onsaved(words);
		if (this.#field.trouble === null && canSend(this.#field)) {
			if (this.#pause === undefined) this.#changed(0);
		} else if (this.#field.trouble?.kind === 'unreachable') this.#retryLater();
	}

	#retryLater(): void {
		clearTimeout(this.#retry);
		if (!this.#isOpen) return;
		this.#retry = setTimeout(() => void this.save(), this.#wait);
		this.#wait = Math.min(LAST_RETRY, this.#wait * 2);
	}

	/** In one word, for the line under the field. */
	get state(): State {
		const { other, sending, trouble, saved } = this.#field;
		if (other !== null) return 'choice';
		if (isTooLong(this.#field)) return 'too-long';
		if (sending !== null) return 'saving';
		if (!isUnsaved(this.#field)) return saved.revision > 0 ? 'saved' : 'empty';
		return trouble?.kind ?? 'device';
	}
}

export type State =
	| 'choice'
	| 'too-long'
	| 'saving'
	| 'saved'
	| 'empty'
	| 'device'
	| 'unreachable'
	| 'signed-out'
	| 'refused';

type Answered =
	| { status: 'saved'; revision: number; savedAt: Date }
	| { status: 'conflict'; theirs: SavedVersion };

/** @param audience of versions that have none of their own, since the block says who reads it. */
function readAnswer(answer: unknown, audience: Version['audience']): Answered | null {
	const { status, revision, savedAt, theirs } = fieldsOf(answer);
	if (status === 'conflict') {
		const version = readVersion(theirs, audience);
		return version === null ? null : { status, theirs: version };
	}
	if (status !== 'saved' || typeof revision !== 'number' || !(savedAt instanceof Date)) return null;
	return { status, revision, savedAt };
}

function readVersion(version: unknown, fallback: Version['audience']): SavedVersion | null {
	const { text, audience = fallback, revision, savedAt } = fieldsOf(version);
	if (typeof text !== 'string' || typeof revision !== 'number' || !isAudience(audience))
		return null;
	return { text, audience, revision, savedAt: savedAt instanceof Date ? savedAt : null };
}

function fieldsOf(value: unknown): Partial<Record<string, unknown>> {
	return typeof value === 'object' && value !== null ? { ...value } : {};
}

function troubleOf(posted: Posted): NonNullable<Field['trouble']> {
	switch (posted.kind) {
		case 'signed-out':
			return { kind: 'signed-out', message: 'You are signed out.' };
		case 'unreachable':
			return { kind: 'unreachable', message: posted.online ? posted.message : '' };
		case 'refused':
			return { kind: 'refused', message: posted.message };
		case 'done':
			return { kind: 'unreachable', message: 'The answer from our side made no sense.' };
	}
}
