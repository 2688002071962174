import type { WrittenAgendaBlock } from './agenda.ts';
import type { Fault } from './fault.ts';
import { minutesOf, speakers, type WrittenProtocol } from './protocol.ts';

/** What an author must mend in a protocol. */
export function checkProtocol({ file, fields, steps, lineOf }: WrittenProtocol): Fault[] {
	const faults: Fault[] = [];
	const at = (line: number, message: string) => faults.push({ file, line, message });
	const { from, to } = fields.people;
	const roles = fields.roles.map(({ id }) => id);
	if (to !== null && to < from)
		at(lineOf(['people', 'to']), `\`people.to\` is ${to}, below \`people.from\`. Raise it.`);
	fields.roles.forEach(({ id, others }, index) => {
		const line = lineOf(['roles', index]);
		if (speakers.some((word) => word === id))
			at(line, `A role cannot have the id ${id}, which says who speaks. Choose another.`);
		if (roles.indexOf(id) !== index) at(line, `The role ${id} is here twice. Keep one.`);
		if (others && fields.roles.findIndex((role) => role.others) !== index)
			at(line, 'Only one role can be that of all others. Take `others` off this one.');
	});
	if (steps.length === 0)
		at(1, 'The protocol has no steps. Begin one with ## Its title {minutes=3 speaks=everyone}.');
	for (const { title, line, minutes, speaks, markdown } of steps) {
		if (minutes === null) at(line, `"${title}" does not say its minutes. Add minutes=… in braces.`);
		if (speaks === null || speaks.length === 0)
			at(line, `"${title}" does not say who speaks. Add speaks=everyone, or who else, in braces.`);
		for (const word of speaks ?? []) {
			const known = [...(speaks?.length === 1 ? speakers : []), ...roles];
			if (!known.includes(word))
				at(line, `speaks=${word} is not known here. Write one of: ${known.join(', ')}.`);
		}
		if (markdown === '') at(line, `"${title}" says nothing. Write below it what people do.`);
	}
	return faults;
}

/** Whether an agenda block can run the protocol that it names, and what its roles are. */
export function checkProtocolOf(
	block: WrittenAgendaBlock,
	protocols: ReadonlyMap<string, WrittenProtocol>,
	complain: (message: string) => void
): void {
	const { id, group, roles } = block;
	const size = group === 'pairs' ? 2 : group;
	if (roles !== null && group === 'whole')
		complain(`#${id} has roles, but no groups. Write group=groups-of-4, or remove roles=.`);
	if (roles !== null && typeof size === 'number' && roles.length > size)
		complain(`#${id} has ${roles.length} roles for groups of ${size}. Remove some.`);
	if (block.protocol === null) return;
	const protocol = protocols.get(block.protocol);
	if (!protocol) {
		complain(
			`#${id} names the protocol ${block.protocol}, which is not under modules/protocols. Mend the id; there are: ${[...protocols.keys()].join(', ') || 'none'}.`
		);
		return;
	}
	const minutes = minutesOf(protocol);
	const least = block.min ?? block.minutes;
	const most = block.max ?? block.minutes;
	if (least !== null && most !== null && (minutes < least || minutes > most)) {
		complain(
			`The steps of ${block.protocol} take ${minutes} minutes, and #${id} may have ${least === most ? least : `${least} to ${most}`}. Change min= or max=, or take another protocol.`
		);
	}
	const { from, to } = protocol.fields.people;
	if (size === 'whole' && to !== null) {
		complain(
			`#${id} is for the whole group, and ${block.protocol} for ${from} to ${to} people. Write group=groups-of-${Math.max(2, from)}.`
		);
	} else if (typeof size === 'number' && (size < from || size > (to ?? size))) {
		complain(
			`#${id} makes groups of ${size}, and ${block.protocol} is for ${to === null ? `at least ${from}` : `${from} to ${to}`} people. Change group=.`
		);
	}
	if (roles !== null && protocol.fields.roles.length > 0)
		complain(`#${id} takes its roles from ${block.protocol}. Remove roles=.`);
}
