import type { Language } from '../../languages.ts';
import type { GlossaryFields } from './documents.ts';
import type { Mode } from './modes.ts';
import type { Part, Term } from './types.ts';

/**
 * Explains the words of a glossary where they stand. The first occurrence in a step's prose becomes a button that
 * opens what the word means, by HTML's own popover: it needs no script. On paper the words are listed at the end.
 */

export type Glossaries = Partial<Record<Language, GlossaryFields>>;

export function explain(
	parts: readonly Part[],
	glossaries: Glossaries
): { parts: Part[]; terms: Term[] } {
	const explainer = new Explainer(glossaries);
	return {
		parts: parts.map((part) =>
			part.kind === 'prose'
				? { ...part, html: explainer.explain(part.html, part.mode, part.language) }
				: part
		),
		terms: explainer.terms
	};
}

type Entry = GlossaryFields['terms'][number];

class Explainer {
	readonly terms: Term[] = [];
	private readonly glossaries: Glossaries;
	/** A reader sees the words of one mode: a word may come first in each. */
	private readonly seen: Record<Mode, Set<Entry>> = { alone: new Set(), group: new Set() };

	constructor(glossaries: Glossaries) {
		this.glossaries = glossaries;
	}

	explain(html: string, mode: Mode | null, language: Language): string {
		const glossary = this.glossaries[language];
		if (!glossary) return html;
		const entries = new Map<string, Entry>();
		for (const entry of glossary.terms) {
			for (const form of [entry.term, ...entry.also])
				entries.set(escaped(form).toLowerCase(), entry);
		}
		const word = wordsOf([...entries.keys()]);
		const modes: Mode[] = mode === null ? ['alone', 'group'] : [mode];
		let within = 0;
		return html.replace(/<(\/?)([a-z][\w-]*)[^>]*>|[^<]+/gi, (piece, closes, tag) => {
			if (typeof tag === 'string' && tag !== '') {
				if (closedTags.has(tag.toLowerCase())) within += closes === '/' ? -1 : 1;
				return piece;
			}
			if (within > 0) return piece;
			return piece.replace(word, (form) => {
				const entry = entries.get(form.toLowerCase());
				if (!entry || modes.every((one) => this.seen[one].has(entry))) return form;
				for (const one of modes) this.seen[one].add(entry);
				return this.button(form, entry);
			});
		});
	}

	private button(form: string, { term, means }: Entry): string {
		if (!this.terms.some((one) => one.term === term)) this.terms.push({ term, means });
		this.count += 1;
		const id = `explained-${this.count}`;
		return (
			`<button type="button" class="term" popovertarget="${id}">${form}</button>` +
			`<span popover id="${id}" class="explained"><b>${escaped(term)}</b> ${escaped(means)}</span>`
		);
	}

	private count = 0;
}

/** Where no word is explained: in links, headings, code, and what is a control already. */
const closedTags = new Set([
	'a',
	'h1',
	'h2',
	'h3',
	'h4',
	'h5',
	'h6',
	'code',
	'pre',
	'button',
	'th'
]);

/** Whole words only, the longest first. */
function wordsOf(forms: readonly string[]): RegExp {
	const either = [...forms]
		.sort((one, other) => other.length - one.length)
		.map((form) => RegExp.escape(form))
		.join('|');
	return new RegExp(`(?<![\\p{L}\\p{N}-])(?:${either})(?![\\p{L}\\p{N}-])`, 'giu');
}

function escaped(text: string): string {
	return text
		.replaceAll('&', '&amp;')
		.replaceAll('<', '&lt;')
		.replaceAll('>', '&gt;')
		.replaceAll('"', '&quot;');
}
