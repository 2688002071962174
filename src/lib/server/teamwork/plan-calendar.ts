import { now } from '../clock.ts';
import { config } from '../config.ts';
import type { PlanTable } from './plan-table.ts';

/**
 * The dates of a plan as days of a calendar. An entry keeps its id as long as its row and column are there, so
 * that a calendar that reads it again moves it and makes no second one.
 */
export async function writePlanCalendar(plan: PlanTable): Promise<string> {
	const { default: ical } = await import('ical-generator');
	const calendar = ical({
		name: `${plan.title}, ${plan.team}`,
		prodId: { company: 'Throughline', product: 'Plan', language: 'EN' }
	});
	const { hostname } = new URL(config().origin);
	const dates = plan.columns.filter(({ kind }) => kind === 'date');
	for (const { key, texts } of plan.rows) {
		const textOf = (column: string) =>
			texts[plan.columns.findIndex(({ id }) => id === column)] ?? '';
		for (const { id, name } of dates) {
			const day = textOf(id);
			if (day === '') continue;
			const [title = ''] = texts
				.filter((text, at) => text.trim() !== '' && plan.columns[at]?.kind === 'text')
				.map((text) => text.split('\n')[0] ?? '');
			calendar.createEvent({
				id: `${plan.id}-${key}-${id}@${hostname}`,
				allDay: true,
				start: new Date(`${day}T00:00:00Z`),
				timezone: 'UTC',
				stamp: now(),
				summary: dates.length > 1 || title === '' ? `${title || plan.title} (${name})` : title,
				description: plan.columns
					.map((column, at) => `${column.name}: ${texts[at] ?? ''}`)
					.filter((line) => !line.endsWith(': '))
					.join('\n')
			});
		}
	}
	return calendar.toString();
}
