import type {
	AgendaKind,
	Capture,
	Grouping,
	Priority,
	Variant
} from '$lib/server/curriculum/index.ts';

export const variantNames: Record<Variant, string> = {
	'in-person': 'In person',
	online: 'Online',
	'self-study': 'On your own'
};

export const kindNames: Record<AgendaKind, string> = {
	welcome: 'Welcome',
	norms: 'Norms',
	video: 'Video',
	'write-alone': 'Write alone',
	pair: 'Pairs',
	'small-group': 'Small groups',
	'whole-group': 'Whole group',
	protocol: 'Protocol',
	break: 'Break',
	closure: 'Closure',
	commit: 'Commitments'
};

export const priorityNames: Record<Priority, string> = {
	must: 'Keep it',
	trim: 'Trim it when you run late',
	skip: 'Only if there is time'
};

export function groupName(group: Grouping): string {
	if (group === 'whole') return 'everyone together';
	return group === 'pairs' ? 'in pairs' : `in groups of ${group}`;
}

const places: Record<Capture['where'], string> = {
	wall: 'the wall',
	journal: 'each person’s journal',
	'group-note': 'the group’s note',
	'parking-lot': 'the parking lot',
	commitment: 'each person’s commitments'
};

export function captureName({ where, anonymous }: Capture): string {
	return anonymous ? `${places[where]}, without names` : places[where];
}

/** Minutes from the beginning as on a clock: 0:08, 1:05. */
export function clock(minutes: number): string {
	return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
