export {
	getCohort,
	listCohorts,
	requireFacilitator,
	type Cohort,
	type CohortSummary
} from './cohort.ts';
export {
	join,
	joinAsNewPerson,
	joining,
	type Joining,
	findJoinable,
	type Joinable
} from './join.ts';
export { JOIN_CODE_LETTERS, makeJoinCode, readJoinCode } from './join-code.ts';
export { dateModule, moduleDateInput, moduleInput, openModule, setModuleDate } from './pacing.ts';
export { writtenIn } from './zone.ts';
