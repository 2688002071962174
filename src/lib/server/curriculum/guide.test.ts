import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	agendaKinds,
	captureTargets,
	priorities,
	sectionNames,
	type WrittenAgendaBlock
} from './agenda.ts';
import { extendAgenda } from './guide.ts';
import { parseAgenda, writeAgenda } from './guide-text.ts';
import { readGuides } from './guides.ts';
import { passage } from './passage.ts';

const id = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4}){0,2}$/);
const title = fc.stringMatching(/^[A-Za-z][A-Za-z ,?’é]{0,20}[a-z]$/);
const minutes = fc.integer({ min: 0, max: 9999 });
const orUnsaid = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const markdown = fc
	.array(
		fc.stringMatching(/^[A-Za-z*_“”(-][ -9;-~é“”]{0,30}$/).filter((line) => !line.startsWith('#')),
		{
			minLength: 1,
			maxLength: 4
		}
	)
	.map((lines) => lines.join('\n').trim())
	.filter((text) => text !== '');

const block: fc.Arbitrary<WrittenAgendaBlock> = fc.record({
	id,
	title,
	line: fc.constant(0),
	kind: orUnsaid(fc.constantFrom(...agendaKinds)),
	minutes: orUnsaid(minutes),
	min: orUnsaid(minutes),
	max: orUnsaid(minutes),
	priority: orUnsaid(fc.constantFrom(...priorities)),
	group: orUnsaid(
		fc.oneof(fc.constantFrom('whole' as const, 'pairs' as const), fc.integer({ min: 2, max: 99 }))
	),
	chosen: orUnsaid(fc.stringMatching(/^[a-z][a-z ]{0,15}[a-z]$/)),
	roles: orUnsaid(
		fc.array(fc.stringMatching(/^[a-z][a-z ]{0,10}[a-z]$/), { minLength: 1, maxLength: 4 })
	),
	omit: fc.boolean(),
	sections: fc
		.array(fc.tuple(fc.constantFrom(...sectionNames), markdown))
		.map((entries) => Object.fromEntries(entries)),
	captures: fc.array(
		fc.record({
			where: fc.constantFrom(...captureTargets),
			anonymous: fc.boolean(),
			prompt: orUnsaid(id)
		}),
		{ maxLength: 3 }
	),
	segments: fc.array(
		fc
			.record({ video: id, from: fc.nat(500) })
			.chain(({ video, from }) =>
				orUnsaid(fc.integer({ min: from + 1, max: 999 })).map((to) => ({ video, from, to }))
			),
		{ maxLength: 2 }
	),
	prompts: fc.array(id, { maxLength: 3 }),
	protocol: orUnsaid(id)
});
const agenda = fc.uniqueArray(block, { selector: (one) => one.id, maxLength: 5 });

function withoutLines(blocks: WrittenAgendaBlock[]): WrittenAgendaBlock[] {
	return blocks.map((one) => ({ ...one, line: 0 }));
}

describe('the guide format', () => {
	test('an agenda that is written and read is the same agenda', () => {
		fc.assert(
			fc.property(agenda, (blocks) => {
				const read = parseAgenda(writeAgenda(blocks));
				expect(read.complaints).toEqual([]);
				expect(withoutLines(read.blocks)).toEqual(blocks);
			})
		);
	});

	test('any text at all gives an agenda and complaints, never an error', () => {
		const piece = fc.oneof(
			fc.string(),
			fc.constantFrom(
				'\n',
				'::',
				'::say',
				'## A {#a',
				'}',
				'## B {#b kind=pair}',
				'::capture wall',
				'---',
				'::video x from=',
				'\r\n',
				'{',
				'"'
			)
		);
		fc.assert(
			fc.property(
				fc.array(piece).map((pieces) => pieces.join('')),
				(text) => {
					const { guides, faults } = readGuides([{ file: 'guide.in-person.md', text }]);
					expect(guides.length + faults.length).toBeGreaterThan(0);
					parseAgenda(text);
				}
			),
			{ numRuns: 500 }
		);
	});

	test('what is read from any text survives being written', () => {
		fc.assert(
			fc.property(fc.string(), agenda, (noise, blocks) => {
				const first = parseAgenda(`${writeAgenda(blocks)}\n${noise}`).blocks.filter(
					(one) => one.title !== ''
				);
				const second = parseAgenda(writeAgenda(first)).blocks;
				expect(withoutLines(second)).toEqual(withoutLines(first));
			})
		);
	});
});

describe('a guide that extends another', () => {
	const { blocks: base } = parseAgenda(
		'## A {#a kind=welcome minutes=5 priority=must group=whole}\n::say\nHello.\n::\n::do\nStand.\n::\n\n## B {#b kind=pair minutes=6 priority=trim group=pairs}'
	);

	test('changes what it says and keeps the rest', () => {
		const { blocks } = parseAgenda('## A, on screen {#a minutes=3}\n::do\nUnmute everyone.\n::');
		const [first] = extendAgenda(base, blocks);
		expect(first).toMatchObject({
			title: 'A, on screen',
			kind: 'welcome',
			minutes: 3,
			sections: { say: 'Hello.', do: 'Unmute everyone.' }
		});
	});

	test('leaves its protocol and roles behind when it becomes another kind of work', () => {
		const { blocks: talk } = parseAgenda(
			'## A {#a kind=protocol group=groups-of-4 roles="timekeeper, scribe"}\n::protocol last-word'
		);
		const changed = (heading: string) => extendAgenda(talk, parseAgenda(heading).blocks)[0];
		expect(changed('## B {#a minutes=3}')).toMatchObject({
			protocol: 'last-word',
			roles: ['timekeeper', 'scribe']
		});
		expect(changed('## B {#a kind=write-alone group=whole}')).toMatchObject({
			protocol: null,
			roles: null
		});
	});

	test('leaves a block out, and puts a new one after the one written before it', () => {
		const { blocks } = parseAgenda(
			'## A {#a}\n\n## New {#n kind=break minutes=2}\n\n## B {#b omit}'
		);
		expect(extendAgenda(base, blocks).map((one) => one.id)).toEqual(['a', 'n']);
	});
});

test('a passage is Markdown as HTML without anything that runs', () => {
	const { html } = passage('**Hello** <script>alert(1)</script> [x](javascript:alert(1))\n\n- one');
	expect(html).toContain('<strong>Hello</strong>');
	expect(html).toContain('<li>one</li>');
	expect(html).not.toMatch(/script/);
});
