import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileResponse } from './file-response.ts';

const content = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);
let folder = '';
let file = { path: '', type: 'video/mp4' };

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'throughline-media-'));
	file = { path: join(folder, 'rooms.mp4'), type: 'video/mp4' };
	await writeFile(file.path, content);
});
afterAll(() => rm(folder, { recursive: true }));

function ask(headers: Record<string, string> = {}, method = 'GET') {
	return fileResponse(new Request('http://localhost/rooms.mp4', { method, headers }), file);
}

async function bytes(response: Response) {
	return new Uint8Array(await response.arrayBuffer());
}

test('the whole file arrives with its type, length and tag', async () => {
	const response = await ask();
	expect(response.status).toBe(200);
	expect(response.headers.get('content-type')).toBe('video/mp4');
	expect(response.headers.get('content-length')).toBe('200000');
	expect(response.headers.get('accept-ranges')).toBe('bytes');
	expect(response.headers.get('x-content-type-options')).toBe('nosniff');
	expect(response.headers.get('cache-control')).toMatch(/^private, max-age=\d+/);
	expect(response.headers.get('etag')).toMatch(/^"[\w-]+"$/);
	expect(await bytes(response)).toEqual(content);
});

test('a range over several chunks is exactly those bytes', async () => {
	const response = await ask({ range: 'bytes=1000-150000' });
	expect(response.status).toBe(206);
	expect(response.headers.get('content-range')).toBe('bytes 1000-150000/200000');
	expect(response.headers.get('content-length')).toBe('149001');
	expect(await bytes(response)).toEqual(content.subarray(1000, 150_001));
});

test('a range beyond the end is refused with the size', async () => {
	const response = await ask({ range: 'bytes=200000-' });
	expect(response.status).toBe(416);
	expect(response.headers.get('content-range')).toBe('bytes */200000');
});

test('several ranges at once get the whole file', async () => {
	const response = await ask({ range: 'bytes=0-1,5-6' });
	expect(response.status).toBe(200);
	expect((await bytes(response)).length).toBe(200_000);
});

test('who has this version gets no bytes', async () => {
	const tag = (await ask()).headers.get('etag') ?? '';
	const response = await ask({ 'if-none-match': tag, range: 'bytes=0-9' });
	expect(response.status).toBe(304);
	expect(response.body).toBeNull();
});

test('a range of this version is sent, of another version the whole file', async () => {
	const tag = (await ask()).headers.get('etag') ?? '';
	expect((await ask({ 'if-range': tag, range: 'bytes=0-9' })).status).toBe(206);
	expect((await ask({ 'if-range': '"other"', range: 'bytes=0-9' })).status).toBe(200);
	expect((await ask({ 'if-range': `W/${tag}`, range: 'bytes=0-9' })).status).toBe(200);
});

test('HEAD tells of the file without its bytes', async () => {
	const response = await ask({}, 'HEAD');
	expect(response.status).toBe(200);
	expect(response.headers.get('content-length')).toBe('200000');
	expect(response.body).toBeNull();
});

test('a file that is read is not read ahead, and is let go when nobody wants it', async () => {
	const response = await ask();
	const reader = response.body?.getReader();
	const first = await reader?.read();
	expect(first?.value?.length).toBe(64 * 1024);
	await reader?.cancel();
	expect((await reader?.read())?.done).toBe(true);
});

test('a file that has gone is not found', async () => {
	const gone = { path: join(folder, 'gone.mp4'), type: 'video/mp4' };
	await expect(fileResponse(new Request('http://localhost/'), gone)).rejects.toMatchObject({
		status: 404
	});
});
