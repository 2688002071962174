import { dropDraft, listDrafts, placeOf } from './answer/device.ts';
import { liveKeysOf, openFields, thisDevice, thisTab } from './answer/unsaved.ts';
import { post } from './post.ts';

/**
 * Sends what other pages left on this device: words typed just before going on while there was no
 * connection. What cannot be saved as it stands waits on the device for its own page.
 */
export async function saveLeftBehind(owners: readonly string[]): Promise<boolean> {
	const shelf = thisDevice();
	const open = new Set([...openFields].map((field) => field.place));
	const left = listDrafts(shelf, owners).filter((draft) => !open.has(placeOf(draft)));
	let isAllSaved = true;
	for (const { key, ownerId, href, action, blockId, part, text, audience, base } of left) {
		const { kind } =
			base < 0
				? { kind: 'refused' }
				: await post(href, action, {
						blockId,
						...(part !== '' && { part }),
						owner: ownerId,
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

/** Saves everything that this device still holds for its owners. @returns whether nothing is left. */
export async function saveAll(owners: readonly string[]): Promise<boolean> {
	const saved = await Promise.all([...openFields].map((field) => field.save()));
	const isSaved = saved.every(Boolean) && (await saveLeftBehind(owners));
	// What waits for a meeting goes from the meeting's own page alone: there its writer sees who will read it.
	return isSaved && !hasOfMeetings(owners);
}

/** Takes from this device what could not be saved: the next person who uses it finds none of it. */
export function dropAll(owners: readonly string[]): void {
	const shelf = thisDevice();
	for (const { key } of listDrafts(shelf, owners)) dropDraft(shelf, key);
	for (const key of liveKeysOf(shelf, owners)) dropDraft(shelf, key);
	for (const key of liveKeysOf(thisTab(), owners)) dropDraft(thisTab(), key);
}

function hasOfMeetings(owners: readonly string[]): boolean {
	return [thisDevice(), thisTab()].some((shelf) => liveKeysOf(shelf, owners).length > 0);
}

/** Whether signing out now would lose words. */
export function hasUnsaved(owners: readonly string[]): boolean {
	return (
		[...openFields].some((field) => field.isUnsaved) ||
		listDrafts(thisDevice(), owners).length > 0 ||
		hasOfMeetings(owners)
	);
}
