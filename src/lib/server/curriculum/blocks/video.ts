import * as v from 'valibot';
import type { PlayerVideo, Transcript } from '../../../blocks.ts';
import { group, id, listOf, media, seconds, words } from '../fields.ts';

export const videoFields = group({
	id: id(),
	title: words(),
	src: media(),
	poster: media(),
	captions: listOf(
		v.pipe(
			v.string('must be a language such as en'),
			v.regex(/^[a-z]{2,3}(-[A-Z]{2})?$/, 'must be a language such as en or es')
		)
	),
	chapters: v.nullish(media(), null),
	stops: v.nullish(listOf(group({ at: seconds(), prompt: id() })), [])
});

export type VideoFields = v.InferOutput<typeof videoFields>;
export type VideoBlock = PlayerVideo & { captions: Transcript[] };

/** Captions stand beside the video: media/rooms.mp4 has media/rooms.en.vtt. */
export function captionsFile(src: string, language: string): string {
	return src.replace(/\.\w+$/, `.${language}.vtt`);
}

/** The names of the chapters in another language may stand beside them: media/rooms.chapters.es.vtt. */
export function chaptersFile(chapters: string, language: string): string {
	return chapters.replace(/\.vtt$/, `.${language}.vtt`);
}
