import * as v from 'valibot';
import { group, listOf, minutes, oneOf, words } from './fields.ts';

/** The agenda as it is written: the words of a guide's format, and what one block of it holds. */

export const agendaKinds = [
	'welcome',
	'norms',
	'video',
	'write-alone',
	'pair',
	'small-group',
	'whole-group',
	'protocol',
	'break',
	'closure',
	'commit'
] as const;
export type AgendaKind = (typeof agendaKinds)[number];

export const priorities = ['must', 'trim', 'skip'] as const;
export type Priority = (typeof priorities)[number];

export const captureTargets = [
	'wall',
	'journal',
	'group-note',
	'parking-lot',
	'commitment'
] as const;
export type CaptureTarget = (typeof captureTargets)[number];

export const sectionNames = [
	'participants',
	'projector',
	'say',
	'do',
	'listen-for',
	'if-it-is-quiet',
	'if-it-gets-heated',
	'online'
] as const;
export type SectionName = (typeof sectionNames)[number];

/** Everyone together, in twos, or in groups of so many. */
export type Grouping = 'whole' | 'pairs' | number;

export interface Capture {
	where: CaptureTarget;
	anonymous: boolean;
	prompt: string | null;
}

export interface Segment {
	/** The id of a video block of the module. */
	video: string;
	from: number;
	to: number | null;
}

/** What the braces after a block's title say; null is not said. */
export interface WrittenAttributes {
	kind: AgendaKind | null;
	minutes: number | null;
	min: number | null;
	max: number | null;
	priority: Priority | null;
	group: Grouping | null;
	/** How groups are chosen: "by table", "across roles". */
	chosen: string | null;
	/** What people do in each group: "timekeeper", "scribe". */
	roles: string[] | null;
	/** In a guide that extends another: the block is left out. */
	omit: boolean;
}

export interface WrittenAgendaBlock extends WrittenAttributes {
	id: string;
	title: string;
	line: number;
	sections: Partial<Record<SectionName, string>>;
	captures: Capture[];
	segments: Segment[];
	prompts: string[];
	/** The id of the protocol it follows. */
	protocol: string | null;
}

export const guideFields = group({
	variant: oneOf('in-person', 'online', 'self-study'),
	extends: v.nullish(oneOf('in-person', 'online', 'self-study'), null),
	minutes: minutes(),
	prepare: v.nullish(listOf(group({ when: words(), what: words() })), []),
	materials: v.nullish(
		listOf(
			group({
				name: words(),
				per: oneOf('table', 'person', 'room'),
				count: v.nullish(minutes(), 1),
				note: v.nullish(words(), null),
				file: v.nullish(words(), null)
			})
		),
		[]
	)
});
export type GuideFields = v.InferOutput<typeof guideFields>;
export type Variant = GuideFields['variant'];
