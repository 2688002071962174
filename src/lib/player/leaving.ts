import { dropDraft, listDrafts } from './answer/device.ts';
import { openFields, thisDevice } from './answer/unsaved.ts';
import { post } from './post.ts';

/**
 * Sends what other pages left on this device: words typed just before going on while there was no
 * connection. What cannot be saved as it stands waits on the device for its own page.
 */
export async function saveLeftBehind(personId: string): Promise<boolean> {
	const shelf = thisDevice();
	const open = new Set([...openFields].map((field) => field.blockId));
	const left = listDrafts(shelf, personId).filter(({ blockId }) => !open.has(blockId));
	let isAllSaved = true;
	for (const { key, href, blockId, text, audience, base } of left) {
		const { kind } =
			base < 0
				? { kind: 'refused' }
				: await post(href, 'answer', {
						blockId,
						person: personId,
						text,
						audience,
						base: String(base),
						writer: 'left-behind'
					});
		if (kind === 'done') dropDraft(shelf, key);
		else isAllSaved = false;
	}
	return isAllSaved;
}

/** Saves everything that this device still holds for the person. @returns whether nothing is left. */
export async function saveAll(personId: string): Promise<boolean> {
	const saved = await Promise.all([...openFields].map((field) => field.save()));
	return saved.every(Boolean) && (await saveLeftBehind(personId));
}

/** Whether signing out now, which empties this device, would lose words. */
export function hasUnsaved(personId: string): boolean {
	return (
		[...openFields].some((field) => field.isUnsaved) ||
		listDrafts(thisDevice(), personId).length > 0
	);
}
