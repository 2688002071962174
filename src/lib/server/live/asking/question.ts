import { READY_QUESTIONS, readyWords } from '../../../live/exit-questions.ts';
import type { Language } from '../../../languages.ts';
import { inLanguage } from '../../language.ts';
import { escaped } from './written.ts';

/** A question that is no block of the series: one of ours in the reader’s language, or one as somebody typed it. */
export function questionHtml(
	{ question, ready }: { question: string | null; ready: string | null },
	language: Language
): string {
	const ours = READY_QUESTIONS.find((one) => one === ready);
	const words =
		ours === undefined ? (question ?? '') : inLanguage(language, () => readyWords(ours));
	return `<p>${escaped(words)}</p>`;
}
