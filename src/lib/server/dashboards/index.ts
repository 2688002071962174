export {
	gridSort,
	readCohort,
	readFacilitatorHome,
	readSharedAnswers,
	type CohortModule,
	type GridSort
} from './facilitate.ts';
export { readBlockWork, readWorkList, type ViewedBlock, type ViewedKind } from './block-work.ts';
export type { GridCell, GridPerson } from './cohort-grid.ts';
export type { JoinLink } from './join-link.ts';
export { readNetwork } from './network.ts';
export { readOutcomes } from './outcomes.ts';
export { exportGuidesInUse, readGuidesInUse } from './guides-in-use.ts';
export { exportNetwork } from './network-export.ts';
export type { Shown } from './tally.ts';
export { readProjector, type ProjectorPage } from './projector.ts';
