import { plural } from '$lib/messages/plural.ts';
import { region } from '$lib/messages/regional.ts';
import type {
	AgendaKind,
	Capture,
	Grouping,
	Priority,
	Variant
} from '$lib/server/curriculum/index.ts';
import type { GuideAsk } from '$lib/server/guides/index.ts';

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
	must: 'Never left out',
	trim: 'Trim it when you run late',
	skip: 'Only if there is time'
};

export function groupName(group: Grouping): string {
	if (group === 'whole') return 'everyone together';
	return group === 'pairs' ? 'in pairs' : `in groups of ${group}`;
}

/** What people do with something that a guide asks. */
export const askNames: Record<GuideAsk['kind'], string> = {
	video: 'Video',
	reflect: 'Write',
	poll: 'Poll',
	check: 'Check yourself',
	resources: 'Read and keep',
	continuum: 'Place yourself',
	rubric: 'Look together',
	questions: 'Ask by role',
	assessment: 'See where you stand',
	plan: 'Plan',
	feedback: 'Tell the authors',
	compare: 'Compare'
};

/** Says when a protocol takes longer than the block that runs it; null while it fits. */
export function protocolOver(steps: number | null, minutes: number): string | null {
	if (steps === null || steps <= minutes) return null;
	const all = plural(steps, ['# minute', '# minutes']);
	const over = plural(steps - minutes, ['# minute', '# minutes']);
	return `The steps of its protocol take ${all}: ${over} more than the block has.`;
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

/** When a meeting begins, and in which zone its clock is read. */
export type Start = { startsAt: Date; zone: string } | null;

/** The time of day so many minutes into a meeting; from 0:00 while none is planned. */
export function clockFrom(start: Start): (minutes: number) => string {
	if (start === null) return clock;
	const format = new Intl.DateTimeFormat(region(), {
		hour: 'numeric',
		minute: '2-digit',
		timeZone: start.zone
	});
	return (minutes) => format.format(new Date(start.startsAt.getTime() + minutes * 60_000));
}

/** The parts of an agenda block in the order in which they are read. */
export function partNames() {
	return [
		{ part: 'say', label: 'Say' },
		{ part: 'do', label: 'Do' },
		{ part: 'participants', label: 'People see' },
		{ part: 'projector', label: 'On the projector' },
		{ part: 'listenFor', label: 'Listen for' },
		{ part: 'ifQuiet', label: 'If it is quiet' },
		{ part: 'ifHeated', label: 'If it gets heated' },
		{ part: 'online', label: 'Online' }
	] as const;
}

/** How far an agenda is from what its guide plans for; null when it is as planned. */
export function againstPlan(total: number, planned: number): string | null {
	if (total === planned) return null;
	const apart = plural(Math.abs(total - planned), ['# minute', '# minutes']);
	const all = plural(total, ['# minute', '# minutes']);
	return total > planned
		? `${all} of the ${planned} that are planned: ${apart} over.`
		: `${all} of the ${planned} that are planned: ${apart} to spare.`;
}

/** What a field of an agenda block is called. */
export function fieldName(field: string): string {
	const part = partNames().find((each) => each.part === field);
	if (part !== undefined) return part.label;
	const names: Record<string, string> = {
		title: 'Title',
		minutes: 'Minutes',
		kind: 'What it is',
		priority: 'When time is short',
		group: 'Who works together',
		skipped: 'Left out'
	};
	return names[field] ?? field;
}

export const groupOptions = () => [
	{ value: 'whole', label: 'Everyone together' },
	{ value: 'pairs', label: 'Pairs' },
	...['3', '4', '5', '6', '8'].map((size) => ({ value: size, label: `Groups of ${size}` }))
];
