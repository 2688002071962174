import type { Loaded } from './load.ts';

/** Where the dev server keeps what it read last, through every reload of these files. */
export const keptContent = Symbol.for('throughline.content');

type Kept = Pick<typeof globalThis, 'performance'> & { [keptContent]?: Loaded };

/**
 * Reads the content. In the dev server, content that is at fault is shown as it was before, with a panel that says
 * what to mend: an author's half-finished line must not take the page away.
 */
export async function lastGood(load: () => Promise<Loaded>): Promise<Loaded> {
	if (!import.meta.env.DEV) return load();
	const kept: Kept = globalThis;
	try {
		kept[keptContent] = await load();
	} catch (problem) {
		if (kept[keptContent] === undefined) throw problem;
	}
	return kept[keptContent];
}
