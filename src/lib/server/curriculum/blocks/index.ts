import type { BlockKind, PlayerBlock } from '../../../blocks.ts';
import { checkFields, type CheckBlock } from './check.ts';
import { pollFields, type PollBlock } from './poll.ts';
import { reflectFields, type ReflectBlock } from './reflect.ts';
import { resourcesFields, type ResourcesBlock } from './resources.ts';
import { videoFields, type VideoBlock } from './video.ts';

export type Block = VideoBlock | ReflectBlock | PollBlock | CheckBlock | ResourcesBlock;

/**
 * Every kind of block, once. A new kind is added to PlayerBlock in $lib/blocks.ts, and then nothing compiles
 * until it has a line here, a case in `finishBlock` and `toPlayer`, and a component in the player.
 */
export const blockKinds = {
	video: { tag: 'Video', fields: videoFields, asks: false, completable: true },
	reflect: { tag: 'Reflect', fields: reflectFields, asks: true, completable: true },
	poll: { tag: 'Poll', fields: pollFields, asks: true, completable: true },
	check: { tag: 'Check', fields: checkFields, asks: true, completable: true },
	resources: { tag: 'Resources', fields: resourcesFields, asks: false, completable: false }
} satisfies Record<
	BlockKind,
	{ tag: string; fields: unknown; asks: boolean; completable: boolean }
>;

export const blockTags = Object.values(blockKinds).map(({ tag }) => tag);

export function isBlockKind(name: string): name is BlockKind {
	return Object.hasOwn(blockKinds, name);
}

/** The kind that a tag such as `<Video` writes, or null. */
export function blockKindOf(tag: string): BlockKind | null {
	const kind = tag.toLowerCase();
	return isBlockKind(kind) && blockKinds[kind].tag === tag ? kind : null;
}

/**
 * A block as a participant's browser may have it: no answer key, no feedback; and no transcript, which the
 * player reads from the captions when the video comes near.
 */
export function toPlayer(block: Block): PlayerBlock {
	if (block.kind === 'video') {
		const captions = block.captions.map(({ language, label, src }) => ({ language, label, src }));
		return { ...block, captions };
	}
	if (block.kind !== 'check') return block;
	const { kind, id, promptHtml, promptText, multiple } = block;
	const choices = block.choices.map((choice) => ({ id: choice.id, text: choice.text }));
	return { kind, id, promptHtml, promptText, multiple, choices };
}
