import { at } from '../../src/lib/server/clock.ts';
import { findBlock, type BlockPath } from '../../src/lib/server/curriculum/index.ts';
import {
	changeAssessment,
	changePlan,
	type SheetInput
} from '../../src/lib/server/teamwork/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';
import { daysAgo, later } from './calendar.ts';
import { makeFurtherCohort, type FurtherCohort } from './further-cohort.ts';
import { finish } from './partners-cohort.ts';

/**
 * What teams filled in together: Alder Street scored its tiers three times and is half way with its plan for
 * the year after the grant; and people of three schools looked at how support reaches them, before and after.
 */
export async function seedSheets(): Promise<void> {
	await seedTiers();
	await seedGrant();
	await seedSupport();
}

const alder: Omit<FurtherCohort, 'name' | 'seriesId' | 'joinCode' | 'startedDaysAgo'> = {
	host: 'Larkspur County Office',
	zone: 'America/New_York',
	facilitators: ['Denise Whitfield'],
	participants: ['Ana Reyes', 'Terrence Okoye', 'Amara Diallo', 'Rosalind Yazzie', 'Luz Marín']
};

/** Levels by item in three rounds; what a round lacks is as it was before. */
const tiers: Record<string, readonly [number, number, number]> = {
	goals: [2, 2, 2],
	ways: [1, 1, 2],
	calm: [1, 2, 2],
	known: [0, 1, 2],
	grade: [1, 1, 1],
	start: [1, 1, 2],
	added: [0, 0, 1],
	fit: [1, 1, 1],
	leave: [0, 0, 0],
	family: [1, 1, 2],
	strength: [1, 2, 2],
	everyday: [0, 1, 1],
	belong: [2, 2, 2],
	meet: [1, 2, 3],
	groups: [0, 1, 1],
	first: [0, 0, 1],
	stop: [0, 0, 0],
	voice: [0, 1, 1]
};

const tierNotes: readonly Record<string, string>[] = [
	{ known: 'We found eleven students whom no adult could say three things about.' },
	{ known: 'Four left. The bus driver knew two of them well.' },
	{
		leave: 'Nobody has left a group since October. We do not know when they should.',
		meet: 'Every second Thursday, with the lists. It has not been canceled once.'
	}
];

async function seedTiers(): Promise<void> {
	const first = pathOf('ts-2-stock');
	const again = pathOf('ts-3-stock');
	const made = await makeFurtherCohort({
		...alder,
		name: 'Tiers at Alder Street',
		seriesId: 'ts',
		joinCode: 'TIERS479',
		startedDaysAgo: 82
	});
	const [lead, ...others] = [...made.participants.values()];
	if (lead === undefined) return;
	const here = others.slice(0, 3).flatMap(({ enrolments }) => enrolments[0]?.enrolmentId ?? []);
	await finish([...made.participants.values()], first.series.modules[0]?.steps ?? [], daysAgo(78));
	for (const [round, days] of [72, 40, 6].entries()) {
		if (round === 2) {
			await finish([...made.participants.values()], first.module.steps, daysAgo(38));
		}
		const path = round === 2 ? again : first;
		const levels = Object.entries(tiers).map(([row, at]) => {
			return { row, column: 'level', text: `${at[round] ?? 0}`, base: 0 };
		});
		const notes = Object.entries(tierNotes[round] ?? {}).map(([row, text]) => {
			return { row, column: 'note', text, base: 0 };
		});
		const half = Math.floor(levels.length / 2);
		const [second = lead] = others;
		const score = (viewer: Viewer, minutes: number, input: Partial<SheetInput>) =>
			assess(path, viewer, later(daysAgo(days, 15 * 60), minutes), { number: round + 1, ...input });
		await score(lead, 0, { cells: levels.slice(0, half) });
		await score(second, 9, { cells: [...levels.slice(half), ...notes] });
		await score(lead, 26, { act: 'close', here });
	}
}

async function seedGrant(): Promise<void> {
	const path = pathOf('atg-2-milestones');
	const made = await makeFurtherCohort({
		...alder,
		name: 'After the grant at Alder Street',
		seriesId: 'atg',
		joinCode: 'AFTER479',
		startedDaysAgo: 30
	});
	const people = made.participants;
	await finish([...people.values()], path.series.modules[0]?.steps ?? [], daysAgo(16));
	await writeRow(path, people.get('Terrence Okoye'), daysAgo(12, 16 * 60), {
		what: 'Tuesday homework hour, in the schedule for next year',
		money: 'Title I, line 4, once the council agrees',
		owner: 'Terrence Okoye',
		second: 'Amara Diallo',
		instead: 'The second assembly of the month',
		by: inDays(40),
		status: 'Under way'
	});
	await writeRow(path, people.get('Luz Marín'), daysAgo(12, 16 * 60 + 8), {
		what: 'Two family evenings a year, planned with families',
		owner: 'Luz Marín',
		by: inDays(75),
		status: 'Not started'
	});
	await writeRow(path, people.get('Ana Reyes'), daysAgo(5, 15 * 60), {
		what: 'Planning time for the math team on Mondays',
		money: 'Time we already pay for',
		status: 'Done'
	});
}

async function writeRow(
	path: BlockPath,
	viewer: Viewer | undefined,
	when: Date,
	texts: Record<string, string>
): Promise<void> {
	if (viewer === undefined) return;
	const change = (input: Partial<SheetInput>) =>
		at(when, () => changePlan(viewer, path.series.slug, path.module.slug, inputOf(path, input)));
	const { added } = await change({ act: 'add' });
	const cells = Object.entries(texts).map(([column, text]) => {
		return { row: added ?? '', column, text, base: 0 };
	});
	await change({ cells });
}

/** How far each stood before and after: one line for a person, the same at every start. */
const support = [
	{ before: [0, 1, 1, 0, 1], after: [1, 2, 1, 1, 2] },
	{ before: [1, 1, 2, 1, 0], after: [2, 2, 2, 1, 1] },
	{ before: [2, 0, 1, 0, 1], after: [2, 1, 2, 1, 1] },
	{ before: [1, 2, 2, 1, 1], after: [3, 2, 3, 1, 2] }
];

async function seedSupport(): Promise<void> {
	const first = pathOf('sos-1-stock');
	const again = pathOf('sos-3-stock');
	const { block } = first;
	if (block.kind !== 'assessment') return;
	const items = block.areas.flatMap((area) => area.items);
	const made = await makeFurtherCohort({
		name: 'How support reaches us',
		seriesId: 'sos',
		host: 'Merrow Department of Education',
		joinCode: 'REACH479',
		zone: 'America/New_York',
		startedDaysAgo: 96,
		facilitators: ['Denise Whitfield'],
		participants: supportPeople
	});
	const people = [...made.participants.values()];
	const score = (path: BlockPath, number: 1 | 2, days: number) =>
		Promise.all(
			people.map((viewer, index) => {
				const levels = support[index % support.length]?.[number === 1 ? 'before' : 'after'] ?? [];
				const cells = items.map(({ id: row }, item) => {
					return { row, column: 'level', text: `${levels[item % levels.length] ?? 0}`, base: 0 };
				});
				const when = later(daysAgo(days), index * 70);
				return assess(path, viewer, when, { number, cells, act: 'close' });
			})
		);
	await score(first, 1, 90);
	const steps = first.series.modules.slice(0, 2).flatMap((module) => module.steps);
	await finish(people, steps, daysAgo(30));
	await score(again, 2, 12);
}

/** Enough of each school that the network may see how they moved. */
const supportPeople = [
	'Beatriz Salazar',
	'Colin Mackey',
	'Hye-jin Seo',
	'Andre Toussaint',
	'Margaret Olson',
	'Carmen Ibarra',
	'Monique Fontaine',
	'Ethan Brandt',
	'Zahra Ahmadi',
	'Tyrell Washington',
	'Ingrid Solheim',
	'Javier Montes',
	'Meredith Falk',
	'Imani Brooks',
	'Leah Rosenthal',
	'Hollis Trent',
	'Rafael Quiñones',
	'Caleb Armstrong'
];

async function assess(
	path: BlockPath,
	viewer: Viewer,
	when: Date,
	input: Partial<SheetInput>
): Promise<void> {
	const { series, module } = path;
	await at(when, () => changeAssessment(viewer, series.slug, module.slug, inputOf(path, input)));
}

function inputOf({ block }: BlockPath, input: Partial<SheetInput>): SheetInput {
	return {
		blockId: block.id,
		owner: undefined,
		number: 1,
		act: 'save',
		here: [],
		cells: [],
		...input
	};
}

function pathOf(blockId: string): BlockPath {
	const found = findBlock(blockId);
	if (found === null) throw new Error(`There is no block ${blockId}.`);
	return found;
}

function inDays(days: number): string {
	return daysAgo(-days).toISOString().slice(0, 10);
}
