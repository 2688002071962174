import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import { inquire, inquiryInput } from '$lib/server/teamwork/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { RequestEvent } from './$types';

/** The role that a person answers for, and what they answer. */
export const inquiry = ({ request, locals, params }: RequestEvent) =>
	attempt(request, async (form) => {
		const input = readForm(form, inquiryInput);
		return {
			inquired: await inquire(requireViewer(locals), params.series, params.module, input)
		};
	});
