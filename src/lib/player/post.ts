import { deserialize } from '$app/forms';

/** What came of posting a form in the background. */
export type Posted =
	| { kind: 'done'; data: Readonly<Record<string, unknown>> }
	/** The sender can mend it. */
	| { kind: 'refused'; status: number; message: string; data: Readonly<Record<string, unknown>> }
	| { kind: 'signed-out' }
	/** It may go better later. */
	| { kind: 'unreachable'; online: boolean; message: string };

const later = () => 'That did not reach us. It is tried again by itself.';
/** What browsers let a page send while it closes. */
const LAST_WORDS = 60_000;

/** Posts to a form action of the page at `href`. Never throws. */
export async function post(
	href: string,
	action: string,
	fields: Record<string, string | readonly string[]>
): Promise<Posted> {
	const body = new URLSearchParams();
	for (const [name, value] of Object.entries(fields)) {
		for (const each of [value].flat()) body.append(name, each);
	}
	try {
		const response = await fetch(`${href}?/${action}`, {
			method: 'POST',
			headers: { accept: 'application/json', 'x-sveltekit-action': 'true' },
			body,
			keepalive: body.toString().length < LAST_WORDS,
			signal: AbortSignal.timeout(20_000)
		});
		return read(response.status, await response.text());
	} catch {
		return { kind: 'unreachable', online: navigator.onLine, message: later() };
	}
}

function read(status: number, text: string): Posted {
	if (status === 401) return { kind: 'signed-out' };
	const result = deserialize(text);
	if (status < 400 && result.type === 'success') return { kind: 'done', data: result.data ?? {} };
	const data = 'data' in result ? (result.data ?? {}) : result;
	const at = result.type === 'failure' ? result.status : status;
	const said = messageIn('error' in result ? result.error : data);
	if (at === 401) return { kind: 'signed-out' };
	if (at >= 500 || at === 429)
		return { kind: 'unreachable', online: true, message: said ?? later() };
	return {
		kind: 'refused',
		status: at,
		message: said ?? 'That could not be saved.',
		data: { ...data }
	};
}

function messageIn(data: unknown): string | null {
	if (typeof data !== 'object' || data === null || !('message' in data)) return null;
	return typeof data.message === 'string' ? data.message : null;
}
