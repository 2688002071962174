import { at } from '../../src/lib/server/clock.ts';
import { findBlock } from '../../src/lib/server/curriculum/index.ts';
import { observe, openVisit } from '../../src/lib/server/teamwork/index.ts';
import type { Viewer } from '../../src/lib/server/viewer.ts';
import { daysAgo, later } from './calendar.ts';
import { makeFurtherCohort } from './further-cohort.ts';
import { finish } from './partners-cohort.ts';

/** Marcus’s cohort on visits: at Harbor View two observers differ at first, and three agree better later. */

const cohort = {
	name: 'Visits at Harbor View',
	seriesId: 'lad',
	host: 'Tamarack County Office',
	joinCode: 'WATCH647',
	zone: 'America/Chicago',
	startedDaysAgo: 47,
	facilitators: ['Marcus Lindqvist'],
	participants: ['Thandiwe Nkosi', 'Colin Mackey', 'Andre Toussaint', 'Hye-jin Seo', 'Miriam Abara']
};

type Seen = { by: string; levels: Record<string, number>; notes: Record<string, string> };

const lunch: readonly Seen[] = [
	{
		by: 'Thandiwe Nkosi',
		levels: { welcome: 3, words: 2, listen: 3, mistakes: 3, hard: 3, belong: 3 },
		notes: {
			welcome: 'Two aides at the door said good morning to most who came in.',
			hard: 'A tray fell. The aide knelt down, and the line waited.',
			belong: 'Every table was full.'
		}
	},
	{
		by: 'Colin Mackey',
		levels: { welcome: 3, words: 2, listen: 1, mistakes: 2, hard: 3, belong: 1 },
		notes: {
			listen: 'For eleven minutes the only voice over the noise was the microphone: “Voices off.”',
			belong:
				'Two tables by the wall: the five newest students, with nobody else. One ate standing.',
			hard: 'After the tray fell, an aide stayed with him until he ate again.'
		}
	}
];

const morning: readonly Seen[] = [
	{
		by: 'Thandiwe Nkosi',
		levels: { welcome: 4, words: 3, listen: 3, mistakes: 3, hard: 2, belong: 2 },
		notes: {
			welcome: 'Yesenia came at 8:20. Her neighbor moved the chair before anyone asked.',
			belong: 'Three at the back table had another task. I asked why, and nobody was sure.'
		}
	},
	{
		by: 'Colin Mackey',
		levels: { welcome: 4, words: 3, listen: 3, mistakes: 3, hard: 2, belong: 1 },
		notes: { belong: 'The back table. One of the three slept, and it went unsaid.' }
	},
	{
		by: 'Andre Toussaint',
		levels: { welcome: 4, words: 3, listen: 4, mistakes: 3, hard: 3, belong: 2 },
		notes: {
			listen: '“Dev thinks it is the denominator, and I did too until now.” Nobody had prompted it.'
		}
	}
];

export async function seedVisits(): Promise<void> {
	const found = findBlock('lad-2-rubric');
	if (found?.block.kind !== 'rubric') throw new Error('There is no rubric lad-2-rubric.');
	const { series, module } = found;
	const { participants } = await makeFurtherCohort(cohort);
	const viewers = [...participants.values()];
	await finish(viewers, series.modules[0]?.steps ?? [], daysAgo(30));

	const visit = async (place: string, days: number, seen: readonly Seen[]) => {
		const when = daysAgo(days, 12 * 60);
		const opener = viewerOf(participants, seen[0]?.by ?? '');
		const input = {
			blockId: found.block.id,
			place,
			day: daysAgo(days).toISOString().slice(0, 10),
			owner: undefined
		};
		const { id } = await at(when, () => openVisit(opener, series.slug, module.slug, input));
		for (const [index, { by, levels, notes }] of seen.entries()) {
			const sheet = {
				blockId: found.block.id,
				visit: id,
				owner: undefined,
				isFinishing: true,
				levels: Object.fromEntries(
					Object.entries(levels).map(([key, level]) => [key, String(level)])
				),
				notes,
				bases: {}
			};
			await at(later(when, 20 + index * 7), () =>
				observe(viewerOf(participants, by), series.slug, module.slug, sheet)
			);
		}
		return id;
	};
	await visit('Cafeteria, second lunch', 22, lunch);
	const second = await visit('Grade 4, the first quarter of an hour', 9, morning);
	const begun = {
		blockId: found.block.id,
		visit: second,
		owner: undefined,
		isFinishing: false,
		levels: { welcome: '4', words: '3' },
		notes: { welcome: 'A handshake or a wave for each, by choice.' },
		bases: {}
	};
	await at(daysAgo(9, 13 * 60), () =>
		observe(viewerOf(participants, 'Hye-jin Seo'), series.slug, module.slug, begun)
	);
}

function viewerOf(viewers: ReadonlyMap<string, Viewer>, name: string): Viewer {
	const viewer = viewers.get(name);
	if (viewer === undefined) throw new Error(`${name} takes no part in the visits.`);
	return viewer;
}
