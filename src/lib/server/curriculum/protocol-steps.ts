import { attributesOf } from './agenda-heading.ts';

export interface WrittenProtocolStep {
	title: string;
	line: number;
	minutes: number | null;
	/** One of the known words, or ids of roles; null is not said. */
	speaks: string[] | null;
	markdown: string;
}

interface WrittenSteps {
	steps: WrittenProtocolStep[];
	complaints: { line: number; message: string }[];
}

/** The body of a protocol. Total: any text gives steps and a list of complaints. */
export function readSteps(body: string, bodyLine = 1): WrittenSteps {
	const steps: WrittenProtocolStep[] = [];
	const complaints: WrittenSteps['complaints'] = [];
	body.split(/\r?\n/).forEach((raw, index) => {
		const line = bodyLine + index;
		const step = steps.at(-1);
		if (/^##(?!#)/.test(raw)) {
			const { messages, ...said } = readHeading(raw.trimEnd());
			complaints.push(...messages.map((message) => ({ line, message })));
			steps.push({ ...said, line, markdown: '' });
		} else if (step) step.markdown += `${raw}\n`;
		else if (raw.trim() !== '') {
			const message = 'These words are in no step. Begin a step with ## and its title.';
			complaints.push({ line, message });
		}
	});
	return {
		steps: steps.map((step) => ({ ...step, markdown: step.markdown.trim() })),
		complaints
	};
}

/** `## In the middle {minutes=5 speaks=inner}` */
function readHeading(line: string): Omit<WrittenProtocolStep, 'line' | 'markdown'> & {
	messages: string[];
} {
	const [, title = '', braces = ''] =
		/^##[ \t]*(.*?)[ \t]*(?:\{([^{}]*)\}[ \t]*)?$/.exec(line) ?? [];
	const said = {
		title: title.trim(),
		minutes: null as number | null,
		speaks: null as string[] | null
	};
	const messages: string[] = [];
	if (said.title === '') messages.push('This step has no title. Write one after ##.');
	for (const { name, value } of attributesOf(braces)) {
		if (name === 'minutes') {
			said.minutes = /^[1-9]\d{0,2}$/.test(value) ? Number(value) : null;
			if (said.minutes === null)
				messages.push(`minutes=${value} is not a whole number of minutes, at least 1.`);
		} else if (name === 'speaks') {
			said.speaks = value.split(/[\s,]+/).filter((word) => word !== '');
		} else messages.push(`${name} is not known in a step. Write: minutes, speaks.`);
	}
	return { ...said, messages };
}
