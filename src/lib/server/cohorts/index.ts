export { getCohort, listCohorts, requireFacilitator, type CohortSummary } from './cohort.ts';
export { join, joinAsNewPerson, joining, findJoinable } from './join.ts';
export { JOIN_CODE_LETTERS, makeCode, makeJoinCode, readCode, readJoinCode } from './join-code.ts';
export { listOpenCohorts, startInput, startOpen, type OpenCohort } from './open.ts';
export { dateModule, moduleDateInput, moduleInput, openModule } from './pacing.ts';
export { momentIn, writtenIn } from './zone.ts';
