import { merge } from '../../merge.ts';
import { copyField, FIELDS, TEXTS, type Field, type PlannedBlock } from './block.ts';

/** Three versions of one agenda made into one: what both came from, ours, and what the guide says by now. */

export type MergedGuide = {
	blocks: PlannedBlock[];
	/** What both changed differently, by block. Until somebody chooses, ours stands. */
	conflicts: Map<string, Field[]>;
};

export function mergeGuide(
	base: readonly PlannedBlock[],
	mine: readonly PlannedBlock[],
	theirs: readonly PlannedBlock[]
): MergedGuide {
	const [baseOf, mineOf, theirsOf] = [byId(base), byId(mine), byId(theirs)];
	const conflicts: MergedGuide['conflicts'] = new Map();
	const stays = (id: string) => {
		const own = mineOf.get(id);
		// What the guide no longer has goes, unless somebody here has worked on it.
		return theirsOf.has(id) || (own !== undefined && isWorkedOn(baseOf.get(id), own));
	};
	const order = mergeOrder(idsOf(base), idsOf(mine), idsOf(theirs)).filter(stays);
	const blocks = order.flatMap((id) => {
		const [own, given] = [mineOf.get(id), theirsOf.get(id)];
		if (own === undefined || given === undefined) return own ?? given ?? [];
		const merged = mergeBlock(baseOf.get(id) ?? given, own, given);
		if (merged.conflicts.length > 0) conflicts.set(id, merged.conflicts);
		return merged.block;
	});
	return { blocks, conflicts };
}

export function mergeBlock(
	base: PlannedBlock,
	mine: PlannedBlock,
	theirs: PlannedBlock
): { block: PlannedBlock; conflicts: Field[] } {
	const block = { ...theirs };
	const conflicts: Field[] = [];
	for (const field of FIELDS) {
		if (mine[field] === base[field] || mine[field] === theirs[field]) continue;
		copyField(mine, field, block);
		if (theirs[field] === base[field]) continue;
		const text = TEXTS.find((each) => each === field);
		const both = text === undefined ? null : merge(mine[text], base[text], theirs[text]);
		if (text === undefined || both === null) conflicts.push(field);
		else block[text] = both;
	}
	return { block, conflicts };
}

/** The order of whoever changed it, and ours when both did. What the other has besides keeps its neighbour. */
function mergeOrder(
	base: readonly string[],
	mine: readonly string[],
	theirs: readonly string[]
): string[] {
	const known = new Set(base);
	const kept = mine.filter((id) => known.has(id));
	const before = base.filter((id) => mine.includes(id));
	const isMoved = kept.some((id, at) => id !== before[at]);
	return isMoved ? weave(mine, theirs) : weave(theirs, mine);
}

export function weave(order: readonly string[], other: readonly string[]): string[] {
	const woven = [...order];
	other.forEach((id, at) => {
		if (woven.includes(id)) return;
		const before = other[at - 1];
		woven.splice(before === undefined ? 0 : woven.indexOf(before) + 1, 0, id);
	});
	return woven;
}

function isWorkedOn(base: PlannedBlock | undefined, mine: PlannedBlock): boolean {
	return base === undefined || FIELDS.some((field) => base[field] !== mine[field]);
}

export function byId(blocks: readonly PlannedBlock[]): Map<string, PlannedBlock> {
	return new Map(blocks.map((block) => [block.id, block]));
}

export function idsOf(blocks: readonly PlannedBlock[]): string[] {
	return blocks.map(({ id }) => id);
}
