import { passage, type Passage } from './passage.ts';
import { minutesOf, speakers, type ProtocolFields, type WrittenProtocol } from './protocol.ts';

/** A protocol as everyone uses it: every passage rendered, every speaker by name. */
export interface Protocol {
	id: string;
	title: string;
	summary: string;
	/** How many it takes; `to` is null when there may be any number. */
	people: ProtocolFields['people'];
	roles: Role[];
	/** Of all steps together. */
	minutes: number;
	steps: ProtocolStep[];
}

/** What somebody does in a group. */
export interface Role {
	name: string;
	what: string | null;
	/** Of all who have no other role. */
	others: boolean;
}

export interface ProtocolStep {
	title: string;
	minutes: number;
	speaks: Speaks;
	text: Passage;
}

export type Speaks = { who: (typeof speakers)[number] } | { who: 'roles'; names: string[] };

export function finishProtocol(written: WrittenProtocol): Protocol {
	const { id, title, summary, people, roles } = written.fields;
	return {
		id,
		title,
		summary,
		people,
		roles: roles.map(({ name, what, others }) => ({ name, what, others })),
		minutes: minutesOf(written),
		steps: written.steps.map((step) => ({
			title: step.title,
			minutes: step.minutes ?? 0,
			speaks: speaksOf(step.speaks ?? [], roles),
			text: passage(step.markdown)
		}))
	};
}

function speaksOf(said: readonly string[], roles: ProtocolFields['roles']): Speaks {
	const who = speakers.find((word) => word === said[0]);
	if (who !== undefined) return { who };
	return {
		who: 'roles',
		names: roles.filter(({ id }) => said.includes(id)).map(({ name }) => name)
	};
}
