import * as v from 'valibot';
import { now } from '../clock.ts';
import { findBlock, type BlockPath, type ContinuumBlock } from '../curriculum/index.ts';
import type { ContinuumWork, Distribution, Shift } from '../../blocks.ts';
import { statement } from '../db/index.ts';
import { Invalid, NotFound } from '../errors.ts';
import { completeBlock, openPlace, type Completed, type Place } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { distributionOf, POSITIONS, shiftOf, type Placed } from './distribution.ts';
import { pageOwner, requirePageOwner } from './page-owner.ts';

/** A form has a field for each pair, `at-` and the pair's id: the positions that were chosen. */
const FIELD = 'at-';

export const placementInput = v.pipe(
	v.objectWithRest(
		{ blockId: v.pipe(v.string(), v.maxLength(200)), owner: pageOwner },
		v.pipe(v.string('Choose one place on each line.'), v.maxLength(200))
	),
	v.transform(({ blockId, owner, ...fields }) => ({
		blockId,
		owner,
		positions: new Map(
			Object.entries(fields)
				.filter(([name]) => name.startsWith(FIELD))
				.map(([name, position]) => [name.slice(FIELD.length), Number(position)])
		)
	}))
);

type PlacementInput = v.InferOutput<typeof placementInput>;

/** `left`: how many pairs have no place yet. */
export type PlacementSaved = { left: number; completed: Completed };

/** Keeps where the viewer places themselves on some pairs of a continuum. It is done when all are placed. */
export async function place(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	{ blockId, positions, owner }: PlacementInput
): Promise<PlacementSaved> {
	const opened = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(opened.enrolment, owner);
	const found = findBlock(blockId);
	if (found?.module.id !== opened.module.id || found.block.kind !== 'continuum') {
		throw new NotFound();
	}
	requirePositions(found.block, positions);
	return keepPlacement(opened, { ...found, block: found.block }, positions);
}

/** Keeps places that are on the block's lines. */
export async function keepPlacement(
	{ enrolment: { enrolmentId }, record }: Place,
	{ module, step, block }: BlockPath & { block: ContinuumBlock },
	positions: ReadonlyMap<string, number>
): Promise<PlacementSaved> {
	const placed = await keepPositions(enrolmentId, block.id, positions);
	const left = block.pairs.filter(({ id }) => !placed.has(id)).length;
	const completed =
		left > 0 || record.blocks.has(block.id)
			? { step: false, module: false }
			: await completeBlock(enrolmentId, module, step, block.id);
	return { left, completed };
}

function requirePositions({ pairs }: ContinuumBlock, positions: ReadonlyMap<string, number>): void {
	const known = new Set(pairs.map(({ id }) => id));
	if (positions.size === 0) throw new Invalid('Choose a place on at least one line first.');
	for (const [pairId, position] of positions) {
		const isPlace = Number.isInteger(position) && position >= 1 && position <= POSITIONS;
		if (!known.has(pairId) || !isPlace) throw new Invalid('Choose one of the places shown.');
	}
}

/** Only moves are kept. @returns the pairs that have a place now. */
async function keepPositions(
	enrolmentId: string,
	blockId: string,
	positions: ReadonlyMap<string, number>
): Promise<Set<string>> {
	const rows = await statement<{ pairId: string }>(
		'place',
		`with chosen as (
			select * from unnest($3::text[], $4::int[]) as chosen(pair_id, position)
		), kept as (
			insert into placement (enrolment_id, block_id, pair_id, position, placed_at)
			select $1, $2, pair_id, position, $5 from chosen
			where position is distinct from (
				select placement.position from placement
				where enrolment_id = $1 and block_id = $2 and placement.pair_id = chosen.pair_id
				order by placed_at desc limit 1
			)
			on conflict (enrolment_id, block_id, pair_id, placed_at)
				do update set position = excluded.position
		)
		select pair_id as "pairId" from chosen
		union select pair_id from placement where enrolment_id = $1 and block_id = $2`,
		[enrolmentId, blockId, [...positions.keys()], [...positions.values()], now()]
	);
	return new Set(rows.map(({ pairId }) => pairId));
}

/** What stands on a continuum for one person: their own places; the cohort's once theirs are all there. */
export async function readContinuumWork(
	{ enrolment }: Place,
	block: ContinuumBlock
): Promise<ContinuumWork> {
	const placements = await readPlacements(enrolment.cohortId, block, enrolment.enrolmentId);
	const mine = (blockId: string | null) =>
		Object.fromEntries(
			block.pairs.flatMap(({ id }) => {
				const last = placements
					.of(blockId, id, 'everybody')
					.findLast(({ enrolmentId }) => enrolmentId === enrolment.enrolmentId);
				return last ? [[id, last.position] as const] : [];
			})
		);
	const positions = mine(block.id);
	const isWhole = block.pairs.every(({ id }) => positions[id] !== undefined);
	// What I thought then, and what others think, comes after I have thought anew.
	if (!isWhole) return { positions, earlier: null, cohort: null };
	return {
		positions,
		earlier: block.again === null ? null : mine(block.again),
		cohort: byPair(block, placements)
	};
}

/** What facilitators see of a continuum: how many have placed themselves, and the pictures. No names. */
export type ContinuumView = {
	/** Who has placed themselves on every pair. */
	whole: number;
	cohort: NonNullable<ContinuumWork['cohort']>;
};

export async function readContinuum(
	cohortId: string,
	block: ContinuumBlock
): Promise<ContinuumView> {
	const placements = await readPlacements(cohortId, block, null);
	const people = block.pairs.map(
		({ id }) =>
			new Set(placements.of(block.id, id, 'participants').map(({ enrolmentId }) => enrolmentId))
	);
	const [first = new Set<string>(), ...others] = people;
	return {
		whole: [...first].filter((id) => others.every((other) => other.has(id))).length,
		cohort: byPair(block, placements)
	};
}

function byPair(
	block: ContinuumBlock,
	placements: Placements
): Record<string, { now: Distribution; shift: Shift | null }> {
	return Object.fromEntries(
		block.pairs.map(({ id }) => {
			const placed = placements.of(block.id, id, 'participants');
			const shift =
				block.again === null
					? null
					: shiftOf(placements.of(block.again, id, 'participants'), placed);
			return [id, { now: distributionOf(placed), shift }];
		})
	);
}

type Placements = {
	/** In the order of time. */
	of: (blockId: string | null, pairId: string, whose: 'everybody' | 'participants') => Placed[];
};

/** The placements of a cohort's participants, and of one more person, on a continuum and its earlier one. */
async function readPlacements(
	cohortId: string,
	{ id, again }: ContinuumBlock,
	enrolmentId: string | null
): Promise<Placements> {
	const rows = await statement<
		Placed & { blockId: string; pairId: string; isParticipant: boolean }
	>(
		'placements',
		`select enrolment_id as "enrolmentId", block_id as "blockId", pair_id as "pairId", position,
			extract(epoch from placed_at)::float8 as "placedAt",
			enrolment.role = 'participant' as "isParticipant"
		from placement join enrolment on enrolment.id = enrolment_id
		where enrolment.cohort_id = $1 and block_id = any($2::text[])
			and (enrolment.role = 'participant' or enrolment.id = $3)
		order by placed_at`,
		[cohortId, again === null ? [id] : [id, again], enrolmentId]
	);
	const byPlace = Map.groupBy(rows, ({ blockId, pairId }) => `${blockId} ${pairId}`);
	return {
		of: (blockId, pairId, whose) =>
			(byPlace.get(`${blockId ?? ''} ${pairId}`) ?? []).filter(
				({ isParticipant }) => whose === 'everybody' || isParticipant
			)
	};
}
