export { readHome, type Home } from './home.ts';
export { readSeries, type SeriesPage } from './series.ts';
export { readFinish, readModule, type FinishPage } from './module.ts';
export { readStep, type StepPage } from './step.ts';
export { readCohortAnswers } from './cohort-answers.ts';
export { readTranscript, type TranscriptPage } from './transcript.ts';
