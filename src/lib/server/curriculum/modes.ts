/** How a module may be worked through: by one person, or by a group around one device. */
export type Mode = 'alone' | 'group';

const tags: Record<string, Mode> = { Alone: 'alone', Group: 'group' };

/** The mode that a tag such as `<Group>` writes for, or null. */
export function modeOf(tag: string): Mode | null {
	return Object.hasOwn(tags, tag) ? (tags[tag] ?? null) : null;
}

export function isMode(kind: string): kind is Mode {
	return kind === 'alone' || kind === 'group';
}
