import * as v from 'valibot';
import type { Asked } from '../../../live/room.ts';
import type { Language } from '../../../languages.ts';
import { findBlock, toPlayer } from '../../curriculum/index.ts';
import { Invalid } from '../../errors.ts';

/** What there is to choose from: of the series’ blocks, or as facilitators gave it with a question of their own. */
export type Options = Pick<Asked, 'choices' | 'multiple' | 'pairs'>;

const none: Options = { choices: [], multiple: false, pairs: [] };

const ownShape = v.object({
	multiple: v.boolean(),
	choices: v.array(v.object({ id: v.string(), text: v.string() }))
});

/** As the column `choices` of an ask keeps them. */
export type OwnChoices = v.InferOutput<typeof ownShape>;

/** Nothing where words are written. */
export function optionsOf(
	{ blockId, choices }: { blockId: string | null; choices: unknown },
	language?: Language
): Options {
	if (blockId === null) {
		const own = v.safeParse(ownShape, choices);
		return own.success ? { ...none, ...own.output } : none;
	}
	const found = findBlock(blockId, language);
	const block = found && toPlayer(found.block);
	if (block?.kind === 'poll' || block?.kind === 'check') {
		return { ...none, choices: block.choices, multiple: block.multiple };
	}
	return block?.kind === 'continuum' ? { ...none, pairs: block.pairs } : none;
}

const FEWEST = 2;
const MOST = 6;

/**
 * Answers to choose from as they were typed, empty lines left out.
 * @returns null for none: then words are asked for.
 */
export function ownChoices(typed: readonly string[], multiple: boolean): OwnChoices | null {
	const texts = typed.map((text) => text.trim().replaceAll(/\s+/g, ' ')).filter(Boolean);
	if (texts.length === 0) return null;
	if (texts.length < FEWEST) {
		throw refused('One answer is no choice. Add another, or leave all of them empty.');
	}
	if (texts.length > MOST) throw refused('Keep to six answers to choose from.');
	const twice = texts.find((text, at) => texts.slice(0, at).some((before) => isSame(before, text)));
	if (twice !== undefined) {
		throw refused(`“${twice}” stands there twice. Nobody could tell the two apart.`);
	}
	return { multiple, choices: texts.map((text, at) => ({ id: String(at + 1), text })) };
}

function refused(message: string): Invalid {
	return new Invalid(message, { choice: message });
}

function isSame(one: string, other: string): boolean {
	return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}
