import { READY_QUESTIONS, readyWords } from '../../../live/exit-questions.ts';
import type { Language } from '../../../languages.ts';
import { inLanguage } from '../../language.ts';
import { escaped } from './written.ts';

type Question = { question: string | null; ready: string | null };

/** A question that is no block of the series: one of ours in the reader’s language, or one as somebody typed it. */
export function questionHtml(asked: Question, language: Language): string {
	return `<p>${escaped(inLanguage(language, () => questionText(asked)))}</p>`;
}

/** The same as plain text, in the language of the request. */
export function questionText({ question, ready }: Question): string {
	const ours = READY_QUESTIONS.find((one) => one === ready);
	return ours === undefined ? (question ?? '') : readyWords(ours);
}
