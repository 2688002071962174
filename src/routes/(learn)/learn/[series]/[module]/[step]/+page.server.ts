import { attempt } from '$lib/server/actions.ts';
import { answerInput, choiceInput, choose, saveAnswer } from '$lib/server/answers/index.ts';
import { readForm, readJsonField } from '$lib/server/forms.ts';
import { readStep } from '$lib/server/player/index.ts';
import { keepWatch, watchReport } from '$lib/server/progress/index.ts';
import { requireViewer } from '$lib/server/viewer.ts';
import { fail } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types';
import { assess } from './assessment.ts';
import { place } from './continuum.ts';
import { feedback } from './feedback.ts';
import { note } from './note.ts';
import { inquiry } from './questions.ts';
import { observation, visit } from './rubric.ts';
import { dropPlace, keepPlace } from './saved-place.ts';

export const load: PageServerLoad = async ({ locals, params }) => ({
	step: await readStep(requireViewer(locals), params.series, params.module, params.step)
});

export const actions: Actions = {
	assess,
	visit,
	observation,
	inquiry,
	note,
	place,
	keepPlace,
	dropPlace,
	feedback,

	answer: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, answerInput);
			const saved = await saveAnswer(requireViewer(locals), params.series, params.module, input);
			const answer = { blockId: input.blockId, ...saved };
			return saved.status === 'conflict'
				? fail(409, { answer, mine: { text: input.text, audience: input.audience } })
				: { answer };
		}),

	choose: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const input = readForm(form, choiceInput);
			const chosen = await choose(requireViewer(locals), params.series, params.module, input);
			return { chosen: { blockId: input.blockId, ...chosen } };
		}),

	watch: ({ request, locals, params }) =>
		attempt(request, async (form) => {
			const report = readJsonField(form, 'report', watchReport);
			return {
				watch: await keepWatch(requireViewer(locals), params.series, params.module, report)
			};
		})
};
