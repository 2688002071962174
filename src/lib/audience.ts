import type { Audience } from './blocks.ts';

/** Who may read an answer, in the words that stand beside the field and in the journal. */
export const audiences: Record<Audience, { label: string; sentence: string }> = {
	me: {
		label: 'Only me',
		sentence: 'Only you can read this. Nobody else can open it, whatever their role.'
	},
	facilitators: {
		label: 'My facilitators',
		sentence: 'You and the facilitators of your cohort can read this, and they can reply.'
	},
	cohort: {
		label: 'My cohort',
		sentence: 'Everyone in your cohort and its facilitators can read this, with your name.'
	}
};
