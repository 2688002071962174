import type { Variant } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';
import { weave } from './merge-guide.ts';
import type { GuidePage } from './module-guide.ts';
import { readCohortGuide, type CohortGuide } from './prepare.ts';

type Block = GuidePage['agenda'][number];

export type Comparison = Pick<CohortGuide, 'title' | 'cohort' | 'variants'> & {
	left: Side;
	right: Side;
	/** Blocks that are the same block in both, side by side; null where one does without. */
	rows: { id: string; left: Block | null; right: Block | null; isSame: boolean }[];
};

type Side = { variant: Variant; minutes: number };

/** Two ways to run a module, as the cohort has them, block by block. */
export async function compareVariants(
	viewer: Viewer,
	cohortId: string,
	slug: string,
	asked: { left: string | null; right: string | null }
): Promise<Comparison> {
	const left = await readCohortGuide(viewer, cohortId, slug, asked.left);
	const other = asked.right ?? left.variants.find((variant) => variant !== left.variant);
	if (other === undefined) throw new NotFound();
	const right = await readCohortGuide(viewer, cohortId, slug, other);
	const ids = weave(
		left.agenda.map(({ id }) => id),
		right.agenda.map(({ id }) => id)
	);
	return {
		title: left.title,
		cohort: left.cohort,
		variants: left.variants,
		left: { variant: left.variant, minutes: left.total },
		right: { variant: right.variant, minutes: right.total },
		rows: ids.map((id) => {
			const [one, two] = [blockIn(left, id), blockIn(right, id)];
			return { id, left: one, right: two, isSame: JSON.stringify(one) === JSON.stringify(two) };
		})
	};
}

function blockIn({ agenda }: CohortGuide, id: string): Block | null {
	return agenda.find((block) => block.id === id) ?? null;
}
