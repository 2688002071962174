import type { PlayerFeedback } from '../../../blocks.ts';
import { group, id, words } from '../fields.ts';

export const feedbackFields = group({ id: id(), title: words() });

export type FeedbackBlock = PlayerFeedback;
