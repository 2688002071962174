export { indexKept, keepIndex } from './keep-index.ts';
export { searchLibrary, type Found, type Nearest } from './search.ts';
export { searchSteps, type FoundSteps } from './steps.ts';
export type { Stretch } from './marks.ts';
export { readEntry, type SeriesToStart } from './read-entry.ts';
export { startSeries } from './start.ts';
export {
	chosenPractice,
	keepPractice,
	offerPractice,
	practiceInput,
	readSharePage,
	withdrawPractice,
	type Practice,
	type PracticeState
} from './practice.ts';
export { readReviews, reviewInput, reviewPractice } from './review.ts';
