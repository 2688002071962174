import type { Viewer } from '$lib/server/viewer.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** For a lock: why, and until when. */
			why?: string;
		}
		interface Locals {
			viewer: Viewer | null;
			/** The gate keeps this route from the viewer: see `requireViewer`. */
			isRefused: boolean;
		}
	}
}
