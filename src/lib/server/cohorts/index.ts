export { getCohort, listCohorts, requireFacilitator, type CohortSummary } from './cohort.ts';
export { join, joinAsNewPerson, joining, findJoinable } from './join.ts';
export { makeJoinCode, readJoinCode } from './join-code.ts';
export { dateModule, moduleDateInput, moduleInput, openModule } from './pacing.ts';
export { writtenIn } from './zone.ts';
