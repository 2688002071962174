import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { wholeNumber, words } from '../../forms.ts';
import type { RecapItem, RecapSection } from './source.ts';

/** What facilitators make of a recap before it goes out: left out, put in other words, added. */

export type RecapEdits = {
	/** Ids of sections that are left out. */
	off: string[];
	/** Ids of items that are left out. */
	out: string[];
	/** Other words for an item. */
	texts: Record<string, string>;
	/** Words of their own: before a section by its id, and over it all under 'top'. */
	added: Record<string, string>;
	/** A mark of each item’s words as they were then: what comes in or is changed later has been read by nobody yet. */
	seen: Record<string, string>;
	/** Those words: the recap goes on showing them. */
	words: Record<string, Pick<RecapItem, 'text' | 'answer'>>;
};

export const noEdits: RecapEdits = { off: [], out: [], texts: {}, added: {}, seen: {}, words: {} };

const texts = v.record(v.string(), v.string());
const shape = v.object({
	off: v.array(v.string()),
	out: v.array(v.string()),
	texts,
	added: texts,
	seen: texts,
	// Recaps that were kept before it have none.
	words: v.optional(
		v.record(v.string(), v.object({ text: v.string(), answer: v.nullable(v.string()) })),
		{}
	)
});

export function editsFrom(json: string): RecapEdits {
	return v.parse(shape, JSON.parse(json));
}

/**
 * A form has `section` and `item` for what was on the page, `on` and `in` for what stays, `text:` with an item’s id
 * for its words, `added:` with a section’s id for words before it.
 */
const id = v.pipe(v.string(), v.maxLength(300));
const ids = v.optional(
	v.pipe(
		v.union([v.array(id), id]),
		v.transform((given) => [given].flat())
	),
	[]
);

export const recapInput = v.pipe(
	v.objectWithRest(
		{
			base: wholeNumber(0, 1_000_000, 'the version'),
			section: ids,
			item: ids,
			on: ids,
			in: ids
		},
		v.pipe(words(5000, 'what you write'), v.trim())
	),
	v.transform(({ base, section, item, on, in: kept, ...fields }) => ({
		base,
		sections: section,
		items: item,
		on,
		kept,
		fields
	}))
);

export type RecapInput = v.InferOutput<typeof recapInput>;

/** Reads the form against what the meeting holds: ids that it does not hold say nothing. */
export function editsIn(
	{ sections: shown, items: listed, on, kept, fields }: RecapInput,
	source: readonly RecapSection[],
	before: RecapEdits
): RecapEdits {
	const onPage = new Set(shown);
	const known = source.filter((section) => onPage.has(section.id));
	const there = new Set(listed);
	const items = known.flatMap(({ items: all }) => all).filter((one) => there.has(one.id));
	const field = (name: string, otherwise: string) => fields[name] ?? otherwise;
	return {
		// What was not on the page is left as it was.
		off: [
			...before.off.filter((one) => !onPage.has(one)),
			...known.map((section) => section.id).filter((one) => !on.includes(one))
		],
		out: [
			...before.out.filter((one) => !there.has(one)),
			...items.map((one) => one.id).filter((one) => !kept.includes(one))
		],
		texts: {
			...without(before.texts, there),
			...Object.fromEntries(
				items
					.filter(isEditable)
					.map((one) => [one.id, field(`text:${one.id}`, one.text)] as const)
					.filter(([one, text]) => text !== '' && text !== textOf(items, one).trim())
			)
		},
		added: Object.fromEntries(
			['top', ...source.map((section) => section.id)]
				.map((one) => [one, field(`added:${one}`, before.added[one] ?? '')] as const)
				.filter(([, text]) => text !== '')
		),
		seen: {
			...before.seen,
			...Object.fromEntries(items.map((one) => [one.id, markOf(one)]))
		},
		words: {
			...before.words,
			...Object.fromEntries(
				items.filter(isEditable).map(({ id: one, text, answer }) => [one, { text, answer }])
			)
		}
	};
}

/** A commitment is its writer’s: it is shown as it is or left out. */
export function isEditable({ kind }: RecapItem): boolean {
	return kind === null;
}

function textOf(items: readonly RecapItem[], wanted: string): string {
	return items.find((one) => one.id === wanted)?.text ?? '';
}

function without(texts: Record<string, string>, gone: ReadonlySet<string>): Record<string, string> {
	return Object.fromEntries(Object.entries(texts).filter(([key]) => !gone.has(key)));
}

function markOf({ text, answer }: RecapItem): string {
	const hash = createHash('sha256').update(JSON.stringify([text, answer]));
	return hash.digest('base64url').slice(0, 22);
}

/**
 * As it was when facilitators read it, also when it was changed since; null where they never did. A commitment that
 * its writer has changed is gone.
 */
function approved(one: RecapItem, { seen, words }: RecapEdits): RecapItem | null {
	// A block has its title from the author, in each reader’s language.
	if (one.minutes !== null) return one.id in seen ? one : null;
	const then = words[one.id];
	if (then !== undefined && isEditable(one)) return { ...one, ...then };
	return seen[one.id] === markOf(one) ? one : null;
}

export type EditedSection = RecapSection & { added: string };

/**
 * What the cohort reads.
 * @param latest what stands now, maybe not sent out yet: what was taken out since is out at once.
 */
export function published(
	source: readonly RecapSection[],
	sent: RecapEdits,
	latest: RecapEdits
): EditedSection[] {
	const off = new Set([...sent.off, ...latest.off]);
	const out = new Set([...sent.out, ...latest.out]);
	return source
		.filter((section) => !off.has(section.id))
		.map((section) => ({
			...section,
			added: sent.added[section.id] ?? '',
			items: section.items
				.filter((one) => !out.has(one.id))
				.flatMap((one) => approved(one, sent) ?? [])
				.map((one) => ({ ...one, text: sent.texts[one.id] ?? one.text }))
		}))
		.filter(
			({ items, charts, people, next, added }) =>
				items.length > 0 || charts.length > 0 || people !== null || next !== null || added !== ''
		);
}
