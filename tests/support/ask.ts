import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { SESSION_COOKIE } from './rows.ts';

/** Requests as no browser would send them: nothing is added and nothing is followed. */

export type Question = {
	method?: string;
	/** With its query, encoded by the caller. */
	path: string;
	/** The session that the asker holds. */
	session?: string | null;
	headers?: Record<string, string>;
	body?: string | Buffer;
	/** Left out where a test sends none. */
	from?: string | null;
};

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string };

const agent = new Agent({ keepAlive: true, maxSockets: 4 });

/** Lets go of the lines that are kept open, before the app at their other end stops. */
export function hangUp(): void {
	agent.destroy();
}

export function ask(origin: string, question: Question): Promise<Answer> {
	const { method = 'GET', path, session = null, headers = {}, body, from = origin } = question;
	const { hostname, port } = new URL(origin);
	return new Promise((answered, failed) => {
		const sent = request(
			{
				agent,
				host: hostname === 'localhost' ? '127.0.0.1' : hostname,
				port,
				method,
				path,
				headers: {
					host: new URL(origin).host,
					accept: 'text/html',
					...(from !== null && method !== 'GET' && { origin: from }),
					...(session !== null && { cookie: `${SESSION_COOKIE}=${session}` }),
					...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
					...headers
				}
			},
			(response) => {
				const { statusCode: status = 0, headers: answer } = response;
				// It stays open: that it opened is the answer.
				if (answer['content-type'] === 'text/event-stream') {
					answered({ status, headers: answer, text: '' });
					return void sent.destroy();
				}
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('error', failed);
				response.on('end', () =>
					answered({
						status,
						headers: answer,
						text: Buffer.concat(parts).toString('utf8')
					})
				);
			}
		);
		sent.on('error', failed);
		sent.end(body);
	});
}

/** A form as a browser without JavaScript sends it. */
export function postForm(
	origin: string,
	question: Omit<Question, 'body' | 'method'> & {
		fields: Record<string, string | readonly string[]>;
	}
): Promise<Answer> {
	const { fields, ...rest } = question;
	const body = new URLSearchParams();
	for (const [name, value] of Object.entries(fields)) {
		for (const each of [value].flat()) body.append(name, each);
	}
	return ask(origin, {
		...rest,
		method: 'POST',
		headers: { 'content-type': 'application/x-www-form-urlencoded', ...rest.headers },
		body: body.toString()
	});
}
