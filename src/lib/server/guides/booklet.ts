import {
	askNames,
	clock,
	clockFrom,
	groupName,
	kindNames,
	partNames,
	priorityNames
} from '../../guide/words.ts';
import { REGIONS } from '../../languages.ts';
import { currentLanguage } from '../../messages/current.ts';
import { plural } from '../../messages/plural.ts';
import { inFigures } from '../../messages/regional.ts';
import { getModule, type Handout } from '../curriculum/index.ts';
import { openPages } from '../tagged-pages.ts';
import type { Viewer } from '../viewer.ts';
import { findCohortGuide } from './place.ts';
import { plainPieces, type PlainPiece, type Run } from './plain-pieces.ts';
import { readCohortGuide, type CohortGuide } from './prepare.ts';
import { printedHtml, type Printed } from './printed-html.ts';

/** A cohort's guide with its handouts, to print or to carry without a network. */
export async function readBooklet(
	viewer: Viewer,
	cohortId: string,
	slug: string,
	variant: string | null
): Promise<{ name: string; body: Uint8Array<ArrayBuffer> }> {
	const { module } = await findCohortGuide(viewer, cohortId, slug, variant);
	const guide = await readCohortGuide(viewer, cohortId, slug, variant);
	const { handouts } = getModule(module.id);
	return { name: `${slug}.${guide.variant}.pdf`, body: await writeBooklet(guide, handouts) };
}

async function writeBooklet(
	guide: CohortGuide,
	handouts: readonly Handout[]
): Promise<Uint8Array<ArrayBuffer>> {
	const { finish, ...sheet } = await openPages({
		title: guide.title,
		author: 'Throughline',
		language: REGIONS[currentLanguage()],
		layout: 'portrait'
	});
	const set = typesetter(sheet);
	set.heading('H1', guide.title);
	set.paragraph(
		`${guide.cohort.name}. ${plural(guide.cohort.people, ['# person', '# people'])}. ${plural(guide.total, ['# minute', '# minutes'])}.`
	);
	set.paragraph(guide.summary);
	set.heading('H2', guide.essentialQuestion);
	set.heading('H3', 'At the end, people can');
	set.list(guide.objectives);
	if (guide.prepare.length > 0) {
		set.heading('H2', 'Prepare');
		set.list(guide.prepare.map(({ when, what }) => `${when}: ${what}`));
	}
	if (guide.materials.length > 0) {
		set.heading('H2', 'Materials');
		set.list(
			guide.materials.map(
				({ name, quantity, note }) => `${name}: ${inFigures(quantity)}${note ? `. ${note}` : ''}`
			)
		);
	}
	setAgenda(guide, set);
	for (const handout of handouts) {
		set.newPage();
		set.heading('H2', handout.title);
		set.printed(printedHtml(handout.html));
	}
	return finish();
}

function setAgenda({ agenda, meeting }: CohortGuide, set: ReturnType<typeof typesetter>): void {
	const time = clockFrom(meeting);
	set.newPage();
	set.heading('H2', 'The session');
	for (const block of agenda) {
		set.heading('H3', `${block.at === null ? 'If there is time' : time(block.at)}  ${block.title}`);
		const minutes = plural(block.minutes, ['# minute', '# minutes']);
		set.paragraph(
			`${minutes}. ${kindNames[block.kind]}, ${groupName(block.group)}. ${priorityNames[block.priority]}.`
		);
		for (const { from, to } of block.segments) {
			set.paragraph(`Video from ${clock(from)} to ${to === null ? 'the end' : clock(to)}`);
		}
		for (const { part, label } of partNames()) {
			const passage = block[part];
			if (passage === null) continue;
			set.heading('H4', label);
			set.pieces(plainPieces(passage.markdown));
		}
		for (const { kind, html, title } of block.asks) {
			set.heading('H4', askNames[kind]);
			if (html !== null) set.printed(printedHtml(html));
			else if (title !== null) set.paragraph(title);
		}
	}
}

const SIZES = { H1: 22, H2: 16, H3: 13, H4: 10 };
const TEXT = 10.5;
const STEP_IN = 16;
/** A row that is empty has room to write in. */
const ROW = 26;

function typesetter({
	pages,
	document,
	bold: boldFont
}: Omit<Awaited<ReturnType<typeof openPages>>, 'finish'>) {
	const write = (tag: string, work: () => void) => document.add(pages.struct(tag, {}, work));
	const runs = (all: PlainPiece['runs'], indent: number) => {
		pages.fontSize(TEXT);
		all.forEach(({ text, bold }, at) => {
			const options = { continued: at < all.length - 1, indent, lineGap: 1.5 };
			pages.font(bold ? 'bold' : 'regular').text(text, options);
		});
		pages.moveDown(0.35);
	};
	/** Set in by so many steps; a mark hangs in front of it. */
	const below = (depth: number, mark: string, all: readonly Run[]) => {
		const { left, right } = pages.page.margins;
		const inset = depth * STEP_IN;
		const width = pages.page.width - left - right - inset;
		const marked = mark === '' ? all : [{ text: `${mark}  `, bold: false }, ...all];
		pages.fontSize(TEXT);
		marked.forEach(({ text, bold }, at) => {
			const options = { continued: at < marked.length - 1, width, lineGap: 1.5 };
			pages.font(bold ? 'bold' : 'regular');
			if (at === 0) pages.text(text, left + inset, pages.y, options);
			else pages.text(text, options);
		});
		pages.x = left;
		pages.moveDown(0.35);
	};
	const table = ({ head, rows }: Printed & { kind: 'table' }) => {
		const font = { src: boldFont, family: 'bold', size: TEXT };
		const first = head.map((text) => ({ type: 'TH' as const, text, font }));
		pages.font('regular').fontSize(TEXT);
		// The types do not know yet what a tagged table needs.
		pages.table({
			structParent: document,
			defaultStyle: { padding: 5, border: 0.5, borderColor: '#8a8f98' },
			rowStyles: { minHeight: ROW },
			data: [first, ...rows.map((cells) => cells.map((text) => ({ text })))]
		} as Parameters<typeof pages.table>[0]);
		pages.x = pages.page.margins.left;
		pages.moveDown(0.7);
	};
	const item = (all: PlainPiece['runs']) => {
		runs([{ text: '•  ', bold: false }, ...all], 0);
	};
	return {
		newPage: () => {
			pages.addPage();
		},
		heading: (tag: keyof typeof SIZES, text: string) => {
			// A title does not stand alone at the foot of a page.
			if (pages.y > pages.page.height - 130) pages.addPage();
			pages.moveDown(tag === 'H4' ? 0.1 : 0.5);
			write(tag, () => {
				pages.font('bold').fontSize(SIZES[tag]).text(text, { indent: 0 });
			});
			pages.moveDown(0.2);
		},
		paragraph: (text: string) => {
			write('P', () => runs([{ text, bold: false }], 0));
		},
		list: (texts: readonly string[]) => {
			for (const text of texts) write('LI', () => item([{ text, bold: false }]));
		},
		printed(pieces: readonly Printed[]) {
			for (const piece of pieces) {
				if (piece.kind === 'table') table(piece);
				else if (piece.kind === 'heading') {
					this.heading('H3', piece.runs.map(({ text }) => text).join(''));
				} else if (piece.kind === 'item') {
					write('LI', () => below(piece.depth, piece.mark, piece.runs));
				} else write('P', () => below(piece.depth, '', piece.runs));
			}
		},
		pieces: (pieces: readonly PlainPiece[]) => {
			for (const piece of pieces) {
				if (piece.kind === 'item') write('LI', () => item(piece.runs));
				else write('P', () => runs(piece.runs, 0));
			}
		}
	};
}
