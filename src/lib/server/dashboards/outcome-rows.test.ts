import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Organisation } from '../network/index.ts';
import { outcomeRows } from './outcome-rows.ts';

const organisation = (id: string, parentId: string | null): Organisation => ({
	id,
	parentId,
	kind: 'school',
	name: id
});
const county = organisation('county', null);
const schools = ['alder', 'harbor', 'juniper'].map((id) => organisation(id, 'county'));

/** So many people of a school, each of whom scored alone, and where they stood. */
function scoresOf(people: Readonly<Record<string, readonly string[]>>) {
	return Object.entries(people)
		.filter(([, persons]) => persons.length > 0)
		.map(([organisationId, persons]) => ({
			organisationId,
			outcome: 'practices' as const,
			owners: persons.length,
			enrolmentIds: persons.map((person) => `${organisationId} ${person}`),
			first: persons.length * 0.2,
			latest: persons.length * 0.6
		}));
}

function shownFor(people: Readonly<Record<string, readonly string[]>>) {
	const scores = scoresOf(people);
	const persons = new Map(
		scores.flatMap(({ enrolmentIds }) => enrolmentIds.map((id) => [id, id.split(' ')[1] ?? '']))
	);
	const rows = outcomeRows(county, [county, ...schools], scores, persons);
	return new Map(rows.map(({ id, outcomes }) => [id, outcomes.practices]));
}

const crowd = (count: number, from = 0) =>
	Array.from({ length: count }, (_, at) => `person${from + at}`);

describe('What has moved', () => {
	test('is shown of five people, and not of four', () => {
		const shown = shownFor({ alder: crowd(5), harbor: crowd(6, 10) });
		expect(shown.get('alder')).toEqual({ first: 20, latest: 60 });
		expect(shownFor({ alder: crowd(4) }).get('county')).toBeNull();
	});

	test('is not shown of a school whose neighbor it would give away', () => {
		const shown = shownFor({ alder: crowd(2), harbor: crowd(6, 10), juniper: crowd(7, 20) });
		expect(shown.get('county')).not.toBeNull();
		expect([shown.get('alder'), shown.get('harbor')]).toEqual([null, null]);
	});

	test('counts somebody who is in two schools once', () => {
		const twice = crowd(4);
		expect(shownFor({ alder: twice, harbor: twice }).get('county')).toBeNull();
	});

	test('never leaves fewer than five people to be worked out', () => {
		const size = fc.nat(12);
		fc.assert(
			fc.property(size, size, size, (alder, harbor, juniper) => {
				const people = { alder, harbor, juniper };
				const shown = shownFor({
					alder: crowd(alder),
					harbor: crowd(harbor, 100),
					juniper: crowd(juniper, 200)
				});
				const seen = Object.entries(people).filter(([id]) => shown.get(id));
				if (seen.some(([, count]) => count < 5)) return false;
				if (!shown.get('county')) return true;
				const all = alder + harbor + juniper;
				const rest = all - seen.reduce((sum, [, count]) => sum + count, 0);
				return all >= 5 && (rest === 0 || rest >= 5);
			})
		);
	});
});
