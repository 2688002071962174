import type * as v from 'valibot';
import { startOpen, type startInput } from '../cohorts/index.ts';
import { findSeries } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import type { Viewer } from '../viewer.ts';

/** Starts the series at this address of the library with one of its open cohorts. */
export async function startSeries(
	viewer: Viewer,
	slug: string,
	input: v.InferOutput<typeof startInput>
): Promise<void> {
	const series = findSeries(slug);
	if (series === null) throw new NotFound();
	await startOpen(viewer, series.id, input);
}
