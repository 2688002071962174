import { agendaKinds, priorities, type Grouping, type WrittenAttributes } from './agenda.ts';

/** `## Opening circle {#open kind=welcome minutes=8 min=5 priority=must group=whole}` */
export interface Heading extends WrittenAttributes {
	title: string;
	id: string | null;
	complaints: string[];
}

const names = ['kind', 'minutes', 'min', 'max', 'priority', 'group', 'chosen', 'roles', 'omit'];

export function parseHeading(line: string): Heading {
	const match = /^##[ \t]+(.*?)[ \t]*(?:\{([^{}]*)\}[ \t]*)?$/.exec(line);
	const heading: Heading = {
		...unsaid,
		title: (match?.[1] ?? '').trim(),
		id: null,
		complaints: []
	};
	if (match?.[2] === undefined) {
		heading.complaints.push(
			'This agenda block has no braces. End its line with {#its-id kind=… minutes=… priority=… group=…}.'
		);
		return heading;
	}
	for (const attribute of attributesOf(match[2])) readAttribute(attribute, heading);
	if (heading.id === null) {
		heading.complaints.push(
			'This agenda block has no id. Begin its braces with # and an id, such as {#open …}.'
		);
	}
	if (heading.title === '')
		heading.complaints.push('This agenda block has no title. Write one after ##.');
	return heading;
}

const unsaid: WrittenAttributes = {
	kind: null,
	minutes: null,
	min: null,
	max: null,
	priority: null,
	group: null,
	chosen: null,
	roles: null,
	omit: false
};

interface Attribute {
	/** An id stands alone and keeps its #. */
	name: string;
	value: string;
}

/** The words between braces: `#open minutes=8 chosen="by table"`. */
export function attributesOf(braces: string): Attribute[] {
	return [...braces.matchAll(/(?:[^\s"]|"[^"]*")+/g)].map(([word]) => {
		const at = word.indexOf('=');
		if (at < 0 || word.startsWith('#')) return { name: word, value: '' };
		return { name: word.slice(0, at), value: word.slice(at + 1).replace(/^"(.*)"$/, '$1') };
	});
}

function readAttribute({ name, value }: Attribute, heading: Heading): void {
	const complain = (message: string) => heading.complaints.push(message);
	if (name.startsWith('#')) {
		const id = name.slice(1);
		if (!isId(id)) complain(`The id #${id} must be in lower case with hyphens, such as #open.`);
		else heading.id = id;
		return;
	}
	switch (name) {
		case 'omit':
			heading.omit = true;
			break;
		case 'kind':
			heading.kind = agendaKinds.find((kind) => kind === value) ?? null;
			if (!heading.kind)
				complain(`kind=${value} is not known. The kinds are: ${agendaKinds.join(', ')}.`);
			break;
		case 'priority':
			heading.priority = priorities.find((priority) => priority === value) ?? null;
			if (!heading.priority) complain(`priority=${value} is not known. Write must, trim or skip.`);
			break;
		case 'minutes':
		case 'min':
		case 'max':
			heading[name] = /^\d{1,4}$/.test(value) ? Number(value) : null;
			if (heading[name] === null) complain(`${name}=${value} is not a whole number of minutes.`);
			break;
		case 'group':
			heading.group = grouping(value);
			if (heading.group === null)
				complain(`group=${value} is not known. Write whole, pairs or groups-of-4.`);
			break;
		case 'chosen':
			heading.chosen = value;
			break;
		case 'roles':
			heading.roles = value
				.split(',')
				.map((role) => role.trim())
				.filter((role) => role !== '');
			if (heading.roles.length === 0)
				complain('roles= is empty. Name them, such as roles="timekeeper, scribe".');
			break;
		default:
			complain(`${name} is not known in an agenda block. Write: ${names.join(', ')}.`);
	}
}

export function isId(text: string): boolean {
	return /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text);
}

function grouping(value: string): Grouping | null {
	if (value === 'whole' || value === 'pairs') return value;
	const size = Number(/^groups-of-(\d{1,2})$/.exec(value)?.[1]);
	return size >= 2 ? size : null;
}

export function writeHeading(block: Omit<Heading, 'complaints'>): string {
	const said = [
		block.id === null ? '' : `#${block.id}`,
		block.kind === null ? '' : `kind=${block.kind}`,
		block.minutes === null ? '' : `minutes=${block.minutes}`,
		block.min === null ? '' : `min=${block.min}`,
		block.max === null ? '' : `max=${block.max}`,
		block.priority === null ? '' : `priority=${block.priority}`,
		block.group === null
			? ''
			: `group=${typeof block.group === 'number' ? `groups-of-${block.group}` : block.group}`,
		block.chosen === null ? '' : `chosen="${block.chosen}"`,
		block.roles === null ? '' : `roles="${block.roles.join(', ')}"`,
		block.omit ? 'omit' : ''
	];
	return `## ${block.title} {${said.filter((word) => word !== '').join(' ')}}`;
}
