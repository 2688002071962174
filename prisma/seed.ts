import { openModule } from '../src/lib/server/cohorts/index.ts';
import { at } from '../src/lib/server/clock.ts';
import { answers } from './demo/answers/index.ts';
import { daysAgo } from './demo/calendar.ts';
import { seedInquiry } from './demo/inquiry-cohort.ts';
import { seedPartners } from './demo/partners-cohort.ts';
import { makeOpenCohorts } from './demo/open-cohorts.ts';
import { play, writeBack } from './demo/play.ts';
import { sharePractices } from './demo/practices.ts';
import { makeRows, type SeatedCohort } from './demo/rows.ts';
import { seedReading } from './demo/reading.ts';
import { seedSchedule } from './demo/schedule.ts';
import { seedSheets } from './demo/sheets-cohorts.ts';
import { seedSupport } from './demo/support.ts';
import { seedVisits } from './demo/visits-cohort.ts';

/** How many people act at once. */
const AT_ONCE = 8;

/**
 * Fills an empty database with the demo network of prisma/cast.ts. What people did there is done through
 * the domains, at its own time, so that it is what real use would have left.
 */
export async function seed(): Promise<void> {
	const cohorts = await makeRows();
	await seedSchedule(cohorts);
	for (const cohort of cohorts) await openEarly(cohort);
	const waiting = cohorts.flatMap(({ seats }) => seats).entries();
	const work = async () => {
		for (const [index, seat] of waiting) await play(seat, index, answersOf(seat.participant.name));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, work));
	for (const cohort of cohorts) await writeBack(cohort, answers);
	await seedPartners();
	await seedVisits();
	await seedInquiry();
	await seedSheets();
	await makeOpenCohorts();
	await seedReading();
	await sharePractices();
	await seedSupport();
}

/** Denise opened module 2 to her larger cohort before everybody had finished module 1. */
async function openEarly({ id, cohort, facilitators }: SeatedCohort): Promise<void> {
	if (cohort.name !== 'Two Rivers and Quarry Hill') return;
	const denise = facilitators.get('Denise Whitfield');
	if (denise !== undefined) await at(daysAgo(16, 600), () => openModule(denise, id, 'lae-2'));
}

function answersOf(name: string) {
	return new Map(answers.filter(({ by }) => by === name).map((answer) => [answer.to, answer]));
}
