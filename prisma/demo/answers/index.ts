import { alderStreetAnswers } from './alder-street.ts';
import type { DemoAnswer } from './answer.ts';
import { harborAnswers } from './harbor.ts';
import { riversAnswers } from './rivers.ts';

export type { DemoAnswer };

/** What people of the demo wrote. Nobody else's prompts have a text: none is used twice. */
export const answers: readonly DemoAnswer[] = [
	...alderStreetAnswers,
	...riversAnswers,
	...harborAnswers
];
