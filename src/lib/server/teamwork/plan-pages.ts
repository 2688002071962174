import { region } from '../../messages/regional.ts';
import { openPages } from '../tagged-pages.ts';
import type { PlanTable } from './plan-table.ts';

/** The plan as a tagged PDF: a table with its heads. */
export async function writePlanPages(plan: PlanTable): Promise<Uint8Array<ArrayBuffer>> {
	const { pages, document, bold, finish } = await openPages({
		title: plan.title,
		author: plan.team,
		language: region(),
		layout: 'landscape'
	});
	document.add(
		pages.struct('H1', {}, () => {
			pages.font('bold').fontSize(20).text(plan.title);
		})
	);
	document.add(
		pages.struct('P', {}, () => {
			pages.font('regular').fontSize(10).text(`${plan.team}, ${plan.cohort}. ${plan.on}.`);
		})
	);
	pages.moveDown(1).fontSize(10);
	const head = plan.columns.map(({ name }) => ({
		type: 'TH' as const,
		text: name,
		font: { src: bold, family: 'bold', size: 10 }
	}));
	pages.table({
		structParent: document,
		defaultStyle: { padding: 5, border: 0.5, borderColor: '#8a8f98' },
		data: [head, ...plan.rows.map(({ texts }) => texts.map((text) => ({ text })))]
	} as Parameters<typeof pages.table>[0]);
	return finish();
}
