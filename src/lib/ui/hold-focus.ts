import type { Attachment } from 'svelte/attachments';
import { ancestorsOf, controlsOf, isFocused, namesOf, titles } from './focus.ts';

/**
 * Keeps the focus near its place when the page changes because of somebody else: what had it may be gone with that.
 * What its own forms change is `keepFocus`’s; a click on empty paper takes the focus away and is let do so.
 */
export const holdFocus: Attachment<HTMLElement> = (within) => {
	let place: HTMLElement | null = null;
	let around: HTMLElement[] = [];
	let preventScroll = true;

	function came({ target }: FocusEvent) {
		if (!(target instanceof HTMLElement)) return;
		place = target;
		around = ancestorsOf(target);
		// Who points is looking at the place already: the page does not move below them.
		preventScroll = !target.matches(':focus-visible');
	}
	function pressed({ target }: PointerEvent) {
		if (!(target instanceof Node) || !place?.contains(target)) place = null;
	}
	function look() {
		if (place === null || place.isConnected) return;
		place = null;
		if (document.activeElement !== document.body && document.activeElement !== null) return;
		const found = [
			...around.flatMap((each) => {
				return each instanceof HTMLFormElement ? controlsOf(each) : namesOf(each);
			}),
			...titles()
		];
		found.find((element) => isFocused(element, preventScroll));
	}

	const watching = new MutationObserver(look);
	watching.observe(within, { childList: true, subtree: true });
	within.addEventListener('focusin', came);
	document.addEventListener('pointerdown', pressed, true);
	return () => {
		watching.disconnect();
		within.removeEventListener('focusin', came);
		document.removeEventListener('pointerdown', pressed, true);
	};
};
