import { check } from './check.ts';
import { describeFault } from './fault.ts';
import { lockFile, parseLock, writeLock } from './lock.ts';
import type { ContentFiles } from './written.ts';

/** A small series without faults, for tests to spoil in one place each. */

export const series = 'modules/reading-together/series.md';
export const module1 = 'modules/reading-together/01-begin/module.md';
export const module2 = 'modules/reading-together/02-go-on/module.md';
export const step = 'modules/reading-together/01-begin/10-watch.md';
export const step2 = 'modules/reading-together/02-go-on/10-look-back.md';
export const guide = 'modules/reading-together/01-begin/guide.in-person.md';
export const handout = 'modules/reading-together/01-begin/handout.cards.md';
export const glossary = 'modules/reading-together/glossary.md';
export const spanish = 'modules/reading-together/02-go-on/10-look-back.es.md';
export const page = 'modules/library/a-shorter-agenda.md';
export const protocol = 'modules/protocols/circle.md';
export const captions = 'modules/reading-together/01-begin/media/story.en.vtt';

const vtt = 'WEBVTT\n\n00:01.000 --> 00:04.000\nA child reads.\n';

const texts: Record<string, string> = {
	[series]: `---
id: rt
title: Reading Together
summary: Two short modules.
licence: CC BY 4.0
sources: []
audiences: [teacher, family-partner]
arcs:
  - id: habits
    title: Habits
    question: What do we do every day?
norms: [Listen first.]
hours: 2
order: in-order
---

Welcome.
`,
	[module1]: `---
id: rt-1
title: Begin
summary: The first one.
arc: habits
minutes:
  alone: 10
  live: 30
objectives: [Read aloud once.]
essential_question: Who reads to whom?
prerequisites: []
---

A beginning.
`,
	[module2]: `---
id: rt-2
title: Go on
summary: The second one.
arc: habits
minutes: { alone: 5, live: 30 }
objectives: [Read aloud twice.]
essential_question: And then?
prerequisites: [rt-1]
---
`,
	[step]: `---
id: rt-1-watch
title: Watch
minutes: 10
requires: [video, reflect]
---

Two minutes of a story.

<Video id="rt-1-story" title="A story" src="media/story.mp4" poster="media/story.webp" captions={['en']} chapters="media/story.chapters.vtt" stops={[{ at: 30, prompt: 'rt-1-thought' }]} />

<Reflect id="rt-1-thought" audience="me" minimum={0}>

What did you see?

</Reflect>

<Poll id="rt-1-often" choices={[{ id: 'a', text: 'Daily' }, { id: 'b', text: 'Never' }]} multiple={false}>

How often?

</Poll>

<Check id="rt-1-why" choices={[
	{ id: 'a', text: 'Speed', feedback: 'It comes later.' },
	{ id: 'b', text: 'Joy', feedback: 'Yes: it lasts.', correct: true }
]}>

Why read aloud?

</Check>

<Resources id="rt-1-more" title="Read on" items={[{ title: 'Cards', href: 'media/cards.pdf', kind: 'handout', great_for: ['teacher'] }]} />

Write \`{\` and \`<Video\` in code if you must.
`,
	[step2]: `---
id: rt-2-back
title: Look back
minutes: 5
---

<Reflect id="rt-2-thought" audience="cohort" thread="rt-thought">

What do you see now?

</Reflect>
`,
	[guide]: `---
variant: in-person
minutes: 30
prepare:
  - when: one day before
    what: Print the cards.
materials:
  - { name: Cards, per: table, count: 1, file: media/cards.pdf }
---

## Arrive {#arrive kind=welcome minutes=10 min=5 priority=must group=whole}

::participants
What did you read today?
::

::say
Welcome.
::

::capture wall anonymous prompt=rt-1-thought

## Watch {#watch kind=video minutes=20 min=15 max=25 priority=trim group=groups-of-4 chosen="by table"}

::participants
Watch.
::

::say
Here is a story.
::

::video rt-1-story from=0 to=60
::prompt rt-1-thought
`,
	[handout]: `---
id: rt-1-cards
title: Cards to cut
summary: One set for each table.
---

Cut along the lines.
`,
	[glossary]: `---
terms:
  - { term: aloud, also: [out loud], means: So that others hear it. }
---
`,
	[spanish]: `---
title: Mirar atrás
---

<Reflect id="rt-2-thought">

¿Qué ve ahora?

</Reflect>
`,
	[page]: `---
id: library-agenda
title: A shorter agenda
summary: What to leave out.
kind: tool
great_for: [teacher]
level: start
minutes: 5
topics: [meetings]
---

Ten minutes are enough.
`,
	[protocol]: `---
id: circle
title: Circle
summary: Everyone once.
people: { from: 3, to: 6 }
roles:
  - { id: opener, name: Opener, what: You begin. }
  - { id: others, name: The others, what: You listen first., others: true }
---

## Open {minutes=5 speaks=opener}

Say why we are here.

## Around {minutes=12 speaks=in-turn}

One breath each.
`,
	[captions]: vtt,
	'modules/reading-together/01-begin/media/story.chapters.vtt': vtt
};

const folder = 'modules/reading-together/01-begin/media';
const media = new Map([
	[`${folder}/story.mp4`, { seconds: 60 }],
	[`${folder}/story.webp`, { seconds: 0 }],
	[`${folder}/cards.pdf`, { seconds: 0 }],
	[`${folder}/story.en.vtt`, { seconds: 0 }],
	[`${folder}/story.chapters.vtt`, { seconds: 0 }]
]);

export type Change = Record<string, [from: string, to: string] | string | null>;

/** The series with some files changed: a replacement, a whole new text, or null for a file that is gone. */
export function contentWith(change: Change): ContentFiles {
	const changed = new Map(Object.entries(texts));
	const { named } = check({ texts: changed, media });
	changed.set(lockFile, writeLock(parseLock(''), named));
	const changedMedia = new Map(media);
	for (const [file, how] of Object.entries(change)) {
		if (how === null) {
			changed.delete(file);
			changedMedia.delete(file);
		} else if (typeof how === 'string') changed.set(file, how);
		else {
			const before = changed.get(file) ?? '';
			if (!before.includes(how[0])) throw new Error(`${file} has no "${how[0]}" to change.`);
			changed.set(
				file,
				before.replace(how[0], () => how[1])
			);
		}
	}
	return { texts: changed, media: changedMedia };
}

export function faultsWith(change: Change): string[] {
	return check(contentWith(change)).faults.map(describeFault);
}
