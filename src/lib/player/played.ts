import type { PlayedBlock } from '../played-blocks.ts';
import type { PostedForm } from './posted.ts';
import type { StopPrompt } from './video/stops.ts';

/** What each block is given, whatever its kind. */
export type Played<Kind extends PlayedBlock['kind']> = {
	block: PlayedBlock & { kind: Kind };
	/** Whose page it is. */
	ownerId: string;
	/** The step's page, without a query. */
	href: string;
	posted: PostedForm | null;
	/** Reads the page's data anew: something was completed, or can no longer be. */
	refresh: () => void;
	focusBlock: (id: string) => void;
	/** The questions of the step, for a video that stops to ask one. */
	prompts: readonly StopPrompt[];
};
