/**
 * A page can be written in, chosen in and opened up before its script has come. Hydration then sets fields and
 * `<details>` to what the server had rendered, and no handler has heard of what was done meanwhile. So the page
 * is looked at just before it comes alive, and what its reader had done is done again, as if it were done now.
 */

type Typed = HTMLInputElement | HTMLTextAreaElement;
type Again = () => void;

/** @returns what does again all that a reader has done to the page so far. */
export function takeDown(page: Document): Again {
	const all = [
		...[...page.querySelectorAll('input')].flatMap(ofField),
		...[...page.querySelectorAll('textarea')].flatMap(ofField),
		...[...page.querySelectorAll('select')].flatMap(ofSelect),
		...[...page.querySelectorAll('details')].map(ofDetails)
	];
	return () => {
		for (const again of all) again();
	};
}

function ofField(field: Typed): Again[] {
	if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
		const { checked } = field;
		// A radio button that is left is left by choosing another.
		const isLeft = field.type === 'radio' && !checked;
		if (isLeft || checked === field.defaultChecked) return [];
		return [() => tell(field, () => (field.checked = checked))];
	}
	const { value } = field;
	if (field.type === 'file' || value === field.defaultValue) return [];
	const caret = field === document.activeElement ? field.selectionStart : null;
	return [
		() =>
			tell(field, () => {
				if (field.value === value) return;
				field.value = value;
				// Kinds of fields that know no caret say null.
				if (caret !== null) field.setSelectionRange(caret, caret);
			})
	];
}

function ofSelect(select: HTMLSelectElement): Again[] {
	const { selectedIndex } = select;
	const options = [...select.options];
	const marked = options.findLastIndex((option) => option.defaultSelected);
	const rendered =
		marked === -1 && select.size < 2 ? options.findIndex((option) => !option.disabled) : marked;
	if (selectedIndex === rendered) return [];
	return [() => tell(select, () => (select.selectedIndex = selectedIndex))];
}

/** Nothing in the page says how it was rendered; setting it to how it stands already changes nothing. */
function ofDetails(details: HTMLDetailsElement): Again {
	const { open } = details;
	return () => {
		details.open = open;
	};
}

/** Bindings and handlers hear of it as of any change. */
function tell(field: Typed | HTMLSelectElement, set: () => void): void {
	if (!field.isConnected) return;
	set();
	field.dispatchEvent(new Event('input', { bubbles: true }));
	field.dispatchEvent(new Event('change', { bubbles: true }));
}
