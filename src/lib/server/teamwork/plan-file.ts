import { region } from '../../messages/regional.ts';
import type { PlanWork } from '../../plan.ts';
import type { PlanBlock } from '../curriculum/index.ts';
import { now } from '../clock.ts';
import { writeCsv } from '../csv.ts';
import { NotFound } from '../errors.ts';
import type { Place } from '../progress/index.ts';
import { writePlanCalendar } from './plan-calendar.ts';
import { writePlanDocument } from './plan-document.ts';
import { writePlanPages } from './plan-pages.ts';
import type { PlanTable } from './plan-table.ts';

/** A file to take along. */
export type PlanFile = { name: string; type: string; body: Uint8Array<ArrayBuffer> | string };

const formats: Record<string, { type: string; write: (plan: PlanTable) => Written }> = {
	csv: { type: 'text/csv; charset=utf-8', write: writeTable },
	pdf: { type: 'application/pdf', write: writePlanPages },
	docx: {
		type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		write: writePlanDocument
	},
	ics: { type: 'text/calendar; charset=utf-8', write: writePlanCalendar }
};

type Written = Promise<PlanFile['body']> | PlanFile['body'];

/** @throws NotFound when there is no such kind of file. */
export async function writePlan(
	block: PlanBlock,
	work: PlanWork,
	{ record }: Pick<Place, 'record'>,
	format: string
): Promise<PlanFile> {
	const known = Object.hasOwn(formats, format) ? formats[format] : undefined;
	if (known === undefined) throw new NotFound();
	const on = new Intl.DateTimeFormat(region(), { dateStyle: 'long', timeZone: record.zone });
	const plan: PlanTable = {
		id: block.id,
		title: block.title,
		team: work.team,
		cohort: record.cohortName,
		on: on.format(now()),
		columns: block.columns,
		rows: work.rows.map(({ key, cells }) => ({
			key,
			texts: block.columns.map(({ id }) => cells[id]?.text ?? '')
		}))
	};
	return { name: `${block.id}.${format}`, type: known.type, body: await known.write(plan) };
}

function writeTable({ columns, rows }: PlanTable): string {
	return writeCsv([columns.map(({ name }) => name), ...rows.map(({ texts }) => texts)]);
}
