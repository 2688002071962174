import type { Participant } from './types.ts';

const harbor = 'Harbor View School';
const lighthouse = 'Lighthouse Road Middle School';
const cedar = 'Cedar Bend High School';
const fork = 'North Fork Community School';

/** The cohort of 40: four schools in the north, done with module 2 but for a few. */
export const harborTeam: readonly Participant[] = [
	{ name: 'Thandiwe Nkosi', job: 'principal', school: harbor, steps: 11, quiet: 12 },
	{ name: 'Beatriz Salazar', job: 'social worker', school: harbor, steps: 11, quiet: 9 },
	{ name: 'Colin Mackey', job: 'fourth grade teacher', school: harbor, steps: 11, quiet: 14 },
	{ name: 'Hye-jin Seo', job: 'kindergarten teacher', school: harbor, steps: 11, quiet: 16 },
	{ name: 'Andre Toussaint', job: 'paraeducator', school: harbor, steps: 11, quiet: 11 },
	{ name: 'Margaret Olson', job: 'office manager', school: harbor, steps: 11, quiet: 15 },
	{ name: 'Yusuf Demir', job: 'second grade teacher', school: harbor, steps: 9, quiet: 6 },
	{ name: 'Carmen Ibarra', job: 'bilingual teacher', school: harbor, steps: 11, quiet: 10 },
	{ name: 'Shannon Doyle', job: 'speech therapist', school: harbor, steps: 11, quiet: 13 },
	{
		name: 'Lamar Jefferson',
		job: 'reading teacher',
		school: harbor,
		steps: 7,
		quiet: 26
	},
	{ name: 'Anneke Visser', job: 'art teacher', school: harbor, steps: 11, quiet: 18 },
	{ name: 'Paulo Teixeira', job: 'fifth grade teacher', school: harbor, steps: 11, quiet: 17 },
	{ name: 'Kiona James', job: 'counselor', school: harbor, steps: 11, quiet: 9 },
	{
		name: 'Ron Kessler',
		job: 'bus driver and crossing guard',
		school: harbor,
		steps: 11,
		quiet: 8
	},
	{
		name: 'Monique Fontaine',
		job: 'assistant principal',
		school: lighthouse,
		steps: 11,
		quiet: 10
	},
	{ name: 'Ethan Brandt', job: 'math teacher', school: lighthouse, steps: 11, quiet: 13 },
	{ name: 'Zahra Ahmadi', job: 'science teacher', school: lighthouse, steps: 11, quiet: 12 },
	{ name: 'Tyrell Washington', job: 'dean of students', school: lighthouse, steps: 11, quiet: 9 },
	{ name: 'Ingrid Solheim', job: 'librarian', school: lighthouse, steps: 11, quiet: 16 },
	{
		name: 'Javier Montes',
		job: 'social studies teacher',
		school: lighthouse,
		steps: 11,
		quiet: 11
	},
	{ name: 'Crystal Yoon', job: 'English teacher', school: lighthouse, steps: 9, quiet: 4 },
	{
		name: 'Dale Hutchins',
		job: 'special education aide',
		school: lighthouse,
		steps: 11,
		quiet: 15
	},
	{ name: 'Miriam Abara', job: 'nurse', school: lighthouse, steps: 11, quiet: 14 },
	{ name: 'Stephen Kowalski', job: 'band director', school: lighthouse, steps: 5, quiet: 38 },
	{ name: 'Rosa Delgado', job: 'parent, school council', school: lighthouse, steps: 11, quiet: 10 },
	{ name: 'Nate Fisher', job: 'technology aide', school: lighthouse, steps: 11, quiet: 17 },
	{ name: 'Adaeze Obi', job: 'principal', school: cedar, steps: 11, quiet: 9 },
	{ name: 'Vikram Shah', job: 'shop teacher', school: cedar, steps: 11, quiet: 13 },
	{ name: 'Lorena Campos', job: 'counselor', school: cedar, steps: 11, quiet: 11 },
	{ name: "Sean O'Rourke", job: 'history teacher', school: cedar, steps: 11, quiet: 14 },
	{ name: 'Jasmine Reed', job: 'chemistry teacher', school: cedar, steps: 11, quiet: 12 },
	{ name: 'Tuyet Pham', job: 'English teacher', school: cedar, steps: 7, quiet: 22 },
	{ name: 'Curtis Vance', job: 'math teacher', school: cedar, steps: 11, quiet: 18 },
	{
		name: 'Heather Blackwood',
		job: 'special education teacher',
		school: cedar,
		steps: 11,
		quiet: 10
	},
	{ name: 'Emmanuel Kariuki', job: 'graduation coach', school: cedar, steps: 11, quiet: 9 },
	{ name: 'Dolores Whitman', job: 'cafeteria lead', school: cedar, steps: 11, quiet: 16 },
	{ name: 'Ivan Horvat', job: 'world languages teacher', school: cedar, steps: 4, quiet: 41 },
	{ name: 'Joy Castillo', job: 'teaching principal', school: fork, steps: 11, quiet: 11 },
	{ name: 'Amos Keller', job: 'multigrade teacher', school: fork, steps: 11, quiet: 15 },
	{ name: 'Kaya Littlefield', job: 'parent and council member', school: fork, steps: 9, quiet: 5 }
];
