import type { OwnGroup } from './breakout.ts';
import { act, newKey } from './act.ts';
import { mergeNotes } from './group-note.ts';

/** How long a pause in typing is. */
const PAUSE = 700;
/** How long until what did not arrive is sent again. */
const AGAIN = 3_000;

/**
 * A group’s note on one device: sent at every pause, with what the others typed coming in. What has not arrived
 * waits on the device.
 */
export class SharedNote {
	text = $state('');
	state: 'rest' | 'typing' | 'sending' | 'waiting' | 'signed-out' | 'refused' = $state('rest');
	message = $state('');
	readonly groupId: string;
	#href: string;
	#as: string;
	/** What the server had when it was last heard of, and its revision. */
	#known: string;
	#revision: number;
	#key: string | null = null;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#isSending = false;

	constructor(href: string, as: string, { id, note, revision }: OwnGroup) {
		this.groupId = id;
		this.#href = href;
		this.#as = as;
		this.#known = note;
		this.#revision = revision;
		this.text = note;
	}

	get isUnsaved(): boolean {
		return this.text !== this.#known;
	}

	/** Takes up what an earlier page could not send. To be called in the browser. @returns what ends it. */
	open(): () => void {
		const left = stored(this.groupId);
		if (left !== null) {
			this.text = mergeNotes(left.text, left.known, this.text);
			if (this.isUnsaved) void this.#send();
		}
		const again = () => void this.#send();
		addEventListener('online', again);
		addEventListener('pagehide', again);
		return () => {
			removeEventListener('online', again);
			removeEventListener('pagehide', again);
			void this.#send();
			clearTimeout(this.#timer);
		};
	}

	typed(text: string): void {
		this.text = text;
		this.#keep();
		if (this.#isSending) return;
		this.#key = null;
		this.state = 'typing';
		this.#later(PAUSE);
	}

	/** What the others have typed: it stands beside what is being typed here. */
	learn({ note, revision }: Pick<OwnGroup, 'note' | 'revision'>): void {
		if (revision <= this.#revision || this.#isSending) return;
		this.text = mergeNotes(this.text, this.#known, note);
		this.#known = note;
		this.#revision = revision;
		this.#keep();
	}

	#later(delay: number): void {
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => void this.#send(), delay);
	}

	async #send(): Promise<void> {
		clearTimeout(this.#timer);
		if (this.#isSending || !this.isUnsaved) return;
		this.#isSending = true;
		this.state = 'sending';
		const sent = this.text;
		const key = (this.#key ??= newKey());
		const fields = { group: this.groupId, as: this.#as, text: sent, base: String(this.#revision) };
		const posted = await act(this.#href, 'note', fields, key);
		this.#isSending = false;
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
		const kept = isKept(data) ? data : { text: sent, revision: this.#revision };
		// Typed on meanwhile: that goes over what stands there now.
		this.text = this.text === sent ? kept.text : mergeNotes(this.text, sent, kept.text);
		this.#known = kept.text;
		this.#revision = Math.max(this.#revision, kept.revision);
		this.#keep();
		this.state = this.isUnsaved ? 'typing' : 'rest';
		if (this.isUnsaved) this.#later(PAUSE);
	}

	#keep(): void {
		try {
			if (this.isUnsaved) {
				const kept = { text: this.text, known: this.#known };
				localStorage.setItem(placeOf(this.groupId), JSON.stringify(kept));
			} else localStorage.removeItem(placeOf(this.groupId));
		} catch {
			// A device that forbids it has the words in the field alone.
		}
	}
}

function isKept(data: unknown): data is { text: string; revision: number } {
	return typeof data === 'object' && data !== null && 'text' in data && 'revision' in data;
}

function placeOf(groupId: string): string {
	return `throughline:group-note:${groupId}`;
}

function stored(groupId: string): { text: string; known: string } | null {
	try {
		const kept: unknown = JSON.parse(localStorage.getItem(placeOf(groupId)) ?? 'null');
		if (typeof kept !== 'object' || kept === null) return null;
		if (!('text' in kept) || !('known' in kept)) return null;
		return { text: String(kept.text), known: String(kept.known) };
	} catch {
		return null;
	}
}

/** Where the caret belongs once others’ words have come in before or after it. */
export function caretIn(before: string, after: string, caret: number): number {
	if (after.startsWith(before.slice(0, caret))) return caret;
	const rest = before.slice(caret);
	return after.endsWith(rest) ? after.length - rest.length : Math.min(caret, after.length);
}
