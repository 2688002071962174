import type { Series } from './types.ts';

/** A continuum that is placed again has the pairs of the earlier one, an assessment all of it. */
export function takeOver(series: Series): Series {
	const blocks = series.modules.flatMap(({ steps }) => steps.flatMap((step) => step.blocks));
	for (const block of blocks) {
		if (block.kind === 'assessment' && block.again !== null) {
			const first = blocks.find(({ id }) => id === block.again);
			if (first?.kind === 'assessment') {
				Object.assign(block, { by: first.by, scale: first.scale, areas: first.areas });
			}
		}
		if (block.kind !== 'continuum' || block.again === null) continue;
		const first = blocks.find(({ id }) => id === block.again);
		if (first?.kind === 'continuum') block.pairs = first.pairs;
	}
	return series;
}
