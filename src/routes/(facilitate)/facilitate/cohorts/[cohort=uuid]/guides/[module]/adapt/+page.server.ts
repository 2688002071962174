import { adapting, shareGuide, shareInput } from '$lib/server/guides/index.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const guide = adapting(
	({ params, url }: Pick<RequestEvent, 'request' | 'locals' | 'params' | 'url'>) => ({
		cohort: params.cohort,
		module: params.module,
		variant: url.searchParams.get('variant')
	})
);

export const load: PageServerLoad = (event) => guide.read(event);

export const actions: Actions = {
	writeBlock: guide.writeBlock,
	addBlock: guide.addBlock,
	arrange: guide.arrange,
	settle: guide.settle,
	share: guide.action(shareInput, shareGuide)
};
