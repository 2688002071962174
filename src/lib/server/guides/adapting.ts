import type * as v from 'valibot';
import { attempt } from '../actions.ts';
import { readForm } from '../forms.ts';
import { requireViewer, type Viewer } from '../viewer.ts';
import type { GuideAddress } from './address.ts';
import {
	addInput,
	addOwnBlock,
	arrange,
	arrangeInput,
	settleBlock,
	settleInput,
	writeBlock,
	writeInput
} from './change-adaptation.ts';
import { readAdaptation } from './read-adaptation.ts';

type Asked = { request: Request; locals: App.Locals; url: URL };
type Work<Input> = (viewer: Viewer, address: GuideAddress, input: Input) => Promise<void>;

/** What the pages do on which a guide is adapted. Whose it is, a cohort's or an organisation's, the address says. */
export function adapting<Event extends Asked>(addressOf: (event: Event) => GuideAddress) {
	const action =
		<Schema extends v.GenericSchema>(schema: Schema, work: Work<v.InferOutput<Schema>>) =>
		(event: Event) =>
			attempt(event.request, async (form) => {
				await work(requireViewer(event.locals), addressOf(event), readForm(form, schema));
			});
	return {
		read: async (event: Event) => ({
			guide: await readAdaptation(requireViewer(event.locals), addressOf(event)),
			open: event.url.searchParams.get('open'),
			view: event.url.searchParams.get('view')
		}),
		action,
		writeBlock: action(writeInput, writeBlock),
		addBlock: action(addInput, addOwnBlock),
		arrange: action(arrangeInput, arrange),
		settle: action(settleInput, settleBlock)
	};
}
