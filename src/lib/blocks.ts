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

/** Two statements, and a place between them for each person. */
export interface ContinuumPair {
	id: string;
	from: string;
	to: string;
}

export interface PlayerContinuum extends Prompt {
	kind: 'continuum';
	id: string;
	title: string;
	/** Of the earlier continuum when this one is placed again. */
	pairs: ContinuumPair[];
	/** The id of the earlier continuum whose pairs are placed again, to see the shift. */
	again: string | null;
}

export interface CompareCase {
	id: string;
	name: string;
	note: string | null;
}

export interface CompareDimension {
	id: string;
	name: string;
	unit: string | null;
	/** By the case's id; a case without a value here is not known. */
	values: Record<string, number | string>;
	/** Every value that is known is a number, so it can be drawn. */
	isNumeric: boolean;
}

export interface PlayerCompare extends Prompt {
	kind: 'compare';
	id: string;
	title: string;
	/** The figures are made up to think with, not measured. */
	illustrative: boolean;
	source: string | null;
	cases: CompareCase[];
	dimensions: CompareDimension[];
}

/** What is looked for on a visit, and what each level of it looks like. */
export interface RubricIndicator {
	id: string;
	text: string;
	/** One for each level, the lowest first. */
	looks: string[];
}

export interface PlayerRubric extends Prompt {
	kind: 'rubric';
	id: string;
	title: string;
	/** Their names, the lowest first. A rating counts from 1. */
	levels: string[];
	indicators: RubricIndicator[];
}

export interface QuestionsLens {
	id: string;
	title: string;
	/** Their ids are unique in the block. */
	questions: { id: string; text: string }[];
}

/** An inquiry: the same questions, asked of people in several roles. */
export interface PlayerQuestions extends Prompt {
	kind: 'questions';
	id: string;
	title: string;
	roles: { id: string; name: string }[];
	lenses: QuestionsLens[];
}

/** Who or what an item of an assessment tells about; the network's outcomes are counted by it. */
export type Outcome = 'knowledge' | 'practices' | 'mindsets' | 'systems';

export interface AssessmentItem {
	id: string;
	text: string;
	/** What to do next while this is low. */
	next: string;
	outcome: Outcome | null;
}

export interface AssessmentArea {
	id: string;
	title: string;
	items: AssessmentItem[];
}

export interface PlayerAssessment extends Prompt {
	kind: 'assessment';
	id: string;
	title: string;
	/** A team scores together, or each person alone. */
	by: 'team' | 'person';
	/** The names of the levels, the lowest first. */
	scale: string[];
	/** Item ids are unique in the block. */
	areas: AssessmentArea[];
	/** The id of the earlier assessment whose rounds are gone on with here. */
	again: string | null;
}

export interface PlanColumn {
	id: string;
	name: string;
	kind: 'text' | 'person' | 'date' | 'status' | 'choice';
	/** Of a status or a choice; else empty. */
	choices: string[];
	hint: string | null;
	/** A row counts without it. */
	optional: boolean;
}

export interface PlayerPlan extends Prompt {
	kind: 'plan';
	id: string;
	title: string;
	columns: PlanColumn[];
	/** What a plan starts with: texts by column id. */
	rows: Record<string, string>[];
}

/** A rating and words about the module, to its authors. The question may be empty. */
export interface PlayerFeedback extends Prompt {
	kind: 'feedback';
	id: string;
	title: string;
}

export type PlayerBlock =
	| PlayerVideo
	| PlayerReflect
	| PlayerPoll
	| PlayerCheck
	| PlayerResources
	| PlayerRubric
	| PlayerQuestions
	| PlayerContinuum
	| PlayerCompare
	| PlayerAssessment
	| PlayerPlan
	| PlayerFeedback;

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

/** Where people stand on one pair: `counts` for each of the seven places, or null while too few have placed themselves. */
export interface Distribution {
	people: number;
	counts: number[] | null;
}

/** How those who placed themselves twice have moved on one pair; null while they are too few. */
export interface Shift {
	people: number;
	moved: {
		towardsFrom: number;
		stayed: number;
		towardsTo: number;
	} | null;
}

/** What stands on a continuum, by the ids of its pairs. Places go from 1 to 7. */
export interface ContinuumWork {
	positions: Record<string, number>;
	/** Where I stood the time before; only once I have placed myself anew on all. */
	earlier: Record<string, number> | null;
	/** Where the cohort stands; only once I have placed myself on all. */
	cohort: Record<string, { now: Distribution; shift: Shift | null }> | null;
}
