import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { agendaKinds, priorities, type Grouping } from '../curriculum/index.ts';
import { Conflict, Invalid } from '../errors.ts';
import { line, wholeNumber, words } from '../forms.ts';
import type { Viewer } from '../viewer.ts';
import {
	adapt,
	addBlock,
	changeBlock,
	dropChange,
	moveBlock,
	placeBlock,
	settle
} from './adapt.ts';
import { findAdaptPlace, type GuideAddress } from './address.ts';
import { FIELDS, MINUTES, noParts, PARTS, TEXTS, type Field, type PlannedBlock } from './block.ts';
import { keepLayer, stepLayer } from './keep-layer.ts';
import { mergeBlock } from './merge-guide.ts';

const LONGEST = 6000;
/** More than anybody runs in a day, and few enough that a page of them opens. */
const MOST_OWN = 40;

const id = v.pipe(v.string('Choose a block.'), v.maxLength(200));
const revision = wholeNumber(0, 1_000_000, () => 'the version');
const part = v.optional(
	words(LONGEST, () => 'each part'),
	''
);
const minutes = wholeNumber(MINUTES.least, MINUTES.most, () => 'the length in minutes');
const groups = ['whole', 'pairs', '3', '4', '5', '6', '8'] as const;
const group = v.pipe(
	v.picklist(groups, 'Choose who works together.'),
	v.transform((value): Grouping => (value === 'whole' || value === 'pairs' ? value : Number(value)))
);

const parts = {
	say: part,
	do: part,
	participants: part,
	projector: part,
	listenFor: part,
	ifQuiet: part,
	ifHeated: part,
	online: part
};
const settings = {
	minutes,
	priority: v.picklist(priorities, 'Choose what happens to it when time is short.')
};

/** A block as it was written in the form, and each text as it stood when the form was opened. */
export const writeInput = v.pipe(
	v.objectWithRest({ block: id, title: line(160, () => 'a title'), ...settings, ...parts }, part),
	v.transform(({ block, title, minutes, priority, ...rest }) => {
		const now = Object.fromEntries(PARTS.map((name) => [name, rest[name] ?? '']));
		const was = Object.fromEntries(
			Object.entries(rest).flatMap(([name, value]) =>
				name.startsWith('was-') ? [[name.slice('was-'.length), value]] : []
			)
		);
		return { block, now: { title, minutes, priority, ...now }, was };
	})
);

/** Keeps the words of a block. What somebody else changed meanwhile is merged, or told about. */
export async function writeBlock(
	viewer: Viewer,
	address: GuideAddress,
	{ block: blockId, now, was }: v.InferOutput<typeof writeInput>
): Promise<void> {
	const place = await findAdaptPlace(viewer, address);
	await keepLayer(viewer, place, null, ({ below, layer, stamp }) => {
		const theirs = adapt(below, layer).blocks.find((each) => each.id === blockId);
		if (theirs === undefined) {
			throw new Conflict('This block is gone. Your words stay here: copy them to another block.');
		}
		const mine = { ...theirs, ...now };
		const merged = mergeBlock(asItWas(theirs, was), mine, theirs);
		if (merged.conflicts.length > 0) {
			const message =
				'Somebody else changed the same words since you opened them. What stands there now is beside yours: keep yours, or take from theirs.';
			throw new Conflict(message);
		}
		return changeBlock(below, layer, blockId, merged.block, stamp);
	});
}

/** A form without it has nothing to compare with: then what is there counts as what it saw. */
function asItWas(theirs: PlannedBlock, was: Readonly<Record<string, string>>): PlannedBlock {
	const base = { ...theirs };
	for (const name of ['title', ...PARTS] as const) base[name] = was[name] ?? theirs[name];
	const earlier = Number(was['minutes']);
	if (Number.isInteger(earlier)) base.minutes = earlier;
	base.priority = priorities.find((each) => each === was['priority']) ?? theirs.priority;
	return base;
}

export const addInput = v.object({
	after: v.pipe(v.optional(v.string(), ''), v.maxLength(200)),
	title: line(160, () => 'a title'),
	kind: v.picklist(agendaKinds, 'Choose what it is.'),
	group,
	...settings,
	say: part,
	do: part
});

export async function addOwnBlock(
	viewer: Viewer,
	address: GuideAddress,
	{ after, ...input }: v.InferOutput<typeof addInput>
): Promise<void> {
	const place = await findAdaptPlace(viewer, address);
	await keepLayer(viewer, place, null, ({ below, layer, stamp }) => {
		if (layer.blocks.filter(({ base }) => base === null).length >= MOST_OWN) {
			throw new Invalid('There are forty blocks of your own here. Take one away first.');
		}
		return addBlock(below, layer, freshBlock(input), after === '' ? null : after, stamp);
	});
}

type OwnWords = Omit<v.InferOutput<typeof addInput>, 'after'>;

function freshBlock(input: OwnWords): PlannedBlock {
	return {
		...noParts(),
		...input,
		id: `own-x${randomBytes(6).toString('hex')}`,
		min: input.minutes,
		max: input.minutes,
		chosen: null,
		skipped: false,
		segments: [],
		prompts: [],
		captures: []
	};
}

export const arrangeInput = v.object({
	act: v.picklist(
		['up', 'down', 'move', 'out', 'back', 'drop', 'undo', 'redo'],
		'Choose what to do.'
	),
	block: v.optional(id, ''),
	/** The place in the list to which a block is moved, counted from 0. */
	to: v.optional(wholeNumber(0, 1000, () => 'the place')),
	seen: revision
});

/** What takes one press or one drag: a place up or down, to another place, out and back in, back to the guide's own, a step back or forward. */
export async function arrange(
	viewer: Viewer,
	address: GuideAddress,
	{ act, block, to, seen }: v.InferOutput<typeof arrangeInput>
): Promise<void> {
	const place = await findAdaptPlace(viewer, address);
	if (act === 'undo' || act === 'redo') return stepLayer(place, seen, act);
	const isAsSeen = act === 'drop' || act === 'move';
	await keepLayer(viewer, place, isAsSeen ? seen : null, ({ below, layer, stamp }) => {
		switch (act) {
			case 'up':
				return moveBlock(below, layer, block, -1, stamp);
			case 'down':
				return moveBlock(below, layer, block, 1, stamp);
			case 'move':
				return to === undefined ? layer : placeBlock(below, layer, block, to, stamp);
			case 'drop':
				return dropChange(below, layer, block);
			case 'out':
			case 'back':
				return changeBlock(below, layer, block, { skipped: act === 'out' }, stamp);
		}
	});
}

export const settleInput = v.object({
	block: id,
	field: v.picklist(FIELDS, 'Choose a part.'),
	choice: v.picklist(['mine', 'theirs', 'anew'], 'Choose one of the two, or write it anew.'),
	/** What is written anew. */
	text: part,
	seen: revision
});

/** Chooses between what was written here and what the guide says now. To write it anew is to change the block. */
export async function settleBlock(
	viewer: Viewer,
	address: GuideAddress,
	{ block, field, choice, text, seen }: v.InferOutput<typeof settleInput>
): Promise<void> {
	const place = await findAdaptPlace(viewer, address);
	await keepLayer(viewer, place, seen, ({ below, layer, stamp }) => {
		const from = choice !== 'theirs' ? adapt(below, layer).blocks : below;
		const chosen = from.find((each) => each.id === block);
		if (chosen === undefined) return layer;
		const anew = choice === 'anew' && isText(field) ? { ...chosen, [field]: text } : chosen;
		return settle(below, layer, block, field, anew, stamp);
	});
}

function isText(field: Field): field is (typeof TEXTS)[number] {
	return TEXTS.some((each) => each === field);
}
