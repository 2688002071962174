import { blockKinds } from './blocks/index.ts';
import { checkAgain } from './check-again.ts';
import { checkBlock, isThere, missing } from './check-blocks.ts';
import { checkGuide, type Referable } from './check-guide.ts';
import { checkProtocol } from './check-protocol.ts';
import { checkTranslations } from './check-translation.ts';
import type { LibraryFields } from './documents.ts';
import type { Fault } from './fault.ts';
import { checkLock, lockFile, type Named } from './lock.ts';
import { namesOf, namesOfPage, retiredOf } from './names.ts';
import { readProtocolFiles } from './protocol.ts';
import {
	readContent,
	readLibrary,
	type ContentFiles,
	type WrittenModule,
	type WrittenPage,
	type WrittenSeries,
	type WrittenStep
} from './written.ts';

export interface Checked {
	faults: Fault[];
	/** Every id in the content, for the lock. */
	named: Named[];
}

/** Everything that an author must mend. Pure: files in, faults out. */
export function check(files: ContentFiles): Checked {
	const faults: Fault[] = [];
	const content = readContent(files, faults);
	const library = readLibrary(files, faults);
	const written = readProtocolFiles(files.texts, faults);
	const named = [
		...content.flatMap(namesOf),
		...library.flatMap(namesOfPage('page')),
		...written.flatMap(namesOfPage('protocol'))
	];
	faults.push(...checkTwice(named));
	faults.push(...library.flatMap(checkPage), ...checkTranslations(files));
	faults.push(...written.flatMap(checkProtocol));
	const protocols = new Map(written.map((one) => [one.fields.id, one]));
	for (const series of content) {
		faults.push(...checkGlossary(series));
		faults.push(...checkPrerequisites(series), ...checkAgain(series));
		const kinds = new Map(
			blocksOf(series).map(({ block }) => [String(block.props['id']), block.kind])
		);
		for (const module of series.modules) {
			const referable = { kinds, videos: videosOf(module, files), protocols };
			faults.push(...checkModule(module, series, referable, files));
		}
	}
	const retired = content.flatMap(retiredOf);
	// A file that cannot be read hides its ids; they are not gone.
	const readable = faults.length === 0;
	faults.push(...checkLock(files.texts.get(lockFile) ?? '', named, retired, readable));
	return { faults: inOrder(faults), named };
}

function checkModule(
	module: WrittenModule,
	series: WrittenSeries,
	referable: Referable,
	files: ContentFiles
): Fault[] {
	const faults: Fault[] = [];
	const at = (path: string[], message: string) =>
		faults.push({ file: module.file, line: module.lineOf(path), message });
	const { fields, steps } = module;
	const arcs = series.fields?.arcs.map(({ id }) => id);
	if (fields && arcs && !arcs.includes(fields.arc)) {
		at(['arc'], `\`arc\` is ${fields.arc}. The arcs of this series are: ${arcs.join(', ')}.`);
	}
	if (steps.length === 0) at([], 'The module has no steps. Add a file such as 10-its-name.md.');
	const total = steps.reduce((sum, step) => sum + (step.fields?.minutes ?? 0), 0);
	if (
		fields &&
		steps.length > 0 &&
		steps.every((step) => step.fields) &&
		total !== fields.minutes.alone
	) {
		at(
			['minutes', 'alone'],
			`The steps take ${total} minutes, and \`minutes.alone\` says ${fields.minutes.alone}. Make them equal.`
		);
	}
	for (const step of steps) {
		faults.push(...checkStep(step));
		for (const block of step.blocks) {
			faults.push(...checkBlock(block, step, module, files, series.fields?.audiences ?? null));
		}
		faults.push(...checkModes(step, module));
	}
	for (const { file, mentions } of [...steps, ...module.handouts]) {
		for (const { file: mentioned, line } of mentions) {
			if (!isThere(mentioned, module, files)) {
				faults.push({ file, line, message: missing(mentioned, module) });
			}
		}
	}
	for (const { file, fields: handout, hasProse } of module.handouts) {
		if (handout && !hasProse) {
			faults.push({ file, line: 1, message: 'The handout is empty. Write what the page says.' });
		}
	}
	for (const guide of module.guides) {
		faults.push(...checkGuide(guide, module, referable, files));
	}
	return faults;
}

function checkStep({ file, fields, lineOf, blocks }: WrittenStep): Fault[] {
	const kinds = new Set<string>(blocks.map(({ kind }) => kind));
	if (!blocks.some(({ kind }) => blockKinds[kind].completable)) {
		const message = 'Nothing in this step can be completed. Add a Video, Reflect, Poll or Check.';
		return [{ file, line: 1, message }];
	}
	return (fields?.requires ?? []).flatMap((kind, index) =>
		kinds.has(kind)
			? []
			: [
					{
						file,
						line: lineOf(['requires', index]),
						message: `\`requires\` names ${kind}, but this step has none. Add one or remove ${kind}.`
					}
				]
	);
}

/** Words for one mode make sense where there are both. */
function checkModes({ file, wraps }: WrittenStep, { fields }: WrittenModule): Fault[] {
	const modes = fields?.modes ?? ['alone', 'group'];
	if (modes.includes('alone') && modes.includes('group')) return [];
	return wraps.map(({ kind, line }) => {
		const tag = kind === 'alone' ? 'Alone' : 'Group';
		const message = `<${tag}> is for a module with both modes. Write \`modes: [alone, group]\` in module.md, or take the tag off.`;
		return { file, line, message };
	});
}

function checkPage({ file, fields, lineOf, hasProse }: WrittenPage<LibraryFields>): Fault[] {
	if (!fields) return [];
	if (fields.href === null && !hasProse) {
		const message =
			'The page is empty. Write it, or give the address of a page elsewhere as `href`.';
		return [{ file, line: 1, message }];
	}
	if (fields.href !== null && hasProse) {
		const message =
			'A link to elsewhere has no words below its front matter. Remove them or `href`.';
		return [{ file, line: lineOf(['href']), message }];
	}
	return [];
}

function checkGlossary({ glossary }: WrittenSeries): Fault[] {
	if (!glossary?.fields) return [];
	const { file, fields, lineOf } = glossary;
	const seen = new Set<string>();
	return fields.terms.flatMap(({ term, also }, index) =>
		[term, ...also].flatMap((form) => {
			const isNew = !seen.has(form.toLowerCase());
			seen.add(form.toLowerCase());
			if (isNew) return [];
			const message = `The glossary explains ${form} twice. Keep one.`;
			return [{ file, line: lineOf(['terms', index]), message }];
		})
	);
}

function checkPrerequisites(series: WrittenSeries): Fault[] {
	const faults: Fault[] = [];
	const needs = new Map(
		series.modules.flatMap(({ fields }) =>
			fields ? [[fields.id, fields.prerequisites] as const] : []
		)
	);
	const leadsTo = (from: string, target: string, seen: Set<string>): boolean =>
		(needs.get(from) ?? []).some((next) => {
			if (next === target) return true;
			if (seen.has(next)) return false;
			seen.add(next);
			return leadsTo(next, target, seen);
		});
	for (const { file, fields, lineOf } of series.modules) {
		if (!fields) continue;
		fields.prerequisites.forEach((needed, index) => {
			if (!needs.has(needed)) {
				const message = `\`prerequisites\` names ${needed}, which is no module of this series. Mend the id.`;
				faults.push({ file, line: lineOf(['prerequisites', index]), message });
			}
		});
		if (leadsTo(fields.id, fields.id, new Set())) {
			const message = `\`prerequisites\` go in a circle: ${fields.id} needs itself in the end. Remove one.`;
			faults.push({ file, line: lineOf(['prerequisites']), message });
		}
	}
	return faults;
}

function checkTwice(named: readonly Named[]): Fault[] {
	const first = new Map<string, Named>();
	const faults: Fault[] = [];
	for (const one of named) {
		const other = first.get(one.id);
		if (!other) first.set(one.id, one);
		else if (one.kind !== 'agenda') {
			const message = `The id ${one.id} is used twice: also at ${other.file}:${other.line}. Give one of them a new id.`;
			faults.push({ file: one.file, line: one.line, message });
		}
	}
	return faults;
}

function blocksOf(series: WrittenSeries) {
	return series.modules.flatMap((module) =>
		module.steps.flatMap((step) => step.blocks.map((block) => ({ module, step, block })))
	);
}

function videosOf(module: WrittenModule, files: ContentFiles): Map<string, number | null> {
	const blocks = module.steps.flatMap((step) => step.blocks).filter(({ kind }) => kind === 'video');
	return new Map(
		blocks.map(({ props }) => {
			const seconds = files.media.get(`${module.folder}/${String(props['src'])}`)?.seconds ?? 0;
			return [String(props['id']), seconds > 0 ? seconds : null];
		})
	);
}

function inOrder(faults: Fault[]): Fault[] {
	return faults.toSorted((one, other) =>
		one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1
	);
}
