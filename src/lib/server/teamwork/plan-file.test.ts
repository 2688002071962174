import { describe, expect, test } from 'vitest';
import { at } from '../clock.ts';
import { writePlanCalendar } from './plan-calendar.ts';
import { writePlanDocument } from './plan-document.ts';
import type { PlanTable } from './plan-table.ts';
import { writePlanPages } from './plan-pages.ts';

const plan: PlanTable = {
	id: 'ag-1-keep',
	title: 'What stays',
	team: 'Alder Street School',
	cohort: 'Alder Street team',
	on: 'November 22, 2026',
	columns: [
		{ id: 'what', name: 'What', kind: 'text' },
		{ id: 'owner', name: 'Owner', kind: 'person' },
		{ id: 'by', name: 'By', kind: 'date' }
	],
	rows: [
		{ key: 'start-1', texts: ['Reading with families\nin Łódź Hall', 'Ana Reyés', '2027-03-31'] },
		{ key: 'start-2', texts: ['=1+1', '', ''] }
	]
};

const MORNING = new Date('2026-11-22T08:00:00Z');

describe('A plan to take along', () => {
	test('has a calendar entry for each date, always under the same id', async () => {
		const calendar = await at(MORNING, () => writePlanCalendar(plan));
		expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(1);
		expect(calendar).toContain('DTSTART;VALUE=DATE:20270331');
		expect(calendar).toMatch(/UID:ag-1-keep-start-1-by@/);
		expect(calendar).toContain('SUMMARY:Reading with families');
		expect(await at(MORNING, () => writePlanCalendar(plan))).toBe(calendar);
	});

	test('is a tagged PDF with its own letters', async () => {
		const text = Buffer.from(await writePlanPages(plan)).toString('latin1');
		expect(text.startsWith('%PDF-1.7')).toBe(true);
		expect(text).toMatch(/\/MarkInfo/);
		expect(text).toMatch(/\/S \/Table\b/);
		expect(text).toMatch(/\/S \/TH\b/);
		expect(text).toMatch(/\/FontFile2/);
	});

	test('is a Word document', async () => {
		const bytes = Buffer.from(await writePlanDocument(plan));
		expect(bytes.subarray(0, 2).toString()).toBe('PK');
		expect(bytes.toString('latin1')).toContain('word/document.xml');
	});
});
