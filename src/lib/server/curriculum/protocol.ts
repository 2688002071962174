import * as v from 'valibot';
import type { Language } from '../../languages.ts';
import { languageOf } from './documents.ts';
import { group, id, listOf, minutes, words, yesOrNo } from './fields.ts';
import type { Fault } from './fault.ts';
import { frontMatterValue, readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { readSteps, type WrittenProtocolStep } from './protocol-steps.ts';
import { translate } from './translation.ts';

/** A way of talking together that any guide may use: timed steps, and who may speak in each. modules/protocols/*.md */

export const protocolFields = group({
	id: id(),
	title: words(),
	summary: words(),
	/** How many it takes; without `to` there may be any number. */
	people: group({ from: minutes(), to: v.nullish(minutes(), null) }),
	roles: v.nullish(
		listOf(
			group({
				id: id(),
				name: words(),
				what: words(),
				/** Of all who have no other role. */
				others: v.nullish(yesOrNo(), false)
			})
		),
		[]
	)
});
export type ProtocolFields = v.InferOutput<typeof protocolFields>;

export const speakers = ['everyone', 'nobody', 'in-turn', 'in-pairs', 'facilitator'] as const;

export interface WrittenProtocol {
	file: string;
	fields: ProtocolFields;
	steps: WrittenProtocolStep[];
	lineOf: (path: readonly (string | number)[]) => number;
}

/** Reads the files of modules/protocols; what is not written in the language is in English. */
export function readProtocols(
	files: readonly { file: string; text: string }[],
	language: Language = 'en'
): { protocols: WrittenProtocol[]; faults: Fault[] } {
	const faults: Fault[] = [];
	const protocols: WrittenProtocol[] = [];
	for (const { file, text } of files) {
		if (languageOf(file) !== null) continue;
		const split = splitFrontMatter(text);
		const front = readFrontMatter(file, split?.yaml ?? null, protocolFields);
		const { steps, complaints } = readSteps(split?.body ?? '', split?.bodyLine ?? 1);
		faults.push(...front.faults, ...complaints.map((one) => ({ file, ...one })));
		if (!front.value) continue;
		const english = { file, fields: front.value, steps, lineOf: front.lineOf };
		const other = files.find((one) => one.file === file.replace(/\.md$/, `.${language}.md`));
		protocols.push(other ? inLanguage(english, other.text) : english);
	}
	return { protocols, faults };
}

/** For the check: all protocols, and what is at fault with their files. */
export function readProtocolFiles(
	texts: ReadonlyMap<string, string>,
	faults: Fault[]
): WrittenProtocol[] {
	const files = [...texts]
		.map(([file, text]) => ({ file, text }))
		.filter(({ file }) => file.startsWith('modules/protocols/'));
	for (const { file } of files.filter((one) => !isProtocolFile(one.file))) {
		const message =
			'The folder protocols holds protocols only, named in lower case with hyphens, such as fishbowl.md.';
		faults.push({ file, line: 1, message });
	}
	const read = readProtocols(files.filter(({ file }) => isProtocolFile(file)));
	faults.push(...read.faults);
	return read.protocols;
}

function isProtocolFile(file: string): boolean {
	return /^modules\/protocols\/[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]{2})?\.md$/.test(file);
}

/** A step is matched by its place, for it has no id: nothing is stored under it. */
function inLanguage(english: WrittenProtocol, text: string): WrittenProtocol {
	const split = splitFrontMatter(text);
	const front = translate(protocolFields, english.fields, frontMatterValue(split?.yaml ?? ''));
	const { steps } = readSteps(split?.body ?? '');
	return {
		...english,
		fields: v.parse(protocolFields, front.value),
		steps: english.steps.map((step, index) => {
			const said = steps[index];
			return said ? { ...step, title: said.title, markdown: said.markdown } : step;
		})
	};
}

export function minutesOf({ steps }: Pick<WrittenProtocol, 'steps'>): number {
	return steps.reduce((sum, step) => sum + (step.minutes ?? 0), 0);
}
