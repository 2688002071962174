export {
	gridSort,
	readCohort,
	readFacilitatorHome,
	readSharedAnswers,
	type CohortCard,
	type CohortModule,
	type CohortPage,
	type GridSort,
	type SharedAnswersPage
} from './facilitate.ts';
export type { GridCell, GridPerson } from './cohort-grid.ts';
export { readGuide, type GuidePage } from './guide.ts';
export type { JoinLink } from './join-link.ts';
export { readNetwork, type NetworkRow, type NetworkView } from './network.ts';
export { exportNetwork } from './network-export.ts';
export type { Shown } from './tally.ts';
