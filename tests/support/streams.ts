import { Agent, request, type ClientRequest } from 'node:http';
import type { DemoApp } from './demo-app.ts';

/** Open pages of a room, as cheap as they can be held: each notes when it heard of which change. */

export type Heard = { number: number; at: number };

export type OpenStream = {
	heard: Heard[];
	/** Resolves when the server ends it. */
	ended: Promise<void>;
	close: () => void;
};

const agent = new Agent({ keepAlive: false, maxSockets: Infinity });

export function openStream(
	demo: Pick<DemoApp, 'origin'>,
	port: number,
	path: string,
	cookie: string
): Promise<OpenStream> {
	return new Promise((opened, failed) => {
		const heard: Heard[] = [];
		const asked: ClientRequest = request(
			{
				agent,
				host: '127.0.0.1',
				port,
				path,
				headers: { host: new URL(demo.origin).host, accept: 'text/event-stream', cookie }
			},
			(response) => {
				if (response.statusCode !== 200) {
					failed(new Error(`The stream answers ${response.statusCode}.`));
					return;
				}
				let rest = '';
				response.setEncoding('utf8');
				response.on('error', () => undefined);
				response.on('data', (text: string) => {
					const at = performance.now();
					const events = (rest + text).split('\n\n');
					rest = events.pop() ?? '';
					for (const event of events) {
						const id = /^id: (\d+)/m.exec(event)?.[1];
						if (id !== undefined) heard.push({ number: Number(id), at });
					}
				});
				const ended = new Promise<void>((over) => response.on('end', over));
				opened({ heard, ended, close: () => asked.destroy() });
			}
		);
		asked.on('error', failed);
		asked.end();
	});
}

/** Posts to an action of a page. Resolves with whether it was done, and how long it took. */
export function postAction(
	demo: Pick<DemoApp, 'origin'>,
	port: number,
	path: string,
	cookie: string,
	fields: Record<string, string>
): Promise<{ isDone: boolean; took: number; text: string }> {
	const body = new URLSearchParams(fields).toString();
	const began = performance.now();
	return new Promise((done, failed) => {
		const sent = request(
			{
				agent: posting,
				host: '127.0.0.1',
				port,
				path,
				method: 'POST',
				headers: {
					host: new URL(demo.origin).host,
					origin: demo.origin,
					cookie,
					accept: 'application/json',
					'x-sveltekit-action': 'true',
					'content-type': 'application/x-www-form-urlencoded',
					'content-length': Buffer.byteLength(body)
				}
			},
			(response) => {
				let text = '';
				response.setEncoding('utf8');
				response.on('data', (part: string) => (text += part));
				response.on('end', () =>
					done({
						isDone: text.startsWith('{"type":"success"'),
						took: performance.now() - began,
						text
					})
				);
				response.on('error', failed);
			}
		);
		sent.on('error', failed);
		sent.end(body);
	});
}

const posting = new Agent({ keepAlive: true, maxSockets: 64 });
