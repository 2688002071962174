import { findBlock, findMedia, toPlayer, type Media } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { NotFound } from '../../errors.ts';
import type { Viewer } from '../../viewer.ts';
import { requireToFollow, type Door } from '../entering/enter.ts';

/**
 * A file of the video that the room watches now: the film, its picture, its captions. Whoever is in the room
 * may have it, account or not, and nothing else of the module.
 */
export async function getRoomMedia(
	door: Door,
	viewer: Viewer | null,
	file: string
): Promise<Media> {
	requireToFollow(door, viewer);
	const asked = await prisma().liveAsk.findFirst({
		where: { liveSessionId: door.meeting.id, kind: 'video', closedAt: null },
		select: { blockId: true }
	});
	const found = findBlock(asked?.blockId ?? '', 'en');
	const video = found && toPlayer(found.block);
	if (found === null || video?.kind !== 'video') throw new NotFound();
	const files = [video.src, video.poster, ...video.captions.map(({ src }) => src)];
	const media = findMedia(found.series.slug, found.module.slug, file);
	if (media === null || !files.some((src) => src.endsWith(`/${file}`))) throw new NotFound();
	return media;
}
