import type { AssessmentWork } from './assessment.ts';
import type { BlockKind, ContinuumWork, Mark, PlayerBlock } from './blocks.ts';
import type { FeedbackWork } from './feedback.ts';
import type { PlanWork } from './plan.ts';
import type { QuestionsWork } from './inquiry.ts';
import type { RubricWork } from './rubric.ts';

/**
 * What stands on a block beside one person's own mark (what a team made together, a cohort's distribution), by
 * the block's kind. A kind that is not here has none.
 */
export interface Works {
	assessment: AssessmentWork;
	plan: PlanWork;
	rubric: RubricWork;
	questions: QuestionsWork;
	continuum: ContinuumWork;
	feedback: FeedbackWork;
}

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
