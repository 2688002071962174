import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { config } from '../config.ts';
import { log } from '../log.ts';

const AGAIN_AFTER = 1_000;

export type Listening = { stop: () => Promise<void> };

/**
 * Hears what is said on a channel by any process, on a connection of its own.
 * @param missed is called whenever something may have been said unheard: at the beginning, and after each
 * time that the connection broke.
 */
export function listen(
	channel: string,
	heard: (payload: string) => void,
	missed: () => void
): Listening {
	let client: Client | null = null;
	let stopped = false;

	const connect = async () => {
		while (!stopped) {
			const fresh = new Client({ connectionString: config().databaseUrl, keepAlive: true });
			try {
				await hear(fresh);
				return;
			} catch (problem) {
				log().warn({ err: problem }, 'the channel could not be heard');
				await fresh.end().catch(() => undefined);
				await pause(AGAIN_AFTER);
			}
		}
	};

	const hear = async (fresh: Client) => {
		let isOver = false;
		const over = () => {
			if (isOver) return;
			isOver = true;
			if (client === fresh) client = null;
			if (!stopped) void pause(AGAIN_AFTER).then(connect);
		};
		await fresh.connect();
		fresh.on('error', over);
		fresh.on('end', over);
		fresh.on('notification', ({ payload }) => heard(payload ?? ''));
		await fresh.query(`listen ${fresh.escapeIdentifier(channel)}`);
		client = fresh;
		if (stopped) await fresh.end();
		else missed();
	};

	void connect();
	return {
		stop: async () => {
			stopped = true;
			await client?.end().catch(() => undefined);
		}
	};
}
