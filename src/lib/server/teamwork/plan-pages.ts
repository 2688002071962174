import type { PlanTable } from './plan-table.ts';

/** The plan as a tagged PDF with its letters in it: a screen reader hears a table with its heads. */
export async function writePlanPages(plan: PlanTable): Promise<Uint8Array<ArrayBuffer>> {
	const [{ default: PDFDocument }, regular, bold] = await Promise.all([
		import('pdfkit'),
		import('./fonts/regular.ttf?inline'),
		import('./fonts/bold.ttf?inline')
	]);
	const pages = new PDFDocument({
		size: 'LETTER',
		layout: 'landscape',
		margin: 48,
		tagged: true,
		lang: 'en-US',
		displayTitle: true,
		pdfVersion: '1.7',
		// None of its own fonts, which are files beside the library and not in a build.
		font: '',
		info: { Title: plan.title, Author: plan.team, Creator: 'Throughline' }
	});
	const chunks: Uint8Array[] = [];
	const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
		pages.on('data', (chunk: Uint8Array) => chunks.push(chunk));
		pages.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
		pages.on('error', reject);
	});
	pages.registerFont('regular', fontOf(regular.default));
	pages.registerFont('bold', fontOf(bold.default));
	const document = pages.struct('Document');
	pages.addStructure(document);
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
		font: { src: fontOf(bold.default), family: 'bold', size: 10 }
	}));
	pages.table({
		structParent: document,
		defaultStyle: { padding: 5, border: 0.5, borderColor: '#8a8f98' },
		data: [head, ...plan.rows.map(({ texts }) => texts.map((text) => ({ text })))]
	} as Parameters<typeof pages.table>[0]);
	document.end();
	pages.end();
	return whole;
}

/** Vite hands a small file over as a data address. */
function fontOf(address: string): Buffer {
	return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
