import type {
	AgendaKind,
	Capture,
	Grouping,
	GuideFields,
	Priority,
	Segment,
	Variant,
	WrittenAgendaBlock
} from './agenda.ts';
import type { Language } from '../../languages.ts';
import type { Protocol, Role } from './finish-protocol.ts';
import type { Passage } from './passage.ts';

/** A guide as everyone uses it: every value said or filled in, every passage rendered. */

export interface AgendaBlock {
	/** For ever, and the same across the module's variants. */
	id: string;
	title: string;
	kind: AgendaKind;
	/** The ideal, and how far it may shrink or grow. */
	minutes: number;
	min: number;
	max: number;
	priority: Priority;
	group: Grouping;
	chosen: string | null;
	participants: Passage | null;
	projector: Passage | null;
	say: Passage | null;
	do: Passage | null;
	listenFor: Passage | null;
	ifQuiet: Passage | null;
	ifHeated: Passage | null;
	online: Passage | null;
	segments: PlayedSegment[];
	prompts: string[];
	captures: Capture[];
	/** The protocol that it follows, with its timed steps. */
	protocol: Protocol | null;
	/** What people do in each group: the block's own roles, or the protocol's. */
	roles: Role[];
}

export interface PlayedSegment extends Segment {
	/** Of the whole video; null when it is not known. */
	seconds: number | null;
}

export interface Guide {
	variant: Variant;
	/** What is not translated in it is in English. */
	language: Language;
	minutes: number;
	prepare: { when: string; what: string }[];
	materials: Material[];
	agenda: AgendaBlock[];
}

export interface Material {
	name: string;
	per: 'table' | 'person' | 'room';
	count: number;
	note: string | null;
	file: string | null;
}

export interface WrittenGuide {
	language: Language;
	fields: GuideFields;
	blocks: WrittenAgendaBlock[];
}

/**
 * Blocks of a guide that extends another: what is said replaces, what isn't said stays, `omit` leaves out.
 * A block that the base doesn't have comes after the one written before it.
 */
export function extendAgenda(
	base: readonly WrittenAgendaBlock[],
	changes: readonly WrittenAgendaBlock[]
): WrittenAgendaBlock[] {
	const agenda = [...base];
	let after = -1;
	for (const change of changes) {
		const at = agenda.findIndex((block) => block.id === change.id);
		const block = agenda[at];
		if (block) {
			agenda[at] = overlay(block, change);
			after = at;
		} else {
			after += 1;
			agenda.splice(after, 0, change);
		}
	}
	return agenda.filter((block) => !block.omit);
}

/** Titles and sections in another language; what it does not have stays as it is. */
export function translateAgenda(
	english: readonly WrittenAgendaBlock[],
	other: readonly WrittenAgendaBlock[]
): WrittenAgendaBlock[] {
	return english.map((block) => {
		const said = other.find(({ id }) => id === block.id);
		if (!said) return block;
		const roles = said.roles ?? block.roles;
		return {
			...block,
			title: said.title,
			roles,
			sections: { ...block.sections, ...said.sections }
		};
	});
}

function overlay(base: WrittenAgendaBlock, change: WrittenAgendaBlock): WrittenAgendaBlock {
	// What becomes another kind of work, such as writing alone, has left its protocol and roles behind.
	const isSameKind = change.kind === null || change.kind === base.kind;
	return {
		id: base.id,
		title: change.title,
		line: change.line,
		kind: change.kind ?? base.kind,
		minutes: change.minutes ?? base.minutes,
		min: change.min ?? base.min,
		max: change.max ?? base.max,
		priority: change.priority ?? base.priority,
		group: change.group ?? base.group,
		chosen: change.chosen ?? base.chosen,
		roles: change.roles ?? (isSameKind ? base.roles : null),
		omit: change.omit,
		sections: { ...base.sections, ...change.sections },
		captures: change.captures.length > 0 ? change.captures : base.captures,
		segments: change.segments.length > 0 ? change.segments : base.segments,
		prompts: change.prompts.length > 0 ? change.prompts : base.prompts,
		protocol: change.protocol ?? (isSameKind ? base.protocol : null)
	};
}
