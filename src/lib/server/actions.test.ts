import { createServer } from 'node:http';
import { getRequest } from '@sveltejs/kit/node';
import { describe, expect, test } from 'vitest';
import { attempt } from './actions.ts';

const LIMIT = 1_000;

/** Sends a form to a server that reads so many bytes and no more, as ours does. */
async function sent(body: URLSearchParams | FormData): Promise<unknown> {
	const came = Promise.withResolvers<unknown>();
	const server = createServer((incoming, response) => {
		getRequest({ request: incoming, base: 'http://127.0.0.1', bodySizeLimit: LIMIT })
			.then((request) => attempt(request, (form) => Promise.resolve({ got: form.get('text') })))
			.then(came.resolve, came.reject)
			.finally(() => response.end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('It listens on no port.');
	// A server that reads no further may hang up on whoever is still sending.
	await fetch(`http://127.0.0.1:${address.port}`, { method: 'POST', body }).catch(() => null);
	server.close();
	return came.promise;
}

const asFiles = (text: string) => {
	const form = new FormData();
	form.set('text', text);
	return form;
};

describe('A form', () => {
	const tooLong = {
		status: 413,
		data: {
			message:
				'That is too long to be sent. A text can have up to 20,000 characters: please make it shorter.'
		}
	};

	test('is read when it is as long as it may be', async () => {
		expect(await sent(new URLSearchParams({ text: 'short' }))).toEqual({ got: 'short' });
	});

	test('that is longer than the server reads is told so, and not to send it again', async () => {
		const text = 'a'.repeat(LIMIT);
		expect(await sent(new URLSearchParams({ text }))).toMatchObject(tooLong);
		expect(await sent(asFiles(text))).toMatchObject(tooLong);
	});

	test('that breaks off on its way is asked for again', async () => {
		const request = new Request('http://127.0.0.1', {
			method: 'POST',
			headers: { 'content-type': 'multipart/form-data; boundary=a' },
			body: '--a half'
		});
		await expect(attempt(request, () => Promise.resolve({}))).rejects.toMatchObject({
			status: 400,
			body: { message: 'The form did not arrive whole. Please send it again.' }
		});
	});
});
