import type { PlanBlock } from '../curriculum/index.ts';

/** A plan as the files have it: words in cells. */
export type PlanTable = {
	id: string;
	title: string;
	team: string;
	cohort: string;
	/** Today, where the cohort is. */
	on: string;
	columns: { id: string; name: string; kind: PlanBlock['columns'][number]['kind'] }[];
	rows: { key: string; texts: string[] }[];
};
