import type { Transcript } from '../../blocks.ts';
import { findBlock } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';
import { openPlace } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';

export type TranscriptPage = {
	title: string;
	/** Where the video stands. */
	href: string;
	transcripts: readonly Transcript[];
};

/** All that is said in a video, in each of its languages. @throws NotFound, Locked */
export async function readTranscript(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	blockId: string
): Promise<TranscriptPage> {
	const { series, module } = await openPlace(viewer, seriesSlug, moduleSlug);
	const found = findBlock(blockId);
	if (found?.module.id !== module.id || found.block.kind !== 'video') throw new NotFound();
	return {
		title: found.block.title,
		href: `/learn/${series.slug}/${module.slug}/${found.step.slug}#${blockId}`,
		transcripts: found.block.captions
	};
}
