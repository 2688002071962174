import { attempt } from '$lib/server/actions.ts';
import { readForm } from '$lib/server/forms.ts';
import {
	droppedPlaceInput,
	dropPlace as drop,
	savedPlaceInput,
	savePlace
} from '$lib/server/progress/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import type { Action } from './$types';

export const keepPlace = (({ request, locals, params }) =>
	attempt(request, async (form) => {
		const input = readForm(form, savedPlaceInput);
		await savePlace(requireViewer(locals), params.series, params.module, params.step, input);
		return { place: 'kept' };
	})) satisfies Action;

export const dropPlace = (({ request, locals, params }) =>
	attempt(request, async (form) => {
		await drop(requireViewer(locals), params.series, readForm(form, droppedPlaceInput));
		return { place: 'dropped' };
	})) satisfies Action;
