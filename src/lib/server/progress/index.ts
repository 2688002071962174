export { completeBlock, reopenBlock, type Completed } from './completion.ts';
export { lockOf, lockSentence, type Lock } from './locks.ts';
export { stampOpening } from './opening-stamp.ts';
export { findPlace, getPlace, openPlace, type Place } from './place.ts';
export {
	RECORD_COLUMNS,
	readRecord,
	recordOf,
	type ProgressRecord,
	type RecordRow
} from './record.ts';
export {
	nextStep,
	seriesProgress,
	type ModuleProgress,
	type NextStep,
	type SeriesProgress,
	type StepProgress
} from './summary.ts';
export { keepWatch, watchReport, type WatchReport, type WatchState } from './watch.ts';
