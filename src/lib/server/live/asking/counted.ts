import * as v from 'valibot';
import type { Asked } from '../../../live/room.ts';
import { POSITIONS } from './results.ts';

/** What was counted in the room, as `hands.ts` keeps it: in one column, in the shape of what was asked. */

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const byChoice = v.record(v.string(), count);
const byPlace = v.record(v.string(), v.pipe(v.array(count), v.length(POSITIONS)));

export function countedIn(kind: string, kept: unknown): Pick<Asked, 'hands' | 'stands'> {
	const hasChoices = kind === 'poll' || kind === 'check';
	return {
		hands: hasChoices ? opened(byChoice, kept) : null,
		stands: kind === 'continuum' ? opened(byPlace, kept) : null
	};
}

function opened<Output>(schema: v.GenericSchema<unknown, Output>, kept: unknown): Output | null {
	const parsed = v.safeParse(schema, kept);
	return parsed.success ? parsed.output : null;
}
