import * as v from 'valibot';
import { LANGUAGES } from '../../languages.ts';
import { guideFields } from './agenda.ts';
import { blockKinds } from './blocks/index.ts';
import {
	glossaryFields,
	handoutFields,
	handoutSlug,
	languageOf,
	libraryFields,
	moduleFields,
	placeOf,
	seriesFields,
	stepFields
} from './documents.ts';
import type { Fault } from './fault.ts';
import { readFrontMatter, splitFrontMatter } from './front-matter.ts';
import { parseAgenda } from './guide-text.ts';
import { readSteps } from './protocol-steps.ts';
import { protocolFields } from './protocol.ts';
import { readWritten, type WrittenBlock } from './tags.ts';
import { translate } from './translation.ts';
import type { ContentFiles } from './written.ts';

/** The files in other languages: each says what a file in English says, by the same ids, or less. */
export function checkTranslations(files: ContentFiles): Fault[] {
	return [...files.texts]
		.filter(([file]) => languageOf(file) !== null && !file.includes('/media/'))
		.flatMap(([file, text]) => checkFile(file, text, files));
}

function checkFile(file: string, text: string, files: ContentFiles): Fault[] {
	const language = languageOf(file) ?? '';
	const name = file.split('/').at(-1) ?? '';
	const others = LANGUAGES.filter((one) => one !== 'en');
	if (!others.some((one) => one === language)) {
		const message = `${name} is in no language that we have. Translations end in: ${others.map((one) => `.${one}.md`).join(', ')}.`;
		return [{ file, line: 1, message }];
	}
	const base = name.replace(/\.[a-z]{2}\.md$/, '.md');
	const english = files.texts.get(file.replace(/[^/]+$/, base));
	if (base === 'glossary.md') {
		const split = splitFrontMatter(text);
		return readFrontMatter(file, split?.yaml ?? null, glossaryFields).faults;
	}
	const schema = schemaOf(file, base);
	if (english === undefined || schema === null) {
		const message = `${name} translates ${base}, which is not here. Give it the name of the English file, or write that first.`;
		return [{ file, line: 1, message }];
	}
	const faults = checkFront(file, text, english, schema);
	if (schema === protocolFields) return [...faults, ...checkSteps(file, text, english)];
	if (base.startsWith('guide.')) return [...faults, ...checkAgenda(file, text, english)];
	return [...faults, ...checkBody(file, text, english, placeOf(base.slice(0, -3)) !== null)];
}

function schemaOf(file: string, base: string): v.GenericSchema | null {
	if (file.startsWith('modules/library/')) return libraryFields;
	if (file.startsWith('modules/protocols/')) return protocolFields;
	if (base === 'series.md') return seriesFields;
	if (base === 'module.md') return moduleFields;
	if (base.startsWith('guide.')) return guideFields;
	if (handoutSlug(base) !== null) return handoutFields;
	return placeOf(base.slice(0, -3)) === null ? null : stepFields;
}

function checkFront(file: string, text: string, english: string, schema: v.GenericSchema): Fault[] {
	const yaml = splitFrontMatter(text)?.yaml ?? null;
	const front = readFrontMatter(file, yaml, v.unknown());
	if (front.faults.length > 0) return front.faults;
	// What is wrong with the English file is said there.
	const base = readFrontMatter('', splitFrontMatter(english)?.yaml ?? null, v.unknown());
	if (base.faults.length > 0) return [];
	return translate(schema, base.value, front.value).complaints.map(({ path, message }) => ({
		file,
		line: front.lineOf(path),
		message
	}));
}

function checkAgenda(file: string, text: string, english: string): Fault[] {
	const split = splitFrontMatter(text);
	const agenda = parseAgenda(split?.body ?? '', split?.bodyLine ?? 1);
	const known = parseAgenda(splitFrontMatter(english)?.body ?? '').blocks;
	const faults = agenda.complaints.map((one) => ({ file, ...one }));
	for (const block of agenda.blocks) {
		const { id, line, kind, minutes, min, max, priority, group, chosen, omit } = block;
		const { captures, segments, prompts, protocol } = block;
		const said = {
			kind,
			minutes,
			min,
			max,
			priority,
			group,
			chosen,
			omit,
			captures,
			segments,
			prompts,
			protocol
		};
		const base = known.find((one) => one.id === id);
		const at = (message: string) => faults.push({ file, line, message });
		if (!base) {
			at(`#${id} is not in the English guide. Mend the id, or write the block there first.`);
			continue;
		}
		for (const [key, value] of Object.entries(said)) {
			const isSaid = Array.isArray(value) ? value.length > 0 : value !== null && value !== false;
			const isSame = JSON.stringify(value) === JSON.stringify(Reflect.get(base, key));
			if (isSaid && !isSame) {
				at(
					`\`${key}\` of #${id} always comes from the English guide. Keep the title, the id, and the sections.`
				);
			}
		}
		if (block.roles !== null && block.roles.length !== base.roles?.length) {
			at(`#${id} has other roles than the English guide. Name as many, in the same order.`);
		}
		for (const name of Object.keys(block.sections)) {
			if (!Object.hasOwn(base.sections, name)) {
				at(`::${name} of #${id} is not in the English guide. Write it there first.`);
			}
		}
	}
	return faults;
}

function checkSteps(file: string, text: string, english: string): Fault[] {
	const split = splitFrontMatter(text);
	const { steps, complaints } = readSteps(split?.body ?? '', split?.bodyLine ?? 1);
	const faults: Fault[] = complaints.map((one) => ({ file, ...one }));
	const known = readSteps(splitFrontMatter(english)?.body ?? '').steps;
	if (steps.length > 0 && steps.length !== known.length) {
		const message = `There are ${steps.length} steps, and ${known.length} in the English protocol. Give as many, in the same order.`;
		faults.push({ file, line: 1, message });
	}
	steps.forEach(({ line, minutes, speaks, markdown, title }, index) => {
		const base = known[index];
		const isOther =
			(minutes !== null && minutes !== base?.minutes) ||
			(speaks !== null && String(speaks) !== String(base?.speaks));
		if (base && isOther) {
			const message = `The minutes of "${title}" and who speaks always come from the English protocol. Remove its braces.`;
			faults.push({ file, line, message });
		}
		if (markdown === '')
			faults.push({
				file,
				line,
				message: `"${title}" says nothing. Translate what stands below it.`
			});
	});
	return faults;
}

function checkBody(file: string, text: string, english: string, isStep: boolean): Fault[] {
	const split = splitFrontMatter(text);
	const written = readWritten(split?.body ?? '', split?.bodyLine ?? 1);
	const faults: Fault[] = written.complaints.map((one) => ({ file, ...one }));
	if (!isStep) {
		for (const { line } of [...written.blocks, ...written.wraps]) {
			faults.push({ file, line, message: 'Blocks belong in steps. Move this one to a step file.' });
		}
		return faults;
	}
	const base = readWritten(splitFrontMatter(english)?.body ?? '', 1);
	let before = -1;
	const seen = new Set<string>();
	for (const block of written.blocks) {
		const id = String(block.props['id']);
		const at = base.blocks.findIndex((one) => one.props['id'] === block.props['id']);
		const original = base.blocks[at];
		const fault = (message: string, name = '') =>
			faults.push({ file, line: block.lines[name] ?? block.line, message });
		if (original?.kind !== block.kind) {
			fault(
				`<${blockKinds[block.kind].tag}> with the id ${id} is not in the English step. Give it the id it has there.`
			);
		} else if (seen.has(id)) fault(`The block ${id} is here twice. Keep one.`);
		else {
			if (at < before) {
				fault(`The block ${id} stands in another order than in English. Move it to its place.`);
			}
			before = Math.max(before, at);
			faults.push(...checkBlock(file, block, original));
		}
		seen.add(id);
	}
	return faults;
}

function checkBlock(file: string, block: WrittenBlock, english: WrittenBlock): Fault[] {
	const { tag, asks, fields } = blockKinds[block.kind];
	const schema: v.GenericSchema = fields;
	const faults = translate(schema, english.props, block.props).complaints.map(
		({ path, message }): Fault => ({
			file,
			line: block.lines[String(path[0] ?? '')] ?? block.line,
			message: `<${tag}>: ${message}`
		})
	);
	if (!asks && block.prompt !== null && block.prompt !== '') {
		const message = `<${tag}> has no question. End its tag with /> and move the words out of it.`;
		faults.push({ file, line: block.line, message });
	}
	return faults;
}
