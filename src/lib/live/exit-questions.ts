/** Exit questions that we have ready. Which one was asked is kept, so that everybody reads it in their own language. */
export const READY_QUESTIONS = ['helped', 'differently'] as const;

export type ReadyQuestion = (typeof READY_QUESTIONS)[number];

export function readyWords(ready: ReadyQuestion): string {
	switch (ready) {
		case 'helped':
			return 'What helped you today?';
		case 'differently':
			return 'What should we do differently next time?';
	}
}
