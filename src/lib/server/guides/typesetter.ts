import type { openPages } from '../tagged-pages.ts';
import type { PlainPiece, Run } from './plain-pieces.ts';
import type { Printed } from './printed-html.ts';

type Sheet = Omit<Awaited<ReturnType<typeof openPages>>, 'finish'>;
export type Typesetter = ReturnType<typeof typesetter>;

const SIZES = { H1: 22, H2: 16, H3: 13, H4: 10 };
const TEXT = 10.5;
const STEP_IN = 16;
/** A row that is empty has room to write in. */
const ROW = 26;
const PADDING = 5;

/** Sets headings, paragraphs, lists and tables on tagged pages, one below the other. */
export function typesetter(sheet: Sheet) {
	const { pages, document } = sheet;
	const write = (tag: string, work: () => void) => document.add(pages.struct(tag, {}, work));
	const paragraph = (runs: readonly Run[], depth = 0) =>
		write('P', () => setRuns(sheet, runs, depth));
	const item = (runs: readonly Run[], mark = '•', depth = 0) =>
		write('LI', () => setRuns(sheet, [{ text: `${mark}  `, bold: false }, ...runs], depth));
	const heading = (tag: keyof typeof SIZES, text: string) => {
		// A title does not stand alone at the foot of a page.
		if (pages.y > pages.page.height - 130) pages.addPage();
		pages.moveDown(tag === 'H4' ? 0.1 : 0.5);
		write(tag, () => {
			pages.font('bold').fontSize(SIZES[tag]).text(text, { indent: 0 });
		});
		pages.moveDown(0.2);
	};
	return {
		heading,
		newPage: () => {
			pages.addPage();
		},
		paragraph: (text: string) => paragraph([{ text, bold: false }]),
		list: (texts: readonly string[]) => {
			for (const text of texts) item([{ text, bold: false }]);
		},
		pieces: (pieces: readonly PlainPiece[]) => {
			for (const { kind, runs } of pieces) (kind === 'item' ? item : paragraph)(runs);
		},
		printed: (pieces: readonly Printed[]) => {
			for (const piece of pieces) {
				if (piece.kind === 'table') setTable(sheet, piece);
				else if (piece.kind === 'heading') heading('H3', piece.runs.map(textOf).join(''));
				else if (piece.kind === 'item') item(piece.runs, piece.mark, piece.depth);
				else paragraph(piece.runs, piece.depth);
			}
		}
	};
}

const textOf = ({ text }: Run) => text;

function setRuns({ pages }: Sheet, runs: readonly Run[], depth: number): void {
	const { left, right } = pages.page.margins;
	const inset = depth * STEP_IN;
	const width = pages.page.width - left - right - inset;
	pages.fontSize(TEXT);
	runs.forEach(({ text, bold, slanted }, at) => {
		const oblique = slanted ?? false;
		const options = { continued: at < runs.length - 1, width, lineGap: 1.5, oblique };
		pages.font(bold ? 'bold' : 'regular');
		if (at === 0) pages.text(text, left + inset, pages.y, options);
		else pages.text(text, options);
	});
	pages.x = left;
	pages.moveDown(0.35);
}

function setTable(
	{ pages, document, bold }: Sheet,
	{ head, rows }: Printed & { kind: 'table' }
): void {
	keepTogether(pages, [head, ...rows]);
	const font = { src: bold, family: 'bold', size: TEXT };
	const first = head.map((text) => ({ type: 'TH' as const, text, font }));
	pages.font('regular').fontSize(TEXT);
	pages.table({
		structParent: document,
		defaultStyle: { padding: PADDING, border: 0.5, borderColor: '#8a8f98' },
		rowStyles: { minHeight: ROW },
		data: [first, ...rows.map((cells) => cells.map((text) => ({ text })))]
		// The types do not know yet what a tagged table needs.
	} as Parameters<typeof pages.table>[0]);
	pages.x = pages.page.margins.left;
	pages.moveDown(0.7);
}

/** A table stands on one page if it fits on one, and a head never without its first row. */
function keepTogether(pages: Sheet['pages'], rows: readonly string[][]): void {
	const { left, right, top, bottom } = pages.page.margins;
	const { width, height } = pages.page;
	pages.font('regular').fontSize(TEXT);
	const heights = rows.map((cells) => {
		const cell = (width - left - right) / cells.length - 2 * PADDING;
		const tallest = Math.max(...cells.map((text) => pages.heightOfString(text, { width: cell })));
		return Math.max(ROW, tallest + 2 * PADDING);
	});
	const whole = heights.reduce((total, each) => total + each, 0);
	const [head = 0, first = 0] = heights;
	const needed = whole <= height - top - bottom ? whole : head + first;
	if (pages.y + needed > height - bottom) pages.addPage();
}
