import { copyField, isSame, type Field, type PlannedBlock } from './block.ts';
import type { Layer, LayerBlock, Stamp } from './layer.ts';
import { byId, idsOf, mergeGuide, type MergedGuide } from './merge-guide.ts';

/** The guide below with a layer over it. */
export function adapt(below: readonly PlannedBlock[], layer: Layer): MergedGuide {
	const known = byId(below);
	const changed = new Map(layer.blocks.map((each) => [each.mine.id, each]));
	const base = layer.baseOrder.flatMap((id) => changed.get(id)?.base ?? known.get(id) ?? []);
	const mine = layer.order.flatMap((id) => changed.get(id)?.mine ?? known.get(id) ?? []);
	return mergeGuide(base, mine, below);
}

/**
 * The same layer over the guide as it stands now: what merges by itself is merged in it, and what waits for a
 * choice keeps what it came from. A block that the guide no longer has is one's own from here on.
 */
export function rebase(below: readonly PlannedBlock[], layer: Layer): Layer {
	const { blocks, conflicts } = adapt(below, layer);
	const given = byId(below);
	const before = new Map(layer.blocks.map((each) => [each.mine.id, each]));
	const moved = new Map(layer.moved.map(({ id, stamp }) => [id, stamp]));
	return {
		...layer,
		baseOrder: idsOf(below),
		order: idsOf(blocks),
		blocks: blocks.flatMap((mine): LayerBlock[] => {
			const earlier = before.get(mine.id);
			if (earlier === undefined) return [];
			const base = baseOf(given.get(mine.id), earlier.base, conflicts.get(mine.id) ?? []);
			if (base !== null && isSame(base, mine)) return [];
			return [{ base, mine, stamp: earlier.stamp }];
		}),
		moved: blocks.flatMap(({ id }) => {
			const stamp = moved.get(id);
			return stamp === undefined ? [] : [{ id, stamp }];
		})
	};
}

function baseOf(
	given: PlannedBlock | undefined,
	earlier: PlannedBlock | null,
	waiting: readonly Field[]
): PlannedBlock | null {
	if (given === undefined) return null;
	const base = { ...given };
	if (earlier !== null) for (const field of waiting) copyField(earlier, field, base);
	return base;
}

/** Changes a block. What it is changed back to counts as never changed. */
export function changeBlock(
	below: readonly PlannedBlock[],
	layer: Layer,
	id: string,
	change: Partial<Pick<PlannedBlock, Field>>,
	stamp: Stamp
): Layer {
	const now = rebase(below, layer);
	const block = adapt(below, now).blocks.find((each) => each.id === id);
	if (block === undefined) return now;
	const mine = { ...block, ...change };
	if (isSame(block, mine)) return now;
	const given = below.find((each) => each.id === id) ?? null;
	const base = now.blocks.find((each) => each.mine.id === id)?.base ?? given;
	return rebase(below, {
		...now,
		blocks: [...now.blocks.filter((each) => each.mine.id !== id), { base, mine, stamp }]
	});
}

/** Puts a block that many places on, or back. */
export function moveBlock(
	below: readonly PlannedBlock[],
	layer: Layer,
	id: string,
	by: number,
	stamp: Stamp
): Layer {
	const now = rebase(below, layer);
	const at = now.order.indexOf(id);
	const to = Math.min(Math.max(at + by, 0), now.order.length - 1);
	if (at < 0 || to === at) return now;
	const order = now.order.toSpliced(at, 1).toSpliced(to, 0, id);
	return { ...now, order, moved: [...now.moved.filter((each) => each.id !== id), { id, stamp }] };
}

/** Puts a block into that place of the list, counted from 0. */
export function placeBlock(
	below: readonly PlannedBlock[],
	layer: Layer,
	id: string,
	to: number,
	stamp: Stamp
): Layer {
	const at = rebase(below, layer).order.indexOf(id);
	return moveBlock(below, layer, id, to - at, stamp);
}

/** Adds a block of one's own after another, or at the end. */
export function addBlock(
	below: readonly PlannedBlock[],
	layer: Layer,
	block: PlannedBlock,
	after: string | null,
	stamp: Stamp
): Layer {
	const now = rebase(below, layer);
	const at = after === null ? -1 : now.order.indexOf(after);
	const order = now.order.toSpliced(at < 0 ? now.order.length : at + 1, 0, block.id);
	return { ...now, order, blocks: [...now.blocks, { base: null, mine: block, stamp }] };
}

/** Takes the guide's block as it comes; a block of one's own goes. Undo brings either back. */
export function dropChange(below: readonly PlannedBlock[], layer: Layer, id: string): Layer {
	const now = rebase(below, layer);
	const isGiven = below.some((each) => each.id === id);
	return {
		...now,
		order: isGiven ? now.order : now.order.filter((each) => each !== id),
		blocks: now.blocks.filter((each) => each.mine.id !== id)
	};
}

/** Ends a conflict: from here on the block goes by what was chosen. */
export function settle(
	below: readonly PlannedBlock[],
	layer: Layer,
	id: string,
	field: Field,
	chosen: PlannedBlock,
	stamp: Stamp
): Layer {
	const now = rebase(below, layer);
	const given = below.find((each) => each.id === id);
	return rebase(below, {
		...now,
		blocks: now.blocks.map((each) => {
			if (each.mine.id !== id || each.base === null || given === undefined) return each;
			const [base, mine] = [{ ...each.base }, { ...each.mine }];
			copyField(given, field, base);
			copyField(chosen, field, mine);
			return { base, mine, stamp };
		})
	});
}
