import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	bringBack,
	bringSetBack,
	cancelInput,
	cancelMeeting,
	cancelSet,
	cancelSetInput,
	changeInput,
	changeMeeting,
	changeSet,
	changeSetInput,
	keepRoles,
	previewBringBack,
	previewCancel,
	previewChange,
	readMeeting,
	rolesInput,
	type SetPreview
} from '$lib/server/meetings/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => ({
	meeting: await readMeeting(requireViewer(locals), params.meeting)
});

type Outcome = {
	/** What was done; null where several meetings are only shown yet. */
	done: 'told' | 'changed' | 'cancelled' | 'back' | 'roles' | null;
	/** To how many meetings. */
	count: number;
	preview: SetPreview | null;
	/** What was sent, to be sent once more with the decision. */
	values: Record<string, string>;
};

function isDone(done: Outcome['done'], count: number): Outcome {
	return { done, count, preview: null, values: {} };
}

function isShown(preview: SetPreview, values: Record<string, string>): Outcome {
	return { done: null, count: 0, preview, values };
}

export const actions: Actions = {
	/** This meeting at once; several are shown first. */
	change: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, changeInput);
			if (input.scope === 'this') {
				const isNews = await changeMeeting(requireViewer(locals), params.meeting, input);
				return isDone(isNews ? 'told' : 'changed', 1);
			}
			const preview = await previewChange(requireViewer(locals), params.meeting, input);
			return isShown(preview, {
				...input,
				minutes: `${input.minutes ?? ''}`,
				base: `${input.base}`
			});
		}),

	changeSet: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, changeSetInput);
			const count = await changeSet(requireViewer(locals), params.meeting, input);
			return isDone(count > 0 ? 'told' : 'changed', count);
		}),

	cancel: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, cancelInput);
			if (input.scope === 'this') {
				await cancelMeeting(requireViewer(locals), params.meeting, input);
				return isDone('cancelled', 1);
			}
			const preview = await previewCancel(requireViewer(locals), params.meeting, input);
			return isShown(preview, { ...input, base: `${input.base}` });
		}),

	cancelSet: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, cancelSetInput);
			return isDone('cancelled', await cancelSet(requireViewer(locals), params.meeting, input));
		}),

	/** Takes the same as cancelling. */
	bringBack: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, cancelInput);
			if (input.scope === 'this') {
				await bringBack(requireViewer(locals), params.meeting, input);
				return isDone('back', 1);
			}
			const preview = await previewBringBack(requireViewer(locals), params.meeting, input);
			return isShown(preview, { ...input, base: `${input.base}` });
		}),

	bringSetBack: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, cancelSetInput);
			return isDone('back', await bringSetBack(requireViewer(locals), params.meeting, input));
		}),

	roles: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, rolesInput);
			return isDone('roles', await keepRoles(requireViewer(locals), params.meeting, input));
		})
};
