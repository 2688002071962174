import type { BlockKind, PlayerBlock } from '../../../blocks.ts';
import { assessmentFields, type AssessmentBlock } from './assessment.ts';
import { checkFields, type CheckBlock } from './check.ts';
import { compareFields, type CompareBlock } from './compare.ts';
import { continuumFields, type ContinuumBlock } from './continuum.ts';
import { feedbackFields, type FeedbackBlock } from './feedback.ts';
import { planFields, type PlanBlock } from './plan.ts';
import { pollFields, type PollBlock } from './poll.ts';
import { questionsFields, type QuestionsBlock } from './questions.ts';
import { reflectFields, type ReflectBlock } from './reflect.ts';
import { resourcesFields, type ResourcesBlock } from './resources.ts';
import { rubricFields, type RubricBlock } from './rubric.ts';
import { videoFields, type VideoBlock } from './video.ts';

export type Block =
	| VideoBlock
	| ReflectBlock
	| PollBlock
	| CheckBlock
	| ResourcesBlock
	| RubricBlock
	| QuestionsBlock
	| ContinuumBlock
	| CompareBlock
	| AssessmentBlock
	| PlanBlock
	| FeedbackBlock;

/**
 * Every kind of block, once. A new kind is added to PlayerBlock in $lib/blocks.ts, and then nothing compiles
 * until it has a line here, a case in `finishBlock` and `toPlayer`, and a component in the player.
 */
export const blockKinds = {
	video: { tag: 'Video', fields: videoFields, asks: false, completable: true },
	reflect: { tag: 'Reflect', fields: reflectFields, asks: true, completable: true },
	poll: { tag: 'Poll', fields: pollFields, asks: true, completable: true },
	check: { tag: 'Check', fields: checkFields, asks: true, completable: true },
	resources: { tag: 'Resources', fields: resourcesFields, asks: false, completable: false },
	rubric: { tag: 'Rubric', fields: rubricFields, asks: true, completable: true },
	questions: { tag: 'Questions', fields: questionsFields, asks: true, completable: true },
	continuum: { tag: 'Continuum', fields: continuumFields, asks: true, completable: true },
	compare: { tag: 'Compare', fields: compareFields, asks: true, completable: false },
	assessment: { tag: 'Assessment', fields: assessmentFields, asks: true, completable: true },
	plan: { tag: 'Plan', fields: planFields, asks: true, completable: true },
	feedback: { tag: 'Feedback', fields: feedbackFields, asks: 'maybe', completable: false }
} satisfies Record<
	BlockKind,
	{ tag: string; fields: unknown; asks: boolean | 'maybe'; completable: boolean }
>;

/** The kinds that a step may require. */
export const completableKinds: string[] = Object.entries(blockKinds)
	.filter(([, { completable }]) => completable)
	.map(([kind]) => kind);

export const blockTags = Object.values(blockKinds).map(({ tag }) => tag);

export function isBlockKind(name: string): name is BlockKind {
	return Object.hasOwn(blockKinds, name);
}

/** The kind that a tag such as `<Video` writes, or null. */
export function blockKindOf(tag: string): BlockKind | null {
	const kind = tag.toLowerCase();
	return isBlockKind(kind) && blockKinds[kind].tag === tag ? kind : null;
}

/**
 * A block as a participant's browser may have it: no answer key, no feedback; and no transcript, which the
 * player reads from the captions when the video comes near.
 */
export function toPlayer(block: Block): PlayerBlock {
	if (block.kind === 'video') {
		const captions = block.captions.map(({ language, label, src }) => ({ language, label, src }));
		return { ...block, captions };
	}
	if (block.kind !== 'check') return block;
	const { kind, id, promptHtml, promptText, multiple } = block;
	const choices = block.choices.map((choice) => ({ id: choice.id, text: choice.text }));
	return { kind, id, promptHtml, promptText, multiple, choices };
}
