/** The shapes that the cast is written in. */

export type DemoTitle = 'participant' | 'facilitator' | 'network lead';

export type CastOrganisation = {
	name: string;
	kind: 'state' | 'county' | 'district' | 'school';
	/** The name of the one above. */
	within: string | null;
};

export type Participant = {
	name: string;
	job: string;
	school: string;
	/** How many steps of the series are done, from the first on. */
	steps: number;
	/** How many days ago the person last did something; with no steps, how many days ago they joined. */
	quiet: number;
	demoTitle?: DemoTitle;
};

export type CastCohort = {
	name: string;
	host: string;
	joinCode: string;
	zone: string;
	startedDaysAgo: number;
	facilitators: readonly string[];
	participants: readonly Participant[];
	/** The module that opens on a date, and in how many days. */
	opens: { moduleId: string; inDays: number };
	/** The module of the next meeting, and where it is. */
	meeting: { moduleId: string; place: string | null; callLink: string | null };
	/** Which participant keeps the time in their meetings. */
	timekeeper: string;
};

export type Staff = {
	name: string;
	job: string;
	organisation: string;
	/** Leads see the organisation and all below it; facilitators get their place from a cohort. */
	leads: boolean;
	demoTitle?: DemoTitle;
};
