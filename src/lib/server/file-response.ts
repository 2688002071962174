import { open, stat, type FileHandle } from 'node:fs/promises';
import { NotFound } from '$lib/server/errors.ts';
import { holds, rangeOf, type ByteRange } from './byte-range.ts';

const CHUNK = 64 * 1024;

/** Answers a request for a file: whole, a range of it, or that the client has it already. */
export async function fileResponse(
	request: Request,
	file: { path: string; type: string }
): Promise<Response> {
	const found = await stat(file.path).catch(() => null);
	if (found === null) throw new NotFound();
	const tag = `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`;
	const headers = new Headers({
		'Accept-Ranges': 'bytes',
		// Nobody else's cache may keep it; the tag says when ours is old.
		'Cache-Control': 'private, max-age=86400',
		'Content-Type': file.type,
		'X-Content-Type-Options': 'nosniff',
		ETag: tag
	});
	if (holds(request.headers.get('if-none-match'), tag)) {
		return new Response(null, { status: 304, headers });
	}

	const range = askedRange(request, found.size, tag);
	if (range === 'unsatisfiable') {
		headers.set('Content-Range', `bytes */${found.size}`);
		return new Response(null, { status: 416, headers });
	}
	const sent = range ?? { first: 0, last: found.size - 1 };
	headers.set('Content-Length', String(sent.last - sent.first + 1));
	if (range !== null) {
		headers.set('Content-Range', `bytes ${range.first}-${range.last}/${found.size}`);
	}
	const body = request.method === 'HEAD' ? null : bytesOf(file.path, sent);
	return new Response(body, { status: range === null ? 200 : 206, headers });
}

/** A range of another version is of no use: then the whole file goes out. */
function askedRange(request: Request, size: number, tag: string) {
	const condition = request.headers.get('if-range');
	if (request.method !== 'GET' || (condition !== null && condition.trim() !== tag)) return null;
	return rangeOf(request.headers.get('range'), size);
}

/** Reads only as fast as it is taken, and lets go of the file when nobody takes it any more. */
function bytesOf(path: string, { first, last }: ByteRange): ReadableStream<Uint8Array> {
	let file: FileHandle | null = null;
	let position = first;
	const close = async () => {
		await file?.close();
		file = null;
	};
	return new ReadableStream<Uint8Array>(
		{
			async pull(controller) {
				try {
					file ??= await open(path);
					const buffer = new Uint8Array(Math.min(CHUNK, last - position + 1));
					const { bytesRead } = await file.read(buffer, 0, buffer.length, position);
					position += bytesRead;
					if (bytesRead > 0) controller.enqueue(buffer.subarray(0, bytesRead));
					if (bytesRead > 0 && position <= last) return;
					await close();
					controller.close();
				} catch (problem) {
					await close();
					controller.error(problem);
				}
			},
			cancel: close
		},
		{ highWaterMark: 0 }
	);
}
