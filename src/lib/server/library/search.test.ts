import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import '../../../../tests/support/database.ts';
import { EVERYTHING, libraryHref, readFilters, type LibraryFilters } from '../../library.ts';
import { LIBRARY, type Entry } from './entry.ts';
import { indexKept, keepIndex } from './keep-index.ts';
import { searchLibrary } from './search.ts';
import { distance, meant } from './slips.ts';

function entry(id: string, change: Partial<Entry>): Entry {
	return {
		scope: LIBRARY,
		id,
		source: 'page',
		kind: 'tool',
		title: id,
		summary: 'A page.',
		text: '',
		level: 'start',
		minutes: 10,
		required: false,
		greatFor: ['teacher'],
		topics: ['families'],
		href: `/library/${id}`,
		language: 'en',
		credit: '',
		practiceId: null,
		...change
	};
}

const shelf: readonly Entry[] = [
	entry('letter', {
		title: 'A letter home that gets an answer',
		summary: 'Four sentences that a tired family can read at the kitchen table.',
		kind: 'handout'
	}),
	entry('agenda', {
		title: 'An agenda for fifty minutes',
		summary: 'Who speaks, for how long, and what is decided.',
		text: 'Send the letter on Tuesday, so that everybody has read it before the meetings begin.',
		topics: ['meetings'],
		minutes: 50,
		required: true
	}),
	entry('walk', {
		title: 'Walk the halls with a student',
		summary: 'An hour of looking, and what to write down.',
		kind: 'protocol',
		level: 'deepen',
		greatFor: ['school-leader'],
		minutes: 60
	})
];

const looking = async (words: string, change: Partial<LibraryFilters> = {}) =>
	searchLibrary({ ...EVERYTHING, words, ...change }, 'en');
const ids = (found: { entries: { id: string }[] }) => found.entries.map(({ id }) => id);

beforeAll(async () => {
	// The content of the build stays out of this file's index.
	await indexKept();
	await keepIndex(shelf);
});

describe('A search', () => {
	test('finds a word in another form, and puts a title before a text', async () => {
		expect(ids(await looking('letters'))).toEqual(['letter', 'agenda']);
		expect(ids(await looking('families'))).toEqual(['letter']);
		expect(ids(await looking('meeting'))).toEqual(['agenda']);
	});

	test('finds the beginning of the word that is being typed', async () => {
		expect(ids(await looking('kitch'))).toEqual(['letter']);
		expect(ids(await looking('walk the ha'))).toEqual(['walk']);
	});

	test.each([
		['agneda', 'agenda', 'agenda'],
		['leter hom', 'letter', 'letter'],
		['familly', 'family', 'letter'],
		['studnet', 'student', 'walk'],
		['kichen', 'kitchen', 'letter']
	])('reads %s as %s', async (typed, read, id) => {
		const found = await looking(typed);
		expect(found.mended.flatMap((each) => each.read)).toContain(read);
		expect(ids(found)[0]).toBe(id);
	});

	test('does not mend what is right, and does not guess at what is nothing', async () => {
		expect((await looking('letter home')).mended).toEqual([]);
		expect(await looking('zzyzx')).toMatchObject({ mended: [], total: 0, entries: [] });
	});

	test('marks what it found, and gives no HTML', async () => {
		const { entries } = await looking('tuesday');
		expect(entries[0]?.excerpt).toContainEqual({ text: 'Tuesday', found: true });
		expect(entries[0]?.title).toEqual([{ text: 'An agenda for fifty minutes', found: false }]);
	});

	test('takes filters together, any of one kind', async () => {
		expect(ids(await looking('', { kind: ['handout', 'protocol'] }))).toEqual(['letter', 'walk']);
		expect(ids(await looking('', { kind: ['handout', 'protocol'], minutes: 30 }))).toEqual([
			'letter'
		]);
		expect(ids(await looking('', { need: 'required' }))).toEqual(['agenda']);
		expect(ids(await looking('', { for: ['school-leader'] }))).toEqual(['walk']);
		expect(ids(await looking('', { topic: ['meetings'] }))).toEqual(['agenda']);
	});

	test('that finds nothing says what would, and what is nearest', async () => {
		const { nearest } = await looking('letter', { for: ['school-leader'] });
		expect(nearest?.fewer.map(({ name, value, count }) => [name, value, count])).toEqual([
			['for', 'school-leader', 2]
		]);
		const { nearest: any } = await looking('letter halls');
		expect(any?.entries.map(({ id }) => id).toSorted()).toEqual(['agenda', 'letter', 'walk']);
	});

	test('takes whatever anybody types', async () => {
		await fc.assert(
			fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async (typed) => {
				const filters = readFilters(new URLSearchParams({ q: typed, page: typed, topic: typed }));
				expect((await searchLibrary(filters, 'en')).total).toBeGreaterThanOrEqual(0);
			}),
			{
				numRuns: 60,
				seed: 3,
				examples: [["'; drop table person --"], ['a & b | !c <-> d:*'], ['\0']]
			}
		);
	}, 20_000);
});

describe('The index', () => {
	test('writes only what changed, and forgets what is gone', async () => {
		expect(await keepIndex(shelf)).toEqual({ written: 0, removed: 0 });
		const changed = [...shelf.slice(0, 2), entry('new', {})];
		expect(await keepIndex(changed)).toEqual({ written: 1, removed: 1 });
		expect(await keepIndex(shelf)).toEqual({ written: 1, removed: 1 });
		expect((await searchLibrary(EVERYTHING, 'en')).total).toBe(3);
	});

	test('is kept once by many workers that start together', async () => {
		const changed = shelf.map((each) => ({ ...each, credit: 'Larkspur County Office' }));
		const all = await Promise.all([keepIndex(changed), keepIndex(changed), keepIndex(changed)]);
		expect(all.map(({ written }) => written).toSorted()).toEqual([0, 0, 3]);
		await keepIndex(shelf);
	});
});

describe('A slip', () => {
	const word = fc.string({ unit: fc.constantFrom(...'abcdeñ'), minLength: 1, maxLength: 9 });

	test('is as far one way as the other, and nothing is nearer than the word itself', () => {
		fc.assert(
			fc.property(word, word, (one, other) => {
				expect(distance(one, other)).toBe(distance(other, one));
				expect(distance(one, other) === 0).toBe(one === other);
				expect(distance(one, other)).toBeLessThanOrEqual(Math.max(one.length, other.length));
			})
		);
	});

	test('of one letter, or of two neighbors, is one away', () => {
		expect(distance('agneda', 'agenda')).toBe(1);
		expect(distance('familly', 'family')).toBe(1);
		expect(distance('equty', 'equity')).toBe(1);
	});

	test('that may have been two words is read as both', () => {
		expect(meant('toest', ['test', 'toast', 'taste'])).toEqual(['test', 'toast']);
	});

	test('in a short word may be one only', () => {
		expect(meant('tema', ['team', 'teach'])).toEqual(['team']);
		expect(meant('xyza', ['team'])).toEqual([]);
	});
});

test('an address says the whole choice, and reads as it was written', () => {
	const some = (values: readonly string[]) =>
		fc.subarray([...values]).map((list) => list.toSorted());
	fc.assert(
		fc.property(
			fc.record({
				words: fc.constantFrom('', 'letter home', 'ñandú & co', '100%'),
				for: some(['teacher', 'coach']),
				kind: some(['tool', 'series']),
				level: some(['start', 'lead']),
				topic: some(['families', 'data & trust']),
				minutes: fc.constantFrom(null, 10, 60),
				need: fc.constantFrom(null, 'required' as const, 'optional' as const),
				page: fc.integer({ min: 1, max: 9 })
			}),
			(filters) => {
				const address = new URL(libraryHref(filters), 'http://here.invalid');
				const read = readFilters(address.searchParams);
				expect({ ...read, kind: read.kind.toSorted() }).toEqual(filters);
			}
		)
	);
});
