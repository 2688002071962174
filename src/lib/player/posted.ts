import type { MetCell } from '../sheet.ts';
import type { SavedVersion, Version } from './answer/field.ts';

/** What a form of this block got back when it was posted without JavaScript. */
export type PostedForm =
	| { kind: 'conflict'; mine: Version; theirs: SavedVersion }
	/** Cells of a sheet that somebody else changed first. */
	| { kind: 'met'; met: readonly MetCell[] }
	| { kind: 'fault'; message: string; values: Readonly<Record<string, string | undefined>> };
