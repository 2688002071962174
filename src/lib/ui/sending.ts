import type { SubmitFunction } from '@sveltejs/kit';
import { keepFocus } from './focus.ts';
import { troubleOf } from './trouble.ts';

/**
 * Sends a form in place: once, however often its button is pressed, with what was typed kept, and the
 * focus where it was, or on the first field to mend. What did not arrive is said in the form, and the page stays.
 */
export const sendInPlace: SubmitFunction = ({ formElement, cancel }) => {
	if (formElement.ariaBusy === 'true') return cancel();
	formElement.ariaBusy = 'true';
	const lookForFocus = keepFocus(formElement);
	return async ({ result, update }) => {
		try {
			if (result.type !== 'error') await update({ reset: false });
		} finally {
			formElement.ariaBusy = null;
		}
		tell(formElement, result.type === 'error' ? troubleOf(result.status, result.error) : null);
		lookForFocus();
		if (result.type !== 'failure') return;
		formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	};
};

/** The forms are many, and none has a place for it of its own. */
function tell(form: HTMLElement, trouble: string | null): void {
	form.querySelector(':scope > .trouble')?.remove();
	if (trouble === null) return;
	const told = document.createElement('p');
	told.className = 'trouble';
	told.role = 'alert';
	told.textContent = trouble;
	form.append(told);
}
