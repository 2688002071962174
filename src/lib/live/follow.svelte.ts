import { afterMessage, type Room, type RoomMessage } from './room.ts';

/** How long until a stream that was refused is asked for again; it grows to the last one. */
export const AGAIN_AFTER = [1_000, 2_000, 5_000, 10_000];

/**
 * A room as an open page follows it: whole at first, then as it changes. A page that was away says what it
 * knew last and hears what it missed.
 */
export class FollowedRoom {
	room: Room = $state.raw() as Room;
	/** The server’s clock, to the second, in milliseconds: all surfaces show the same time. */
	time = $state(0);
	isConnected = $state(true);
	#href: string;
	#ahead: number;
	#source: EventSource | null = null;
	#refusals = 0;
	#again: ReturnType<typeof setTimeout> | undefined;

	/** @param href the address of the stream. */
	constructor(first: Room & { now: string }, href: string) {
		this.room = first;
		this.#href = href;
		this.#ahead = Date.parse(first.now) - Date.now();
		this.time = Date.parse(first.now);
	}

	/** What o’clock it is at the server, in milliseconds. */
	now(): number {
		return Date.now() + this.#ahead;
	}

	/**
	 * What the page read anew, as after a form that was sent without a stream.
	 */
	read(room: Room & { now: string }): void {
		if (room.number >= this.room.number) this.room = room;
	}

	/** Follows while the page is open. @returns how to stop. */
	follow(): () => void {
		this.#connect();
		const ticking = setInterval(() => (this.time = this.now()), 1_000);
		const back = () => {
			this.#refusals = 0;
			this.#connect();
		};
		window.addEventListener('online', back);
		return () => {
			clearInterval(ticking);
			clearTimeout(this.#again);
			window.removeEventListener('online', back);
			this.#source?.close();
		};
	}

	#connect(): void {
		this.#source?.close();
		clearTimeout(this.#again);
		const joiner = this.#href.includes('?') ? '&' : '?';
		const source = new EventSource(`${this.#href}${joiner}known=${this.room.number}`);
		this.#source = source;
		source.addEventListener('open', () => {
			this.isConnected = true;
			this.#refusals = 0;
		});
		source.addEventListener('message', ({ data }) => {
			// What the stream carries is written by server/live/room.ts.
			const message = JSON.parse(String(data)) as RoomMessage;
			this.#ahead = Date.parse(message.now) - Date.now();
			this.room = afterMessage(this.room, message);
			this.time = this.now();
		});
		source.addEventListener('error', () => {
			this.isConnected = false;
			// A connection that broke comes back by itself; one that was refused does not.
			if (source.readyState !== EventSource.CLOSED) return;
			const wait = AGAIN_AFTER[Math.min(this.#refusals, AGAIN_AFTER.length - 1)];
			this.#refusals += 1;
			this.#again = setTimeout(() => this.#connect(), wait);
		});
	}
}
