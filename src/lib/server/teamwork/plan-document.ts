import type { PlanTable } from './plan-table.ts';

/** The plan as a Word document, to go on with in a team that works there. */
export async function writePlanDocument(plan: PlanTable): Promise<Uint8Array<ArrayBuffer>> {
	const {
		Document,
		HeadingLevel,
		Packer,
		PageOrientation,
		Paragraph,
		Table,
		TableCell,
		TableRow,
		TextRun,
		WidthType
	} = await import('docx');
	const paragraphs = (text: string, bold = false) =>
		text
			.split('\n')
			.map((line) => new Paragraph({ children: [new TextRun({ text: line, bold })] }));
	const cellOf = (text: string, bold = false) =>
		new TableCell({
			children: paragraphs(text, bold),
			margins: { top: 60, bottom: 60, left: 90, right: 90 }
		});
	const head = new TableRow({
		tableHeader: true,
		children: plan.columns.map(({ name }) => cellOf(name, true))
	});
	const body = plan.rows.map(
		({ texts }) => new TableRow({ cantSplit: true, children: texts.map((text) => cellOf(text)) })
	);
	const document = new Document({
		title: plan.title,
		creator: 'Throughline',
		styles: { default: { document: { run: { font: 'Calibri', size: 22 } } } },
		sections: [
			{
				properties: { page: { size: { orientation: PageOrientation.LANDSCAPE } } },
				children: [
					new Paragraph({ text: plan.title, heading: HeadingLevel.HEADING_1 }),
					new Paragraph({ text: `${plan.team}, ${plan.cohort}. ${plan.on}.` }),
					new Paragraph({ text: '' }),
					new Table({
						width: { size: 100, type: WidthType.PERCENTAGE },
						rows: [head, ...body]
					})
				]
			}
		]
	});
	return Uint8Array.from(await Packer.toBuffer(document));
}
