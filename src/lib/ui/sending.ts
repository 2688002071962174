import type { SubmitFunction } from '@sveltejs/kit';

/**
 * Sends a form in place: once, however often its button is pressed, with what was typed kept, and the
 * focus on the first field to mend.
 */
export const sendInPlace: SubmitFunction = ({ formElement, cancel }) => {
	if (formElement.ariaBusy === 'true') return cancel();
	formElement.ariaBusy = 'true';
	return async ({ result, update }) => {
		try {
			await update({ reset: false });
		} finally {
			formElement.ariaBusy = null;
		}
		if (result.type !== 'failure') return;
		formElement.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
	};
};
