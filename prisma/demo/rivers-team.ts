import type { Participant } from './types.ts';

const alder = 'Alder Street School';
const quarry = 'Quarry Hill Middle School';
const juniper = 'Juniper Elementary School';
const rivers = 'Two Rivers High School';

/** The cohort of 25: four schools of two districts, in module 2. */
export const riversTeam: readonly Participant[] = [
	{ name: 'Sofia Marchetti', job: 'science teacher', school: quarry, steps: 7, quiet: 2 },
	{ name: 'Caleb Armstrong', job: 'principal', school: quarry, steps: 9, quiet: 4 },
	{ name: 'Imani Brooks', job: 'counselor', school: quarry, steps: 11, quiet: 3 },
	{ name: 'Meredith Falk', job: 'math teacher', school: quarry, steps: 11, quiet: 6 },
	{ name: 'Joon-ho Park', job: 'librarian', school: quarry, steps: 5, quiet: 9 },
	{ name: 'Rafael Quiñones', job: 'Spanish teacher', school: quarry, steps: 9, quiet: 1 },
	{ name: 'Destiny Holloway', job: 'paraeducator', school: quarry, steps: 7, quiet: 5 },
	{ name: 'Arjun Pillai', job: 'orchestra director', school: quarry, steps: 3, quiet: 29 },
	{ name: 'Leah Rosenthal', job: 'special education teacher', school: quarry, steps: 9, quiet: 2 },
	{ name: 'Hollis Trent', job: 'attendance clerk', school: quarry, steps: 7, quiet: 3 },
	{ name: 'Marisol Vega', job: 'assistant principal', school: rivers, steps: 11, quiet: 2 },
	{ name: 'Kwame Asante', job: 'technology teacher', school: rivers, steps: 7, quiet: 7 },
	{ name: 'Tess Garrity', job: 'English teacher', school: rivers, steps: 5, quiet: 11 },
	{ name: 'Bao Nguyen', job: 'history teacher', school: rivers, steps: 9, quiet: 3 },
	{ name: 'Ruth Ann Pickett', job: 'cafeteria manager', school: rivers, steps: 5, quiet: 6 },
	{ name: 'Omar Siddiqui', job: 'physics teacher', school: rivers, steps: 4, quiet: 24 },
	{ name: 'Lindsey Kovac', job: 'school psychologist', school: rivers, steps: 11, quiet: 8 },
	{
		name: 'Deshawn Carter',
		job: 'English teacher, debate coach',
		school: rivers,
		steps: 7,
		quiet: 4
	},
	{ name: 'Elena Popescu', job: 'teacher of English learners', school: rivers, steps: 9, quiet: 5 },
	{ name: 'Walter Simms', job: 'custodian', school: juniper, steps: 5, quiet: 3 },
	{ name: 'Nicole Bertrand', job: 'first grade teacher', school: juniper, steps: 2, quiet: 33 },
	{ name: 'Marlene Redhouse', job: 'principal', school: juniper, steps: 7, quiet: 1 },
	{ name: 'Faith Mbeki', job: 'reading specialist', school: juniper, steps: 11, quiet: 4 },
	{ name: 'Greg Halvorsen', job: 'second grade teacher', school: alder, steps: 0, quiet: 15 },
	{ name: 'Cecilia Fuentes', job: 'preschool teacher', school: alder, steps: 7, quiet: 6 }
];
