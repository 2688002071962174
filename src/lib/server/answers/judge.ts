import type { Feedback } from '../../blocks.ts';
import type { CheckBlock } from '../curriculum/index.ts';

export type Judgement = {
	correct: boolean;
	/** What each chosen choice teaches, in the block's order; nothing of the others. */
	feedback: Feedback[];
};

/** Right means: every right choice and no other. */
export function judge(block: CheckBlock, chosen: readonly string[]): Judgement {
	const picked = block.choices.filter(({ id }) => chosen.includes(id));
	return {
		correct:
			block.choices.every(({ id, correct }) => correct === chosen.includes(id)) &&
			picked.length === chosen.length,
		feedback: picked.map(({ id, correct, feedback }) => ({ choice: id, correct, text: feedback }))
	};
}
