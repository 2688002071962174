/** What one person told the authors of a module or a library entry, as they see it themselves. */
export type GivenFeedback = {
	rating: number;
	text: string;
	withName: boolean;
	revision: number;
	at: Date;
	replies: { author: string; text: string; at: Date }[];
};

export type FeedbackWork = {
	/** Whose page it is; null for a stranger. */
	sender: string | null;
	/** Who belongs nowhere has nobody to send it to. */
	mayGive: boolean;
	/** The offices whose staff and leads read it. */
	readers: string[];
	/** On the version that is read now. */
	given: GivenFeedback | null;
	/** On versions before it, the newest first. */
	earlier: GivenFeedback[];
};

export const RATINGS = [5, 4, 3, 2, 1] as const;

export const LONGEST_FEEDBACK = 2000;

/** What each of the five stands for. */
export function ratingName(rating: number): string {
	const names = ['Of no use to us', 'Of little use', 'Of some use', 'Useful', 'Changes what we do'];
	return names[rating - 1] ?? '';
}
