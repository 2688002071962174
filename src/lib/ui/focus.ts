/**
 * Keeps the focus in its place when a form that is sent changes the page: what had it may be gone with that, or
 * Kit has given it to the whole page. Then whoever goes by key, or hears the page, would be back at its beginning.
 */

const CONTROLS = 'a[href], button, input:not([type="hidden"]), select, textarea, summary';
const HEADINGS = 'h1, h2, h3, h4';

let stop = () => {};

/**
 * Watches from now on until somebody goes elsewhere: a page may change some time after its form was sent.
 * @returns looks at once, for what changes nothing in the page.
 */
export function keepFocus(form: HTMLFormElement): () => void {
	const pressed = document.activeElement;
	if (!(pressed instanceof HTMLElement) || !form.contains(pressed)) return () => {};
	stop();
	const around = ancestorsOf(form);
	const { pathname } = location;
	// Who points is looking at the place already: the page does not move below them.
	const preventScroll = !pressed.matches(':focus-visible');
	let place = pressed;

	function look() {
		if (location.pathname !== pathname) return end();
		if (document.activeElement !== document.body && document.activeElement !== null) return;
		const found = [place, ...controlsOf(form), ...around.flatMap(namesOf), ...titles()];
		found.find((element) => isFocused(element, preventScroll));
	}
	/** The page itself may say where to go on. */
	function moved({ target }: FocusEvent) {
		if (target instanceof HTMLElement && target !== document.body) place = target;
	}
	function went(event: Event) {
		if (event instanceof KeyboardEvent && event.key !== 'Tab') return;
		end();
	}
	const watching = new MutationObserver(look);
	const end = () => {
		watching.disconnect();
		document.removeEventListener('focusin', moved);
		document.removeEventListener('keydown', went, true);
		document.removeEventListener('pointerdown', went, true);
	};
	watching.observe(document.body, { childList: true, subtree: true });
	document.addEventListener('focusin', moved);
	document.addEventListener('keydown', went, true);
	document.addEventListener('pointerdown', went, true);
	stop = end;
	return look;
}

export function ancestorsOf(form: HTMLElement): HTMLElement[] {
	const found: HTMLElement[] = [];
	for (let each = form.parentElement; each && each !== document.body; each = each.parentElement) {
		found.push(each);
	}
	return found;
}

/** What took the place of a button in its own form. Of a form that is gone, pressing on would do another thing. */
export function controlsOf(form: HTMLFormElement): HTMLElement[] {
	return form.isConnected ? [...form.querySelectorAll<HTMLElement>(CONTROLS)] : [];
}

/** What says of a place which it is: its summary, its heading, or its own name. */
export function namesOf(place: HTMLElement): HTMLElement[] {
	if (!place.isConnected) {
		// Another of the same name may stand there now.
		const anew = document.getElementById(place.getAttribute('aria-labelledby') ?? '');
		return anew === null ? [] : [anew];
	}
	const named = place.matches('details')
		? place.querySelector<HTMLElement>('summary')
		: place.matches('section, article, li')
			? place.querySelector<HTMLElement>(HEADINGS)
			: null;
	if (named !== null) return [named];
	return place.matches('section[aria-label]') ? [place] : [];
}

export function titles(): HTMLElement[] {
	return [...document.querySelectorAll<HTMLElement>('main h1')];
}

export function isFocused(element: HTMLElement, preventScroll: boolean): boolean {
	if (!element.isConnected) return false;
	if (!element.matches(CONTROLS) && !element.hasAttribute('tabindex')) element.tabIndex = -1;
	element.focus({ preventScroll });
	return document.activeElement === element;
}
