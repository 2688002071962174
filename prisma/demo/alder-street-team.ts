import type { Participant } from './types.ts';

const alder = 'Alder Street School';

/** The cohort of 12: one elementary school, in the middle of module 1. */
export const alderStreetTeam: readonly Participant[] = [
	{
		name: 'Ana Reyes',
		job: 'third grade teacher',
		school: alder,
		steps: 2,
		quiet: 1,
		demoTitle: 'participant'
	},
	{
		name: 'Nadia Haddad',
		job: 'school nurse',
		school: alder,
		steps: 0,
		quiet: 1,
		demoTitle: 'participant'
	},
	{ name: 'Jonah Bell', job: 'paraeducator', school: alder, steps: 1, quiet: 3 },
	{ name: 'Luz Marín', job: 'family liaison', school: alder, steps: 4, quiet: 2 },
	{ name: 'Terrence Okoye', job: 'principal', school: alder, steps: 3, quiet: 4 },
	{ name: 'Grace Lindholm', job: 'kindergarten teacher', school: alder, steps: 5, quiet: 5 },
	{ name: 'Wei Chen', job: 'teacher of English learners', school: alder, steps: 5, quiet: 8 },
	{ name: 'Bernice Tate', job: 'office clerk', school: alder, steps: 3, quiet: 6 },
	{ name: 'Dmitri Volkov', job: 'music teacher', school: alder, steps: 1, quiet: 23 },
	{ name: 'Amara Diallo', job: 'counselor', school: alder, steps: 4, quiet: 1 },
	{ name: 'Patrick Sweeney', job: 'fifth grade teacher', school: alder, steps: 2, quiet: 21 },
	{ name: 'Rosalind Yazzie', job: 'special education teacher', school: alder, steps: 3, quiet: 7 }
];
