import type { Language } from '../../languages.ts';
import { finishBlock, type Surroundings } from './blocks/finish.ts';
import { blockKinds, isBlockKind, type Block } from './blocks/index.ts';
import { stepFields } from './documents.ts';
import { fieldsOf, render, translationOf } from './files.ts';
import { explain, type Glossaries } from './glossary.ts';
import { isMode } from './modes.ts';
import { textOf } from './rendering.ts';
import { allIn, inOtherLanguage, type Spoken } from './spoken.ts';
import type { Part, Step } from './types.ts';

export interface StepPlace {
	path: string;
	slug: string;
	number: number;
	moduleId: string;
}

export function loadStep(
	place: StepPlace,
	surroundings: Surroundings,
	glossaries: Glossaries,
	language: Language
): Step {
	const { id, title, minutes, requires, layout } = fieldsOf(place.path, stepFields, language);
	const parts: Part[] = [];
	const blocks: Block[] = [];
	const texts: string[] = [];
	for (const { piece, language: spoken } of spokenPieces(place.path, surroundings, language)) {
		if (piece.kind === 'prose') {
			parts.push({ kind: 'prose', html: piece.html, mode: null, language: spoken });
			texts.push(textOf(piece.html));
			continue;
		}
		const { kind, props, line } = piece.block;
		texts.push(piece.text);
		if (isMode(kind)) {
			parts.push({ kind: 'prose', html: piece.html, mode: kind, language: spoken });
			continue;
		}
		if (!isBlockKind(kind)) throw new Error(`${place.path}:${line}: unknown block ${kind}`);
		const prompt = { promptHtml: piece.html, promptText: piece.text };
		const block = finishBlock(kind, props, prompt, surroundings);
		blocks.push(block);
		parts.push({ kind: 'block', id: block.id, language: spoken });
		if ('title' in block) texts.push(block.title);
	}
	const required = blocks
		.filter(({ kind }) => blockKinds[kind].completable)
		.filter(({ kind }) => requires === null || requires.includes(kind))
		.map((block) => block.id);
	return {
		id,
		slug: place.slug,
		number: place.number,
		moduleId: place.moduleId,
		title,
		minutes,
		layout,
		language: translationOf(place.path, language) === null ? 'en' : language,
		required,
		...explain(parts, glossaries),
		blocks,
		text: texts.filter((text) => text !== '').join('\n\n')
	};
}

function spokenPieces(file: string, { mediaAddress }: Surroundings, language: Language): Spoken[] {
	const english = render(file, mediaAddress);
	const other = translationOf(file, language);
	if (other === null) return allIn('en', english);
	return inOtherLanguage(english, render(other, mediaAddress), language);
}
