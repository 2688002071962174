import { openFields, thisDevice, type OpenField } from '../player/answer/unsaved.ts';
import type { OwnGroup } from './breakout.ts';
import { act, newKey } from './act.ts';
import { dropGiven, keepNote, noteKey, readNote } from './device.ts';
import { mergeNotes } from './group-note.ts';

/** How long a pause in typing is. */
const PAUSE = 700;
/** How long until what did not arrive is sent again. */
const AGAIN = 3_000;

/** Who writes, and where. */
export type NoteWriter = {
	code: string;
	/** By whom words on this device are kept: another person on it never gets them. */
	ownerId: string;
	/** The place in the room. */
	as: string;
};

/**
 * A group’s note on one device: sent at every pause, with what the others typed coming in. What has not arrived
 * waits on the device, and its writer is asked about it before they sign out.
 */
export class SharedNote implements OpenField {
	text = $state('');
	state: 'rest' | 'typing' | 'sending' | 'waiting' | 'signed-out' | 'refused' = $state('rest');
	message = $state('');
	readonly groupId: string;
	readonly number: number;
	/** Of what the server had when it was last heard of. */
	revision: number;
	#who: NoteWriter;
	#known: string;
	#storedAs: string;
	#key: string | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#sending: Promise<void> | null = null;

	constructor(
		who: NoteWriter,
		{ id, number, note, revision }: Pick<OwnGroup, 'id' | 'number' | 'note' | 'revision'>
	) {
		this.groupId = id;
		this.number = number;
		this.revision = revision;
		this.#who = who;
		this.#known = note;
		this.#storedAs = noteKey(who, id);
		this.text = note;
	}

	get place(): string {
		return `live/note/${this.groupId}`;
	}

	get isUnsaved(): boolean {
		return this.text !== this.#known;
	}

	/** Takes up what an earlier page could not send. To be called in the browser. @returns what ends it. */
	open(): () => void {
		const left = readNote(thisDevice(), this.#storedAs);
		if (left !== null) {
			this.text = mergeNotes(left.text, left.known, this.text);
			this.#keep();
			void this.#send();
		}
		const again = () => void this.#send();
		// Who signed out and gave their words up finds them nowhere.
		const last = () => {
			if (thisDevice() === null || readNote(thisDevice(), this.#storedAs) !== null) again();
		};
		openFields.add(this);
		addEventListener('online', again);
		addEventListener('pagehide', last);
		return () => {
			openFields.delete(this);
			removeEventListener('online', again);
			removeEventListener('pagehide', last);
			void this.#send();
			clearTimeout(this.#timer);
		};
	}

	async save(): Promise<boolean> {
		await this.#sending;
		await this.#send();
		return !this.isUnsaved;
	}

	/** Its writer does without what has not arrived. */
	giveUp(): void {
		this.text = this.#known;
		this.#keep();
	}

	typed(text: string): void {
		this.text = text;
		this.#keep();
		if (this.#sending !== null) return;
		this.#key = null;
		this.state = 'typing';
		this.#later(PAUSE);
	}

	/** What the others have typed: it stands beside what is being typed here. */
	learn({ note, revision }: Pick<OwnGroup, 'note' | 'revision'>): void {
		if (revision <= this.revision || this.#sending !== null) return;
		this.text = mergeNotes(this.text, this.#known, note);
		this.#known = note;
		this.revision = revision;
		this.#keep();
	}

	#later(delay: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(), delay);
	}

	async #send(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#sending !== null || !this.isUnsaved) return;
		this.#sending = this.#post();
		await this.#sending;
		this.#sending = null;
	}

	async #post(): Promise<void> {
		this.state = 'sending';
		const sent = this.text;
		const key = (this.#key ??= newKey());
		const { code, as } = this.#who;
		const fields = { group: this.groupId, as, text: sent, base: String(this.revision) };
		const posted = await act(`/live/${code}`, 'note', fields, key);
		if (posted.kind === 'done') {
			this.#key = null;
			this.#arrived(sent, posted.data['note']);
			return;
		}
		this.message = 'message' in posted ? posted.message : '';
		if (posted.kind === 'unreachable') {
			// It goes again with the same key, unless it was typed on.
			if (this.text !== sent) this.#key = null;
			this.state = 'waiting';
			this.#later(AGAIN);
		} else {
			this.#key = null;
			this.state = posted.kind;
		}
	}

	#arrived(sent: string, data: unknown): void {
		const kept = isKept(data) ? data : { text: sent, revision: this.revision };
		// Typed on meanwhile: that goes over what stands there now.
		this.text = this.text === sent ? kept.text : mergeNotes(this.text, sent, kept.text);
		this.#known = kept.text;
		this.revision = Math.max(this.revision, kept.revision);
		this.#keep();
		this.state = this.isUnsaved ? 'typing' : 'rest';
		if (this.isUnsaved) this.#later(PAUSE);
	}

	#keep(): void {
		if (!this.isUnsaved) return dropGiven(thisDevice(), this.#storedAs);
		keepNote(thisDevice(), this.#storedAs, {
			id: this.groupId,
			number: this.number,
			revision: this.revision,
			text: this.text,
			known: this.#known
		});
	}
}

function isKept(data: unknown): data is { text: string; revision: number } {
	return typeof data === 'object' && data !== null && 'text' in data && 'revision' in data;
}

/** Where the caret belongs once others’ words have come in before or after it. */
export function caretIn(before: string, after: string, caret: number): number {
	if (after.startsWith(before.slice(0, caret))) return caret;
	const rest = before.slice(caret);
	return after.endsWith(rest) ? after.length - rest.length : Math.min(caret, after.length);
}
