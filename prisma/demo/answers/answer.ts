/** One text of the demo, and what a facilitator wrote back. */
export type DemoAnswer = {
	by: string;
	to: string;
	audience: 'me' | 'facilitators' | 'cohort';
	text: string;
	reply?: { by: string; text: string };
};
