import type { SavedVersion, Version } from './answer/field.ts';

/** What a form of this block got back when it was posted without JavaScript. */
export type PostedForm =
	| { kind: 'conflict'; mine: Version; theirs: SavedVersion }
	| { kind: 'fault'; message: string; values: Readonly<Record<string, string | undefined>> };
