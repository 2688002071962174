import type { ViewedBlock, ViewedKind } from '$lib/server/dashboards/index.ts';
import type { Component } from 'svelte';
import AssessmentView from './AssessmentView.svelte';
import ContinuumView from './ContinuumView.svelte';
import PlanView from './PlanView.svelte';
import QuestionsView from './QuestionsView.svelte';
import RubricView from './RubricView.svelte';

type ViewedOf<Kind extends ViewedKind> = Extract<ViewedBlock, { kind: Kind }>;

/** What each view is given. */
export type Viewed<Kind extends ViewedKind> = Pick<ViewedOf<Kind>, 'block' | 'view'>;

/** What shows the work on each kind. A kind without a line here is a type error. */
export const views: {
	[Kind in ViewedKind]: Component<Viewed<Kind>>;
} = {
	assessment: AssessmentView,
	plan: PlanView,
	rubric: RubricView,
	questions: QuestionsView,
	continuum: ContinuumView
};
