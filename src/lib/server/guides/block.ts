import {
	ownPassage,
	type AgendaBlock,
	type AgendaKind,
	type Grouping,
	type Module,
	type Passage,
	type Priority,
	type Segment
} from '../curriculum/index.ts';

/** A block of an agenda as it is adapted: plain values, and each of its parts as Markdown, empty for none. */

export const PARTS = [
	'say',
	'do',
	'participants',
	'projector',
	'listenFor',
	'ifQuiet',
	'ifHeated',
	'online'
] as const;
export type Part = (typeof PARTS)[number];

export type PlannedBlock = Record<Part, string> &
	Pick<AgendaBlock, 'id' | 'min' | 'max' | 'chosen' | 'prompts' | 'captures'> & {
		segments: Segment[];
		title: string;
		minutes: number;
		kind: AgendaKind;
		priority: Priority;
		group: Grouping;
		/** It is left out of the meeting, and stays in its place to be brought back. */
		skipped: boolean;
	};

/** A block that says nothing yet. */
export function noParts(): Record<Part, string> {
	return {
		say: '',
		do: '',
		participants: '',
		projector: '',
		listenFor: '',
		ifQuiet: '',
		ifHeated: '',
		online: ''
	};
}

export const TEXTS = ['title', ...PARTS] as const;
const SETTINGS = ['minutes', 'kind', 'priority', 'group', 'skipped'] as const;

/** What an adaptation may change of a block, each by itself. */
export const FIELDS = [...TEXTS, ...SETTINGS] as const;
export type Field = (typeof FIELDS)[number];

/** No block takes longer than a long afternoon, and none takes no time. */
export const MINUTES = { least: 1, most: 240 };

export function isSame(one: PlannedBlock, other: PlannedBlock): boolean {
	return FIELDS.every((field) => one[field] === other[field]);
}

export function copyField<Name extends Field>(
	from: PlannedBlock,
	name: Name,
	into: PlannedBlock
): void {
	into[name] = from[name];
}

export function plannedFrom(block: AgendaBlock): PlannedBlock {
	const { id, title, kind, minutes, min, max, priority, group, chosen } = block;
	const { segments, prompts, captures } = block;
	const own = { id, title, kind, minutes, min, max, priority, group, chosen };
	return { ...own, segments, prompts, captures, skipped: false, ...partsOf(block) };
}

function partsOf(block: AgendaBlock): Record<Part, string> {
	const text = (part: Part) => block[part]?.markdown ?? '';
	return {
		say: text('say'),
		do: text('do'),
		participants: text('participants'),
		projector: text('projector'),
		listenFor: text('listenFor'),
		ifQuiet: text('ifQuiet'),
		ifHeated: text('ifHeated'),
		online: text('online')
	};
}

/** @param original the module's block, whose passages are rendered already. */
export function agendaFrom(
	block: PlannedBlock,
	original: AgendaBlock | undefined,
	module: Module
): AgendaBlock {
	const { id, title, kind, minutes, priority, group, chosen, prompts, captures } = block;
	// What has become another kind of work has left its protocol and roles behind.
	const followed = original?.kind === kind ? original : undefined;
	const passage = (part: Part): Passage | null => {
		const known = original?.[part] ?? null;
		if (block[part].trim() === '') return null;
		return known?.markdown === block[part] ? known : ownPassage(block[part], module);
	};
	return {
		...{ id, title, kind, minutes, priority, group, chosen, prompts, captures },
		segments: block.segments.map((segment) => ({
			...segment,
			seconds: original?.segments.find(({ video }) => video === segment.video)?.seconds ?? null
		})),
		protocol: followed?.protocol ?? null,
		roles: followed?.roles ?? [],
		min: Math.min(block.min, minutes),
		max: Math.max(block.max, minutes),
		say: passage('say'),
		do: passage('do'),
		participants: passage('participants'),
		projector: passage('projector'),
		listenFor: passage('listenFor'),
		ifQuiet: passage('ifQuiet'),
		ifHeated: passage('ifHeated'),
		online: passage('online')
	};
}
