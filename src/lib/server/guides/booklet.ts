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
import { plainPieces } from './plain-pieces.ts';
import { readCohortGuide, type CohortGuide } from './prepare.ts';
import { printedHtml } from './printed-html.ts';
import { typesetter, type Typesetter } from './typesetter.ts';

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
		set.heading('H2', 'What to prepare');
		set.list(guide.prepare.map(({ when, what }) => `${beginning(when)}: ${what}`));
	}
	if (guide.materials.length > 0) {
		set.heading('H2', 'What you need');
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

function setAgenda({ agenda, meeting }: CohortGuide, set: Typesetter): void {
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
			set.paragraph(
				to === null
					? `Video from ${clock(from)} to the end`
					: `Video from ${clock(from)} to ${clock(to)}`
			);
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

function beginning(words: string): string {
	return words.charAt(0).toUpperCase() + words.slice(1);
}
