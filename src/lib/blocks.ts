/** The blocks of a step as a participant's browser may have them: no answer key, no feedback, no guide. */

export type Audience = 'me' | 'facilitators' | 'cohort';

export interface Cue {
	from: number;
	to: number;
	text: string;
}

export interface Chapter {
	from: number;
	to: number;
	title: string;
}

export interface Captions {
	language: string;
	/** The language's name for itself: "English", "Español". */
	label: string;
	src: string;
}

/** Captions with what is said in them. */
export interface Transcript extends Captions {
	cues: Cue[];
}

export interface Stop {
	at: number;
	/** The id of a reflect or poll block in the same step. */
	prompt: string;
}

export interface Choice {
	id: string;
	text: string;
}

export interface Resource {
	title: string;
	href: string;
	kind: 'article' | 'tool' | 'report' | 'video' | 'handout';
	minutes: number | null;
	note: string | null;
	required: boolean;
	greatFor: string[];
}

export interface PlayerVideo {
	kind: 'video';
	id: string;
	title: string;
	src: string;
	type: string;
	poster: string;
	seconds: number;
	captions: Captions[];
	/** The address of the page that has all that is said, to read. */
	transcript: string;
	chapters: Chapter[];
	stops: Stop[];
}

/** A question that the author wrote in Markdown, as HTML for the page and as text for the record. */
export interface Prompt {
	promptHtml: string;
	promptText: string;
}

export interface PlayerReflect extends Prompt {
	kind: 'reflect';
	id: string;
	/** The audience that is suggested; the participant may always choose another. */
	audience: Audience;
	/** Prompts of one thread come back in later modules, to be seen side by side. */
	thread: string | null;
	/** The fewest words that count as an answer. */
	minimum: number;
}

export interface PlayerPoll extends Prompt {
	kind: 'poll';
	id: string;
	choices: Choice[];
	multiple: boolean;
}

export interface PlayerCheck extends Prompt {
	kind: 'check';
	id: string;
	choices: Choice[];
	/** More than one choice may be right, so more than one may be chosen. */
	multiple: boolean;
}

export interface PlayerResources {
	kind: 'resources';
	id: string;
	title: string;
	items: Resource[];
}

export type PlayerBlock = PlayerVideo | PlayerReflect | PlayerPoll | PlayerCheck | PlayerResources;

export type BlockKind = PlayerBlock['kind'];

/** What a chosen choice of a check teaches. */
export interface Feedback {
	choice: string;
	correct: boolean;
	text: string;
}

/** How a cohort answered a poll: `counts` by choice, or null while too few have. */
export interface PollResult {
	blockId: string;
	answers: number;
	counts: Record<string, number> | null;
}

/** An answer as its writer sees it. */
export interface AnswerMark {
	text: string;
	audience: Audience;
	revision: number;
	savedAt: Date;
	replies: { author: string; text: string; at: Date }[];
}

/** What one person has left on a block. */
export interface Mark {
	answer: AnswerMark | null;
	choices: string[];
	/** Of a check that was tried. */
	correct: boolean | null;
	feedback: Feedback[];
	/** Of a poll that was answered. */
	results: PollResult | null;
	/** Of a video, in seconds; `opened` is the page's signed time of opening. */
	watch: { seen: number; position: number; opened: string; speed: number } | null;
}

/**
 * What stands on a block beside one person's own mark (what a team made together, a cohort's distribution), by
 * the block's kind. A kind that is not here has none.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- it grows with each kind that has work
export interface Works {}

export type WorkOf<Kind extends BlockKind> = Kind extends keyof Works ? Works[Kind] : null;

/** A block as one person's page plays it. */
export type PlayedBlock = {
	[Kind in BlockKind]: Extract<PlayerBlock, { kind: Kind }> & {
		completed: boolean;
		required: boolean;
		mark: Mark;
		work: WorkOf<Kind>;
	};
}[BlockKind];
