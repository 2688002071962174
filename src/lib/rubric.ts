/** What a team makes with a rubric: visits, and what each observer saw there. */

export type Note = {
	text: string;
	/** 0 while nothing is kept. */
	revision: number;
	savedAt: Date | null;
};

/** By indicator. */
export type OwnRating = { level: number | null; note: Note };

export type RubricVisit = {
	id: string;
	place: string;
	/** As YYYY-MM-DD. */
	day: string;
	observers: { name: string; isFinished: boolean; isMe: boolean }[];
	mine: { finishedAt: Date | null; ratings: Record<string, OwnRating> };
	/** What those who finished saw, side by side; null until I have finished and somebody else has. */
	together: Together | null;
};

export type RubricWork = {
	/** The name of the team. */
	team: string;
	/** The newest first. */
	visits: RubricVisit[];
	/** Today where the cohort is, as YYYY-MM-DD. */
	today: string;
};

/** What several observers saw on one visit. */
export type Together = {
	observers: string[];
	indicators: {
		id: string;
		/** One for each observer; null where they gave none. */
		levels: (number | null)[];
		/** One for each observer; empty where they wrote none. */
		notes: string[];
		/** How many levels lie between the lowest and the highest. */
		apart: number;
	}[];
	agreement: Agreement;
};

/**
 * Cohen's kappa, or why it cannot be said: `few` when too few indicators were rated by both, `same` when an
 * observer gave all of them the same level, so that chance and agreement cannot be told apart.
 */
export type Kappa = { value: number } | { value: null; why: 'few' | 'same' };

export type PairAgreement = {
	/** Places in the list of observers. */
	one: number;
	other: number;
	/** How many indicators both rated. */
	rated: number;
	/** Shares of those, 0 to 1; null when there are none. */
	exact: number | null;
	/** The same level or the next one. */
	adjacent: number | null;
	kappa: Kappa;
};

export type Agreement = {
	pairs: PairAgreement[];
	/** Means over the pairs. */
	exact: number | null;
	adjacent: number | null;
	kappa: Kappa;
};
