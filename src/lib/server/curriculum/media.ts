import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseFile } from 'music-metadata';

/** A file in a module's media folder. */
export interface MediaFile {
	/** On disk. */
	path: string;
	type: string;
	/** How long it plays; 0 when it doesn't. */
	seconds: number;
	/** What captions and chapters say; empty for everything else. */
	text: string;
}

const types: Record<string, string> = {
	mp4: 'video/mp4',
	webm: 'video/webm',
	mp3: 'audio/mpeg',
	vtt: 'text/vtt; charset=utf-8',
	webp: 'image/webp',
	avif: 'image/avif',
	png: 'image/png',
	jpg: 'image/jpeg',
	svg: 'image/svg+xml',
	pdf: 'application/pdf'
};

export function mediaType(file: string): string | null {
	return types[path.extname(file).slice(1)] ?? null;
}

/** The files of a media folder that may be served, by name; sources such as scripts are not among them. */
export async function readMedia(folder: string): Promise<Map<string, MediaFile>> {
	const names = await readdir(folder).catch(() => []);
	const files = await Promise.all(names.sort().map((name) => readMediaFile(folder, name)));
	return new Map(files.flatMap((file) => (file ? [[path.basename(file.path), file]] : [])));
}

async function readMediaFile(folder: string, name: string): Promise<MediaFile | null> {
	const type = mediaType(name);
	if (type === null) return null;
	const file = path.join(folder, name);
	const plays = type.startsWith('video/') || type.startsWith('audio/');
	return {
		path: file,
		type,
		seconds: plays ? await secondsOf(file) : 0,
		text: name.endsWith('.vtt') ? await readFile(file, 'utf8') : ''
	};
}

/** 0 when the file cannot be read as video or sound; the check says so. */
export async function secondsOf(file: string): Promise<number> {
	try {
		const { format } = await parseFile(file, { duration: true, skipCovers: true });
		return Math.round((format.duration ?? 0) * 1000) / 1000;
	} catch {
		return 0;
	}
}
