export {
	inquire,
	inquiryInput,
	readQuestionsView,
	readInquiryWork,
	type QuestionsView
} from './inquiry.ts';
export { listWorkJournal, type WorkEntry } from './journal.ts';
export { noteInput } from './note.ts';
export { observationInput, observe } from './observation.ts';
export { readRubricView, readRubricWork, type RubricView } from './rubric.ts';
export { saveNote } from './save-note.ts';
export { openVisit, visitInput } from './visit.ts';
export { changeAssessment } from './assessment.ts';
export { changePlan } from './plan.ts';
export { readPlanRevision, readPlanWork } from './read-plan.ts';
export { writePlan, type PlanFile } from './plan-file.ts';
export { readPlanView, type PlanView } from './plan-view.ts';
export { listPlanHistory, type PlanChange } from './plan-history.ts';
export {
	listOutcomeScores,
	readAssessmentRevision,
	readAssessmentView,
	readAssessmentWork,
	type AssessmentView,
	type OutcomeScores
} from './read-assessment.ts';
export {
	answerSitting,
	attendanceInput,
	endSitting,
	keepSitting,
	listAskedSittings,
	readSitting,
	SITTING_COLUMN,
	sittingInput,
	type AskedSitting,
	type SittingView
} from './sitting.ts';
export { listSheetJournal } from './sheet-journal.ts';
export { readSheetForm, type SheetInput } from './sheet-input.ts';
