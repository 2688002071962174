export { creditAttended } from './attended.ts';
export { completeBlock, creditModule, reopenBlock, type Completed } from './completion.ts';
export { lockOf, lockSentence } from './locks.ts';
export { stampOpening } from './opening-stamp.ts';
export { findPlace, getPlace, openPlace, placeIn, type Place } from './place.ts';
export { RECORD_COLUMNS, recordOf, type ProgressRecord, type RecordRow } from './record.ts';
export {
	dropPlace,
	droppedPlaceInput,
	listSavedPlaces,
	SAVED_NOTE_COLUMN,
	savedPlaceInput,
	savePlace,
	type SavedPlace
} from './saved-place.ts';
export {
	nextStep,
	seriesProgress,
	type ModuleProgress,
	type NextStep,
	type SeriesProgress
} from './summary.ts';
export { keepWatch, watchReport } from './watch.ts';
