import type { Audience, Feedback } from '../blocks.ts';
import type { Asked } from './room.ts';

/** What somebody’s own device knows besides the room: what is theirs alone. It never comes through the stream. */

/** What was asked, as far as one needs it to answer. */
export type AskForm = Pick<
	Asked,
	'id' | 'kind' | 'blockId' | 'promptHtml' | 'choices' | 'multiple' | 'pairs' | 'capture' | 'named'
>;

/** An answer as its writer has it before them. */
export type Given = {
	text: string;
	choices: string[];
	/** Of a continuum: the place by pair, 1 to 7. */
	positions: Record<string, number>;
	onWall: boolean;
	/** Who can read it in the journal. */
	audience: Audience;
	/** Of a commitment: what it is besides its words. */
	promised: Promised;
};

export type Promised = {
	kind: 'will' | 'stop';
	/** As a date field has it; empty when there is none. */
	due: string;
	sharing: 'me' | 'cohort' | 'named';
};

/** An answer that has arrived. */
export type Sent = Given & {
	/** Of the change that brought it: a later one stands. */
	number: number;
	/** Of a check: what was chosen teaches this. */
	correct: boolean | null;
	feedback: Feedback[];
};

export type OwnPart = {
	/** All that was asked in this meeting, the newest first. */
	asks: AskForm[];
	/** What I answered, by ask. */
	sent: Record<string, Sent>;
	/** What my journal holds of the series already, by block. */
	journal: Record<string, Pick<Given, 'text' | 'choices' | 'positions' | 'audience'>>;
};

export const nothingGiven: Given = {
	text: '',
	choices: [],
	positions: {},
	onWall: true,
	audience: 'me',
	promised: { kind: 'will', due: '', sharing: 'me' }
};

/** Whether what is answered is a commitment, in its writer’s words. */
export function isPromise({ kind, capture }: Pick<AskForm, 'kind' | 'capture'>): boolean {
	return capture === 'commitment' && (kind === 'reflect' || kind === 'question');
}

/** Whether an answer says anything. */
export function saysSomething({ text, choices, positions }: Given): boolean {
	return text.trim() !== '' || choices.length > 0 || Object.keys(positions).length > 0;
}

/** Whether two answers are the same to who reads them. */
export function isSame(one: Given, other: Given): boolean {
	return flat(one) === flat(other);
}

function flat({ text, choices, positions, onWall, audience, promised }: Given): string {
	const places = Object.entries(positions).toSorted(([one], [other]) => (one < other ? -1 : 1));
	const { kind, due, sharing } = promised;
	const promise = [kind, due, sharing];
	return JSON.stringify([text, choices.toSorted(), places, onWall, audience, promise]);
}

/** What I parked and others do not see yet. */
export type HeldQuestion = { id: string; text: string; answer: string | null };
