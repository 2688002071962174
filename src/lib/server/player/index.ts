export { readHome } from './home.ts';
export { readSeries } from './series.ts';
export { readFinish, readModule } from './module.ts';
export { readStep, type StepPage } from './step.ts';
export { readCohortAnswers } from './cohort-answers.ts';
export { readTranscript } from './transcript.ts';
