import { deserialize } from '$app/forms';
import type { ActionResult } from '@sveltejs/kit';

/** What the player tells of itself; times are in seconds. The server's `watchReport` reads it. */
export interface WatchReport {
	blockId: string;
	/** The page's signed time of opening. */
	opened: string;
	played: [from: number, to: number][];
	position: number;
	speed: number;
}

/** `seen` and `enough`, which completes the video, are in seconds. */
export interface WatchState {
	seen: number;
	enough: number;
	completed: { step: boolean; module: boolean };
}

export interface Sending {
	/** The step page's own address with its action: the page may be another one by the time of the last report. */
	action: string;
	/** Goes out even if the page closes. */
	keepalive: boolean;
}

export type Report = (report: WatchReport, sending: Sending) => Promise<WatchState>;

/** Why a report did not arrive: `later` may be sent again, `never` need not be. */
export class ReportFailed extends Error {
	readonly why: 'later' | 'signed-out' | 'never';

	constructor(why: 'later' | 'signed-out' | 'never', message: string) {
		super(message);
		this.why = why;
	}
}

/** Sends a report to the step page's own action. @throws ReportFailed */
export const sendWatch: Report = async (report, { action, keepalive }) => {
	const body = new FormData();
	body.set('report', JSON.stringify(report));
	let response: Response;
	try {
		response = await fetch(action, {
			method: 'POST',
			body,
			keepalive,
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' }
		});
	} catch {
		throw new ReportFailed('later', 'There is no connection.');
	}
	const result = await resultOf(response);
	if (result?.type === 'success' && isState(result.data?.['watch'])) return result.data['watch'];
	const status = result !== null && 'status' in result ? result.status : response.status;
	if (status === 401) throw new ReportFailed('signed-out', 'You are signed out.');
	if (status !== undefined && status >= 400 && status < 500 && status !== 429) {
		throw new ReportFailed('never', 'The report was refused.');
	}
	throw new ReportFailed('later', 'The server could not keep the report.');
};

/** Null when something between us and the server answered in its place. */
async function resultOf(response: Response): Promise<ActionResult | null> {
	try {
		return deserialize(await response.text());
	} catch {
		return null;
	}
}

function isState(value: unknown): value is WatchState {
	return typeof value === 'object' && value !== null && 'seen' in value && 'enough' in value;
}
