import { LANGUAGES } from '../../languages.ts';
import { LIBRARY, scopeOf, type Entry } from './entry.ts';

export type PracticeText = {
	id: string;
	organisation: string;
	title: string;
	did: string;
	changed: string;
	advice: string;
	greatFor: string[];
	level: string;
	moduleId: string | null;
	creditNames: string;
};

const SUMMARY = 200;

/** A published practice as it stands in the library, for readers of each language, with its credit. */
export function practiceEntries(practice: PracticeText): Entry[] {
	const { id, title, did, changed, advice, greatFor, level } = practice;
	const address = `${slugOf(title)}-${id.slice(0, 8)}`;
	return LANGUAGES.map((language) => ({
		scope: scopeOf(LIBRARY, language),
		id: address,
		source: 'practice',
		kind: 'practice',
		title,
		summary: beginning(changed),
		text: [did, changed, advice].join('\n'),
		level,
		minutes: null,
		required: false,
		greatFor,
		topics: [],
		href: `/library/${address}`,
		language: 'en',
		credit: creditOf(practice),
		practiceId: id
	}));
}

function creditOf({ creditNames, organisation }: PracticeText): string {
	return creditNames === '' ? organisation : `${creditNames}, ${organisation}`;
}

function slugOf(title: string): string {
	const plain = title
		.normalize('NFD')
		.replaceAll(/\p{Mark}/gu, '')
		.toLowerCase();
	const slug = plain.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '');
	return slug.slice(0, 60).replace(/-$/, '') || 'practice';
}

/** Whole words, as many as a list has room for. */
function beginning(text: string): string {
	const line = text.replaceAll(/\s+/g, ' ').trim();
	if (line.length <= SUMMARY) return line;
	return `${line.slice(0, SUMMARY).replace(/\s+\S*$/, '')} …`;
}
