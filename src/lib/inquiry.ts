import type { Note } from './rubric.ts';

/** What a team makes with the questions of an inquiry. */

/** The answers to one question by role, in no order that tells anything. No names. */
export type Voices = { questionId: string; byRole: { roleId: string; texts: string[] }[] };

export type QuestionsWork = {
	/** The name of the team. */
	team: string;
	/** The role that I answer for. */
	role: string | null;
	/** What I wrote, by question. */
	mine: Record<string, Note>;
	/** By lens: what the team says, or null until I have answered something in that lens. */
	said: Record<string, Voices[] | null>;
};
