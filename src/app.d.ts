import type { Language } from '$lib/languages.ts';
import type { Reading } from '$lib/reading.ts';
import type { Viewer } from '$lib/server/viewer.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** For a lock: why, and until when. */
			why?: string;
			/** The connection broke on the way: the page may come if it is asked for again. */
			isAway?: true;
		}
		interface PageData {
			reading: Reading;
		}
		interface Locals {
			viewer: Viewer | null;
			/** The language that this request is answered in: the viewer's, or the browser's. */
			language: Language;
			/** How pages are set for this reader: the viewer's settings, or the browser's. */
			reading: Reading;
			/** The gate keeps this route from the viewer: see `requireViewer`. */
			isRefused: boolean;
		}
	}
}
