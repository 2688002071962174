import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapt, addBlock, changeBlock, dropChange, moveBlock, rebase, settle } from './adapt.ts';
import { agendaFrom, FIELDS, isSame, MINUTES, TEXTS, type PlannedBlock } from './block.ts';
import { getModule } from '../curriculum/index.ts';
import { emptyLayer, type Layer, type Stamp } from './layer.ts';
import { idsOf, mergeGuide } from './merge-guide.ts';

const STAMP: Stamp = { by: 'denise', at: '2026-11-27T12:00:00.000Z', from: null };

const sentence = fc
	.array(fc.constantFrom('we', 'ask', 'who', 'is', 'missing', 'today', 'and', 'why', 'slowly'), {
		maxLength: 6
	})
	.map((words) => words.join(' '));

const content = fc.record({
	title: sentence,
	say: sentence,
	do: sentence,
	participants: sentence,
	projector: fc.constant(''),
	listenFor: fc.constant(''),
	ifQuiet: sentence,
	ifHeated: fc.constant(''),
	online: fc.constant(''),
	minutes: fc.integer({ min: MINUTES.least, max: MINUTES.most }),
	skipped: fc.boolean(),
	priority: fc.constantFrom('must' as const, 'trim' as const, 'skip' as const)
});

const rest = {
	kind: 'whole-group',
	group: 'whole',
	chosen: null,
	segments: [],
	prompts: [],
	captures: []
} as const;

function made(id: string, words: Partial<PlannedBlock> & { minutes: number }): PlannedBlock {
	const empty = Object.fromEntries(TEXTS.map((text) => [text, ''])) as Record<
		(typeof TEXTS)[number],
		string
	>;
	const { minutes } = words;
	return {
		...empty,
		...rest,
		...{ priority: 'must', segments: [], prompts: [], captures: [] },
		...{ skipped: false, min: minutes, max: minutes },
		...words,
		id
	};
}

const block = (id: string) => content.map((words) => made(id, { ...words, skipped: false }));
const guide = fc
	.subarray(['a', 'b', 'c', 'd', 'e'], { minLength: 1 })
	.chain((ids) => fc.tuple(...ids.map(block)));

type Edit =
	| { do: 'change'; at: number; words: Partial<PlannedBlock> }
	| { do: 'move'; at: number; by: number }
	| { do: 'add'; at: number; block: PlannedBlock };
const edit: fc.Arbitrary<Edit> = fc.oneof(
	fc.record({
		do: fc.constant('change' as const),
		at: fc.nat(9),
		words: fc
			.tuple(content, fc.subarray([...TEXTS, 'minutes', 'skipped', 'priority'] as const))
			.map(([words, names]) => Object.fromEntries(names.map((name) => [name, words[name]])))
	}),
	fc.record({
		do: fc.constant('move' as const),
		at: fc.nat(9),
		by: fc.integer({ min: -4, max: 4 })
	}),
	fc.record({
		do: fc.constant('add' as const),
		at: fc.nat(9),
		block: fc.tuple(fc.integer(), content).map(([n, words]) => made(`own-${n}`, words))
	})
);
const edits = fc.array(edit, { maxLength: 6 });

/** The guide after what somebody did to it, and the layer that says so. */
function worked(
	base: PlannedBlock[],
	all: readonly Edit[]
): { mine: PlannedBlock[]; layer: Layer } {
	let layer = emptyLayer(base, 'en');
	for (const each of all) {
		const ids = idsOf(adapt(base, layer).blocks);
		const id = ids[each.at % ids.length] ?? '';
		if (each.do === 'change') layer = changeBlock(base, layer, id, each.words, STAMP);
		else if (each.do === 'move') layer = moveBlock(base, layer, id, each.by, STAMP);
		else if (!ids.includes(each.block.id)) layer = addBlock(base, layer, each.block, id, STAMP);
	}
	return { mine: adapt(base, layer).blocks, layer };
}

/** A later version of the module's guide: changed, in another order, with blocks gone and blocks new. */
const later = (base: PlannedBlock[]) =>
	fc
		.tuple(edits, fc.subarray(idsOf(base)), fc.array(block('new-1'), { maxLength: 1 }))
		.map(([all, gone, fresh]) => [
			...worked(base, all).mine.filter(({ id }) => !gone.includes(id) && !id.startsWith('own')),
			...fresh
		]);

const versions = guide.chain((base) =>
	fc.record({ base: fc.constant(base), mine: edits, theirs: later(base) })
);

describe('Three versions of a guide', () => {
	test('are mine where the guide did not change, and the guide’s where I did not', () => {
		fc.assert(
			fc.property(versions, ({ base, mine: all, theirs }) => {
				const { mine } = worked(base, all);
				expect(mergeGuide(base, mine, base)).toEqual({ blocks: mine, conflicts: new Map() });
				expect(mergeGuide(base, base, theirs)).toEqual({ blocks: theirs, conflicts: new Map() });
			})
		);
	});

	test('lose no word that was written here', () => {
		fc.assert(
			fc.property(versions, ({ base, mine: all, theirs }) => {
				const { mine } = worked(base, all);
				const { blocks } = mergeGuide(base, mine, theirs);
				for (const own of mine) {
					const before = base.find(({ id }) => id === own.id);
					if (before !== undefined && isSame(before, own)) continue;
					const after = blocks.find(({ id }) => id === own.id);
					expect(after).toBeDefined();
					for (const text of TEXTS) {
						const had = before?.[text].split(' ') ?? [];
						const added = own[text].split(' ').filter((word) => !had.includes(word));
						expect(after?.[text].split(' ')).toEqual(expect.arrayContaining(added));
					}
				}
			})
		);
	});

	test('keep minutes within what a block may take, and each block once', () => {
		fc.assert(
			fc.property(versions, ({ base, mine: all, theirs }) => {
				const { blocks } = mergeGuide(base, worked(base, all).mine, theirs);
				expect(new Set(idsOf(blocks)).size).toBe(blocks.length);
				for (const { minutes } of blocks) {
					expect(minutes).toBeGreaterThanOrEqual(MINUTES.least);
					expect(minutes).toBeLessThanOrEqual(MINUTES.most);
				}
			})
		);
	});

	test('merged once more, are the same, and what waits goes on waiting', () => {
		fc.assert(
			fc.property(versions, ({ base, mine: all, theirs }) => {
				const { layer } = worked(base, all);
				const first = adapt(theirs, layer);
				const settled = rebase(theirs, layer);
				expect(adapt(theirs, settled)).toEqual(first);
				expect(rebase(theirs, settled)).toEqual(settled);
			})
		);
	});

	test('have no conflict left once each is chosen', () => {
		fc.assert(
			fc.property(versions, fc.boolean(), ({ base, mine: all, theirs }, takesMine) => {
				let { layer } = worked(base, all);
				for (const [id, fields] of adapt(theirs, layer).conflicts) {
					for (const field of fields) {
						const from = takesMine ? adapt(theirs, layer).blocks : theirs;
						const chosen = from.find((each) => each.id === id);
						if (chosen) layer = settle(theirs, layer, id, field, chosen, STAMP);
					}
				}
				expect(adapt(theirs, layer).conflicts.size).toBe(0);
			})
		);
	});
});

describe('A layer over a guide', () => {
	const open = made('open', { title: 'Opening circle', say: 'Welcome, all of you.', minutes: 6 });
	const video = made('video', { title: 'The video', minutes: 8 });
	const base = [open, video];

	test('holds only what was changed, and nothing once it is changed back', () => {
		const changed = changeBlock(base, emptyLayer(base, 'en'), 'open', { minutes: 9 }, STAMP);
		expect(changed.blocks.map(({ mine }) => mine.id)).toEqual(['open']);
		expect(changeBlock(base, changed, 'open', { minutes: 6 }, STAMP).blocks).toEqual([]);
		expect(dropChange(base, changed, 'open').blocks).toEqual([]);
	});

	test('keeps a changed block that the guide no longer has, as one’s own', () => {
		const changed = changeBlock(
			base,
			emptyLayer(base, 'en'),
			'open',
			{ say: 'Good morning.' },
			STAMP
		);
		const { blocks } = adapt([video], changed);
		expect(blocks.map(({ id }) => id)).toEqual(['open', 'video']);
		expect(rebase([video], changed).blocks).toMatchObject([{ base: null, mine: { id: 'open' } }]);
	});

	test('merges words that do not meet, and asks where they do', () => {
		const changed = changeBlock(
			base,
			emptyLayer(base, 'en'),
			'open',
			{ say: 'Welcome, all of you. Sit where you like.' },
			STAMP
		);
		const apart = [{ ...open, say: 'A warm welcome, all of you.' }, video];
		expect(adapt(apart, changed).blocks[0]?.say).toBe(
			'A warm welcome, all of you. Sit where you like.'
		);
		const clash = [{ ...open, say: 'Welcome, all of you. Stand up.' }, video];
		const { blocks, conflicts } = adapt(clash, changed);
		expect(conflicts).toEqual(new Map([['open', ['say']]]));
		expect(blocks[0]?.say).toBe('Welcome, all of you. Sit where you like.');
	});

	test('gives an agenda whose range holds its minutes, and whose words run nothing', () => {
		const module = getModule('lae-1');
		const { min, minutes, max, say } = agendaFrom(
			{ ...open, minutes: 20, say: '**Hello** <script>alert(1)</script>' },
			undefined,
			module
		);
		expect([min, minutes, max]).toEqual([6, 20, 20]);
		expect(say?.html).toContain('<strong>Hello</strong>');
		expect(say?.html).not.toContain('<script');
		expect(FIELDS.length).toBe(14);
	});
});
