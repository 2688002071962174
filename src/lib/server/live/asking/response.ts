import * as v from 'valibot';
import { LONGEST_ANSWER } from '../../../answer.ts';
import type { AskKind } from '../../../live/room.ts';
import { Invalid, NotFound } from '../../errors.ts';
import { uuid, wholeNumber, words } from '../../forms.ts';
import { actionKey } from '../change.ts';
import { optionsOf, type Options } from './options.ts';

/** An answer as it is sent: what was asked says what of it is kept, and what it must have. */

/** The number of the answer that the sender knew: it does not go over one that they sent elsewhere meanwhile. */
export const answerBase = v.optional(wholeNumber(0, 1_000_000_000, () => 'the version'));

const choice = v.pipe(v.string(), v.maxLength(100));

/** A form without JavaScript has a field for each pair of a continuum, `at-` and the pair’s id. */
const FIELD = 'at-';

export const respondInput = v.pipe(
	v.objectWithRest(
		{
			key: actionKey,
			ask: uuid,
			/** The place in the room for which the page was opened. */
			as: v.optional(uuid),
			base: answerBase,
			text: v.optional(words(LONGEST_ANSWER, 'your answer'), ''),
			choices: v.optional(
				v.pipe(
					v.union([v.array(choice), choice]),
					v.transform((chosen) => [...new Set([chosen].flat())])
				),
				[]
			),
			/** Of a continuum: the position by pair, as JSON. */
			positions: v.optional(v.pipe(v.string(), v.maxLength(2_000)), '{}'),
			/** Whether it may stand on the wall. */
			wall: v.optional(v.picklist(['yes', 'no']), 'yes'),
			/** Who may read it in the journal. */
			audience: v.optional(
				v.picklist(['me', 'facilitators', 'cohort'], 'Choose who can read this.'),
				'me'
			)
		},
		v.pipe(v.string('Choose one place on each line.'), v.maxLength(200))
	),
	v.transform(({ key, ask, as, base, text, choices, positions, wall, audience, ...rest }) => {
		const chosen = placesIn(rest);
		const places = chosen.length > 0 ? JSON.stringify(Object.fromEntries(chosen)) : positions;
		const said = { key, ask, text, choices, positions: places, wall, audience };
		return { ...said, ...(as && { as }), ...(base !== undefined && { base }) };
	})
);

function placesIn(fields: Record<string, string>): [string, number][] {
	return Object.entries(fields)
		.filter(([name]) => name.startsWith(FIELD))
		.map(([name, place]) => [name.slice(FIELD.length), Number(place)]);
}

export type Response = v.InferOutput<typeof respondInput>;

/** What was not asked for is not kept: of a written answer the words, of a choice what was chosen. */
export function asAsked(kind: AskKind, { text, choices, positions, ...rest }: Response): Response {
	const isWritten = kind === 'reflect' || kind === 'question';
	return {
		...rest,
		text: isWritten ? text : '',
		choices: kind === 'poll' || kind === 'check' ? choices : [],
		positions: kind === 'continuum' ? positions : '{}'
	};
}

export function requireAnswer(
	asked: { kind: AskKind; blockId: string | null; choices: unknown },
	{ text, choices }: Response,
	positions: ReadonlyMap<string, number>
): void {
	switch (asked.kind) {
		case 'reflect':
		case 'question':
			if (text.trim() === '')
				throw new Invalid('Write your answer first.', { text: 'Write your answer first.' });
			return;
		case 'poll':
		case 'check':
			requireChoices(optionsOf(asked, 'en'), choices);
			return;
		case 'continuum':
			requirePositions(optionsOf(asked, 'en'), positions);
			return;
		case 'video':
			throw new Invalid('A video asks for no answer.');
	}
}

function requireChoices(options: Options, choices: readonly string[]): void {
	if (options.choices.length === 0) throw new NotFound();
	const known = new Set(options.choices.map(({ id }) => id));
	if (choices.length === 0) throw new Invalid('Choose an answer first.');
	if (!choices.every((id) => known.has(id))) throw new Invalid('Choose one of the answers shown.');
	if (choices.length > 1 && !options.multiple) throw new Invalid('Choose one answer.');
}

function requirePositions({ pairs }: Options, positions: ReadonlyMap<string, number>): void {
	if (pairs.length === 0) throw new NotFound();
	const known = new Set(pairs.map(({ id }) => id));
	if (positions.size === 0) throw new Invalid('Choose a place on at least one line first.');
	if (![...positions.keys()].every((id) => known.has(id))) {
		throw new Invalid('Choose one of the places shown.');
	}
}

const positionsShape = v.record(
	v.pipe(v.string(), v.maxLength(100)),
	v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7))
);

export function positionsIn(json: string): Map<string, number> {
	try {
		return new Map(Object.entries(v.parse(positionsShape, JSON.parse(json))));
	} catch {
		throw new Invalid('Choose one of the places shown.');
	}
}
