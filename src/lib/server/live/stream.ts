import type { Surface } from '../../live/room.ts';
import type { Language } from '../../languages.ts';
import { listen, type Listening } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import { log } from '../log.ts';
import type { Viewer } from '../viewer.ts';
import { CHANNEL } from './change.ts';
import { getFacilitated } from './meeting.ts';
import { readMessage } from './room.ts';

/**
 * The open pages of this process. Each is told what changed since the number that it knows, whatever process
 * changed it. Nothing about the room is kept here but who listens, so a page may come back to any process.
 */

/** Answers come by the dozen: they are told together, this often. */
const SOON = 400;
/** Proxies close a connection on which nothing is said. */
const HEARTBEAT = 20_000;
/** A page that does not read loses its connection, and comes back for the state when it can. */
const MOST_UNREAD = 64;

type Page = {
	surface: Surface;
	language: Language;
	known: number;
	controller: ReadableStreamDefaultController<Uint8Array>;
};

class Followed {
	readonly meetingId: string;
	readonly pages = new Set<Page>();
	#timer: NodeJS.Timeout | null = null;
	#dueAt = Infinity;
	#isTelling = false;

	constructor(meetingId: string) {
		this.meetingId = meetingId;
	}

	/** Tells after so many milliseconds, or earlier if something is due earlier. */
	later(delay: number): void {
		const due = Date.now() + delay;
		if (due >= this.#dueAt) return;
		if (this.#timer !== null) clearTimeout(this.#timer);
		this.#dueAt = due;
		this.#timer = setTimeout(() => void this.#tell(), delay);
	}

	async #tell(): Promise<void> {
		this.#timer = null;
		this.#dueAt = Infinity;
		if (this.#isTelling) return this.later(10);
		this.#isTelling = true;
		try {
			await this.#tellAll();
		} catch (problem) {
			// The meeting is gone: there is nothing to follow any more.
			if (problem instanceof NotFound) return this.#close();
			log().warn({ err: problem }, 'a room could not be told');
			this.later(SOON);
		} finally {
			this.#isTelling = false;
		}
	}

	#close(): void {
		for (const page of [...this.pages]) close(this.meetingId, page);
	}

	/** Pages that look alike and know the same are told the same: it is read once and written once. */
	async #tellAll(): Promise<void> {
		const alike = Map.groupBy(
			this.pages,
			({ surface, language, known }) => `${surface} ${language} ${known}`
		);
		for (const pages of alike.values()) {
			const [first] = pages;
			if (first === undefined) continue;
			const message = await readMessage(this.meetingId, first, first.known);
			if (message === null) continue;
			const said = encode(`id: ${message.number}\ndata: ${JSON.stringify(message)}\n\n`);
			for (const page of pages) {
				page.known = message.number;
				send(this, page, said);
			}
		}
	}
}

const followed = new Map<string, Followed>();
let listening: Listening | null = null;
let heartbeat: NodeJS.Timeout | null = null;
let isClosing = false;

/**
 * An answer that stays open and says what changes.
 * @param known the number of the last change that the page has; 0 brings all of it.
 */
export function streamRoom(
	meetingId: string,
	{ surface, language, known }: Pick<Page, 'surface' | 'language' | 'known'>
): Response {
	if (isClosing) return new Response(null, { status: 503, headers: { 'retry-after': '1' } });
	begin();
	let page: Page | undefined;
	const body = new ReadableStream<Uint8Array>(
		{
			start(controller) {
				page = { surface, language, known, controller };
				const room = followed.get(meetingId) ?? new Followed(meetingId);
				followed.set(meetingId, room);
				room.pages.add(page);
				controller.enqueue(encode('retry: 1500\n\n'));
				room.later(5);
			},
			cancel() {
				if (page !== undefined) forget(meetingId, page);
			}
		},
		{ highWaterMark: MOST_UNREAD }
	);
	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'private, no-store, no-transform',
			'x-accel-buffering': 'no'
		}
	});
}

/** The stream of a surface that is the facilitators’ own: theirs alone to follow. */
export async function followRoom(
	viewer: Viewer,
	meetingId: string,
	{ surface, known }: { surface: 'console' | 'projector'; known: number }
): Promise<Response> {
	await getFacilitated(viewer, meetingId);
	return streamRoom(meetingId, { surface, language: viewer.language, known });
}

function begin(): void {
	if (listening !== null) return;
	listening = listen(
		CHANNEL,
		(payload) => {
			const [meetingId = '', pace] = payload.split(' ');
			followed.get(meetingId)?.later(pace === 'soon' ? SOON : 5);
		},
		() => {
			for (const room of followed.values()) room.later(0);
		}
	);
	const beat = encode(':\n\n');
	heartbeat = setInterval(() => {
		for (const room of followed.values()) for (const page of room.pages) send(room, page, beat);
	}, HEARTBEAT);
	heartbeat.unref();
	// Otherwise the open streams hold the shutdown back: they come back to another process by themselves.
	process.once('SIGTERM', closeStreams);
	process.once('SIGINT', closeStreams);
}

/** Ends every stream of this process. Pages come back by themselves. */
function closeStreams(): void {
	isClosing = true;
	if (heartbeat !== null) clearInterval(heartbeat);
	void listening?.stop();
	for (const room of followed.values()) {
		for (const page of [...room.pages]) close(room.meetingId, page);
	}
}

function send(room: Followed, page: Page, bytes: Uint8Array): void {
	if ((page.controller.desiredSize ?? 0) <= 0) return close(room.meetingId, page);
	try {
		page.controller.enqueue(bytes);
	} catch {
		forget(room.meetingId, page);
	}
}

function close(meetingId: string, page: Page): void {
	forget(meetingId, page);
	try {
		page.controller.close();
	} catch {
		// The browser was faster.
	}
}

function forget(meetingId: string, page: Page): void {
	const room = followed.get(meetingId);
	room?.pages.delete(page);
	if (room?.pages.size === 0) followed.delete(meetingId);
}

const encoder = new TextEncoder();
function encode(text: string): Uint8Array {
	return encoder.encode(text);
}
