import type { PracticeState } from '$lib/server/library/index.ts';

/** Where a practice stands, in a word or two. */
export function stateName(state: PracticeState): string {
	const names = {
		draft: 'Draft, only yours',
		offered: 'Offered, being read',
		returned: 'Sent back with a note',
		published: 'In the library',
		withdrawn: 'Withdrawn'
	};
	return names[state];
}
