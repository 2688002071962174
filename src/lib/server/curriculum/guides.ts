import * as v from 'valibot';
import type { Language } from '../../languages.ts';
import { guideFields, type GuideFields } from './agenda.ts';
import { languageOf } from './documents.ts';
import { frontMatterValue, readFrontMatter, splitFrontMatter } from './front-matter.ts';
import type { Fault } from './fault.ts';
import { parseAgenda } from './guide-text.ts';
import { extendAgenda, translateAgenda, type WrittenGuide } from './guide.ts';
import { translate } from './translation.ts';

export interface ReadGuide extends WrittenGuide {
	file: string;
	/** Ids of the blocks that are written in this file; the others come from the guide that it extends. */
	own: ReadonlySet<string>;
	lineOf: (path: readonly (string | number)[]) => number;
}

interface GuideFile {
	file: string;
	text: string;
}

/**
 * Reads the guides of one module, each with what it takes from the one that it extends. What is written in the
 * language stands beside the English file, as guide.online.es.md; the rest is in English.
 */
export function readGuides(
	files: readonly GuideFile[],
	language: Language = 'en'
): { guides: ReadGuide[]; faults: Fault[] } {
	const faults: Fault[] = [];
	const written: ReadGuide[] = [];
	for (const { file, text } of files) {
		if (languageOf(file) !== null) continue;
		const split = splitFrontMatter(text);
		const front = readFrontMatter(file, split?.yaml ?? null, guideFields);
		const agenda = parseAgenda(split?.body ?? '', split?.bodyLine ?? 1);
		faults.push(...front.faults, ...agenda.complaints.map((one) => ({ file, ...one })));
		if (!front.value) continue;
		const guide = {
			file,
			language: 'en' as const,
			fields: front.value,
			blocks: agenda.blocks,
			own: new Set(agenda.blocks.map(({ id }) => id)),
			lineOf: front.lineOf
		};
		const other = files.find((one) => one.file === file.replace(/\.md$/, `.${language}.md`));
		written.push(other ? inLanguage(guide, other.text, language) : guide);
	}
	const guides = written.map((guide) => {
		const base = baseOf(guide.fields, written);
		if (typeof base === 'string') {
			faults.push({ file: guide.file, line: guide.lineOf(['extends']), message: base });
			return guide;
		}
		return base ? { ...guide, blocks: extendAgenda(base.blocks, guide.blocks) } : guide;
	});
	return { guides, faults };
}

function inLanguage(guide: ReadGuide, text: string, language: Language): ReadGuide {
	const split = splitFrontMatter(text);
	const front = translate(guideFields, guide.fields, frontMatterValue(split?.yaml ?? ''));
	return {
		...guide,
		language,
		fields: v.parse(guideFields, front.value),
		blocks: translateAgenda(guide.blocks, parseAgenda(split?.body ?? '').blocks)
	};
}

/** The guide that is extended, null when there is none, or what is wrong. */
function baseOf(fields: GuideFields, written: readonly ReadGuide[]): ReadGuide | string | null {
	if (fields.extends === null) return null;
	const base = written.find((one) => one.fields.variant === fields.extends);
	if (!base)
		return `\`extends\` names ${fields.extends}, but there is no guide.${fields.extends}.md here.`;
	if (base.fields.extends !== null) {
		return `\`extends\` must name a guide that is whole; guide.${fields.extends}.md extends another one.`;
	}
	return base;
}
