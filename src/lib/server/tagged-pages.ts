/** A PDF with its letters in it, tagged: a screen reader hears headings, lists and tables as such. */

type Sheet = {
	title: string;
	author: string;
	/** BCP 47, such as en-US. */
	language: string;
	layout: 'portrait' | 'landscape';
};

export async function openPages({ title, author, language, layout }: Sheet) {
	const [{ default: PDFDocument }, regularFile, boldFile] = await Promise.all([
		import('pdfkit'),
		import('../ui/fonts/print-regular.ttf?inline'),
		import('../ui/fonts/print-bold.ttf?inline')
	]);
	const pages = new PDFDocument({
		size: 'LETTER',
		layout,
		margin: 48,
		tagged: true,
		lang: language,
		displayTitle: true,
		pdfVersion: '1.7',
		// None of its own fonts, which are files beside the library and not in a build.
		font: '',
		info: { Title: title, Author: author, Creator: 'Throughline' }
	});
	const chunks: Uint8Array[] = [];
	const whole = new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
		pages.on('data', (chunk: Uint8Array) => chunks.push(chunk));
		pages.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))));
		pages.on('error', reject);
	});
	const bold = fontOf(boldFile.default);
	pages.registerFont('regular', fontOf(regularFile.default));
	pages.registerFont('bold', bold);
	pages.font('regular');
	const document = pages.struct('Document');
	pages.addStructure(document);
	const finish = () => {
		document.end();
		pages.end();
		return whole;
	};
	return { pages, document, bold, finish };
}

/** Vite hands a small file over as a data address. */
function fontOf(address: string): Buffer {
	return Buffer.from(address.slice(address.indexOf(',') + 1), 'base64');
}
