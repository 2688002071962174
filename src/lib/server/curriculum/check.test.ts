import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import {
	captions,
	contentWith,
	faultsWith,
	guide,
	module1,
	module2,
	series,
	step,
	step2,
	type Change
} from './fixture.ts';
import { lockFile } from './lock.ts';

const media = 'modules/reading-together/01-begin/media';

/** What is done to the content, and the fault that the author reads: its file and line, and words in it. */
const table: [name: string, change: Change, at: string, words: RegExp][] = [
	// Folders and files
	['a series without series.md', { [series]: null }, `${series}:1`, /file is missing/],
	['a module without module.md', { [module1]: null }, `${module1}:1`, /file is missing/],
	[
		'a module folder without a number',
		{ 'modules/reading-together/later/10-x.md': '' },
		'modules/reading-together/later/module.md:1',
		/no number.*01-later/
	],
	[
		'a module with the number of another',
		{ 'modules/reading-together/02-twice/module.md': '' },
		'modules/reading-together/02-twice/module.md:1',
		/number 2 is used twice/
	],
	[
		'a step with the name of another',
		{ 'modules/reading-together/01-begin/20-watch.md': '' },
		'modules/reading-together/01-begin/20-watch.md:1',
		/name watch is used twice/
	],
	[
		'a file that is nothing',
		{ 'modules/reading-together/01-begin/notes.md': '' },
		'modules/reading-together/01-begin/notes.md:1',
		/not a step/
	],
	[
		'a guide with an unknown variant',
		{ 'modules/reading-together/01-begin/guide.evening.md': '' },
		'modules/reading-together/01-begin/guide.evening.md:1',
		/not a step, a guide/
	],
	// Front matter
	['no front matter', { [step2]: 'Only words.' }, `${step2}:1`, /front matter is missing/],
	[
		'front matter that is not YAML',
		{ [step2]: ['title: Look back', 'title: "Look back'] },
		`${step2}:4`,
		/not YAML/
	],
	[
		'a key that is missing',
		{ [module1]: ['summary: The first one.\n', ''] },
		`${module1}:2`,
		/`summary` is missing/
	],
	[
		'a key that is not known',
		{ [module1]: ['arc: habits', 'arc: habits\ncolour: red'] },
		`${module1}:6`,
		/`colour` is not known/
	],
	[
		'a key inside a group that is not known',
		{ [module1]: ['  live: 30', '  live: 30\n  extra: 5'] },
		`${module1}:9`,
		/`minutes.extra` is not known/
	],
	[
		'a value of the wrong kind',
		{ [step2]: ['minutes: 5', 'minutes: five'] },
		`${step2}:4`,
		/`minutes` must be a whole number/
	],
	[
		'an id in upper case',
		{ [step2]: ['id: rt-2-back', 'id: RT-2-Back'] },
		`${step2}:2`,
		/`id` must be an id in lower case/
	],
	[
		'an order that is not known',
		{ [series]: ['order: in-order', 'order: random'] },
		`${series}:14`,
		/in-order, any/
	],
	[
		'an arc that the series lacks',
		{ [module1]: ['arc: habits', 'arc: systems'] },
		`${module1}:5`,
		/arcs of this series are: habits/
	],
	// Sums and order
	[
		'step minutes that do not add up',
		{ [step]: ['minutes: 10', 'minutes: 12'] },
		`${module1}:7`,
		/steps take 12 minutes.*says 10/
	],
	[
		'a prerequisite that does not exist',
		{ [module2]: ['[rt-1]', '[rt-9]'] },
		`${module2}:9`,
		/rt-9, which is no module/
	],
	[
		'prerequisites in a circle',
		{ [module1]: ['prerequisites: []', 'prerequisites: [rt-2]'] },
		`${module1}:11`,
		/in a circle/
	],
	[
		'a step without a block to complete',
		{
			[step2]: [
				'<Reflect id="rt-2-thought" audience="cohort" thread="rt-thought">\n\nWhat do you see now?\n\n</Reflect>',
				'Only words.'
			]
		},
		`${step2}:1`,
		/Nothing in this step can be completed/
	],
	[
		'a step that requires a kind it lacks',
		{ [step2]: ['minutes: 5', 'minutes: 5\nrequires: [reflect, video]'] },
		`${step2}:5`,
		/requires` names video/
	],
	[
		'a step that requires what is no kind',
		{ [step2]: ['minutes: 5', 'minutes: 5\nrequires: [essay]'] },
		`${step2}:5`,
		/must be one of: video, reflect, poll, check/
	],
	// Tags and prose
	[
		'an unknown block',
		{ [step]: ['<Resources id', '<Quiz id'] },
		`${step}:33`,
		/<Quiz> is not a block/
	],
	[
		'a block in a paragraph',
		{ [step]: ['Two minutes of a story.\n\n', 'Two minutes of a story.\n'] },
		`${step}:9`,
		/part of a paragraph/
	],
	[
		'a block in the middle of a line',
		{ [step]: ['Two minutes', 'See <Video id="x" /> for two minutes'] },
		`${step}:8`,
		/part of a paragraph/
	],
	[
		'a tag that is not closed',
		{ [step2]: ['thread="rt-thought">', 'thread="rt-thought'] },
		`${step2}:7`,
		/is not closed/
	],
	['a block that is never closed', { [step2]: ['</Reflect>', ''] }, `${step2}:7`, /never closed/],
	[
		'a closing tag alone',
		{ [step2]: ['<Reflect id="rt-2-thought" audience="cohort" thread="rt-thought">', ''] },
		`${step2}:11`,
		/closes nothing/
	],
	[
		'an empty line among the attributes',
		{ [step]: ['choices={[\n', 'choices={[\n\n'] },
		`${step}:24`,
		/empty line among its attributes/
	],
	[
		'a block inside a block',
		{ [step]: ['How often?', '<Reflect id="rt-1-in" audience="me">\n\nWhy?\n\n</Reflect>'] },
		`${step}:20`,
		/inside <Poll>/
	],
	[
		'attributes that cannot be read',
		{ [step]: ["captions={['en']}", "captions={['en'}"] },
		`${step}:10`,
		/cannot be read/
	],
	[
		'code in an attribute',
		{ [step]: ['minimum={0}', 'minimum={process.exit()}'] },
		`${step}:12`,
		/must be plain data/
	],
	['a spread attribute', { [step]: ['minimum={0}', '{...all}'] }, `${step}:12`, /not name="value"/],
	[
		'a script',
		{ [step]: ['Two minutes', '<script>alert(1)</script>'] },
		`${step}:8`,
		/<script> has no place/
	],
	[
		'a style',
		{ [step]: ['Two minutes', '<style>p { color: red }</style>'] },
		`${step}:8`,
		/<style> has no place/
	],
	['HTML in prose', { [step]: ['Two minutes', '<b>Two</b> minutes'] }, `${step}:8`, /read as HTML/],
	['a brace in prose', { [step]: ['Two minutes', '{Two} minutes'] }, `${step}:8`, /brace in prose/],
	[
		'a picture that is missing',
		{ [step]: ['Two minutes', '![A room](media/room.png)'] },
		`${step}:8`,
		/media\/room.png is missing/
	],
	[
		'a block in module.md',
		{ [module1]: ['A beginning.', '<Reflect id="rt-1-x" audience="me">\n\nWhy?\n\n</Reflect>'] },
		`${module1}:14`,
		/belong in steps/
	],
	// Blocks
	[
		'a block without an id',
		{ [step]: [' id="rt-1-thought"', ''] },
		`${step}:12`,
		/`id` is missing/
	],
	[
		'an attribute that is not known',
		{ [step]: ['minimum={0}', 'colour="red"'] },
		`${step}:12`,
		/`colour` is not known/
	],
	[
		'an audience that is not known',
		{ [step]: ['audience="me"', 'audience="everyone"'] },
		`${step}:12`,
		/must be one of: me, facilitators, cohort/
	],
	['a question that is empty', { [step]: ['What did you see?', ''] }, `${step}:12`, /asks nothing/],
	[
		'words inside a block without a question',
		{
			[step]: [
				"great_for: ['teacher'] }]} />",
				"great_for: ['teacher'] }]}>\n\nWords\n\n</Resources>"
			]
		},
		`${step}:33`,
		/has no question/
	],
	[
		'a check without a right choice',
		{ [step]: [', correct: true', ''] },
		`${step}:24`,
		/has no right choice/
	],
	[
		'a check without feedback',
		{ [step]: [", feedback: 'It comes later.'", ''] },
		`${step}:24`,
		/`choices.0.feedback` is missing/
	],
	[
		'two choices with one id',
		{ [step]: ["{ id: 'b', text: 'Never' }", "{ id: 'a', text: 'Never' }"] },
		`${step}:18`,
		/two choices with the same id/
	],
	[
		'a poll with one choice',
		{ [step]: [", { id: 'b', text: 'Never' }", ''] },
		`${step}:18`,
		/at least two choices/
	],
	[
		'an address without https',
		{ [step]: ["'media/cards.pdf'", "'http://example.org'"] },
		`${step}:33`,
		/must begin with https/
	],
	[
		'a handout that is missing',
		{ [`${media}/cards.pdf`]: null },
		`${step}:33`,
		/cards.pdf is missing/
	],
	[
		'a role that the series lacks',
		{ [step]: ["['teacher']", "['pilot']"] },
		`${step}:33`,
		/audiences of this series/
	],
	// Video
	[
		'a video that is missing',
		{ [`${media}/story.mp4`]: null },
		`${step}:10`,
		/story.mp4 is missing/
	],
	[
		'a poster that is missing',
		{ [`${media}/story.webp`]: null },
		`${step}:10`,
		/story.webp is missing/
	],
	[
		'captions that are missing',
		{ [step]: ["['en']", "['en', 'es']"] },
		`${step}:10`,
		/story.es.vtt is missing/
	],
	[
		'a video without captions',
		{ [step]: ["captions={['en']}", 'captions={[]}'] },
		`${step}:10`,
		/Every video has captions/
	],
	[
		'chapters that are missing',
		{ [`${media}/story.chapters.vtt`]: null },
		`${step}:10`,
		/story.chapters.vtt is missing/
	],
	[
		'captions that are not WebVTT',
		{ [captions]: ['WEBVTT', 'SRT'] },
		`${captions}:1`,
		/must begin with the line WEBVTT/
	],
	[
		'a cue whose time cannot be read',
		{ [captions]: ['00:01.000', '1.0'] },
		`${captions}:3`,
		/cannot be read/
	],
	[
		'a cue that ends before it begins',
		{ [captions]: ['00:04.000', '00:00.500'] },
		`${captions}:3`,
		/ends before it begins/
	],
	[
		'captions longer than the video',
		{ [captions]: ['00:04.000', '02:00.000'] },
		`${step}:10`,
		/goes on to 120 s/
	],
	[
		'a stop whose prompt is in another step',
		{ [step]: ["prompt: 'rt-1-thought'", "prompt: 'rt-2-thought'"] },
		`${step}:10`,
		/no Reflect or Poll of this step/
	],
	['a stop beyond the end', { [step]: ['at: 30', 'at: 90'] }, `${step}:10`, /video ends at 60 s/],
	// Guides
	[
		'a guide whose variant is not its name',
		{ [guide]: ['variant: in-person', 'variant: online'] },
		`${guide}:2`,
		/Make them agree/
	],
	[
		'guide minutes that do not add up',
		{ [guide]: ['minutes=10', 'minutes=12'] },
		`${guide}:3`,
		/take 32 minutes/
	],
	[
		'an unknown key of a guide',
		{ [guide]: ['minutes: 30', 'minutes: 30\nmood: calm'] },
		`${guide}:4`,
		/`mood` is not known/
	],
	[
		'a material that is missing',
		{ [guide]: ['media/cards.pdf', 'media/dice.pdf'] },
		`${guide}:8`,
		/dice.pdf is missing/
	],
	[
		'an unknown section',
		{ [guide]: ['::say', '::sing'] },
		`${guide}:17`,
		/::sing is not a section/
	],
	[
		'a section that is not closed',
		{ [guide]: ['Welcome.\n::', 'Welcome.'] },
		`${guide}:17`,
		/::say is not closed/
	],
	[
		'a section that closes nothing',
		{ [guide]: ['::capture wall', '::\n::capture wall'] },
		`${guide}:21`,
		/closes nothing/
	],
	[
		'words in no section',
		{ [guide]: ['::capture wall', 'Words.\n::capture wall'] },
		`${guide}:21`,
		/in no section/
	],
	['a section that is empty', { [guide]: ['Welcome.', ''] }, `${guide}:17`, /::say is empty/],
	[
		'an agenda block without what is said',
		{ [guide]: ['::say\nWelcome.\n::\n', ''] },
		`${guide}:11`,
		/has no ::say/
	],
	[
		'an unknown kind of agenda block',
		{ [guide]: ['kind=welcome', 'kind=party'] },
		`${guide}:11`,
		/kind=party is not known/
	],
	[
		'an unknown priority',
		{ [guide]: ['priority=must', 'priority=maybe'] },
		`${guide}:11`,
		/Write must, trim or skip/
	],
	[
		'an unknown grouping',
		{ [guide]: ['group=whole', 'group=circle'] },
		`${guide}:11`,
		/groups-of-4/
	],
	['an agenda block without an id', { [guide]: ['#arrive ', ''] }, `${guide}:11`, /has no id/],
	[
		'an agenda block without braces',
		{ [guide]: [' {#arrive kind=welcome minutes=10 min=5 priority=must group=whole}', ''] },
		`${guide}:11`,
		/has no braces/
	],
	[
		'two agenda blocks with one id',
		{ [guide]: ['#watch', '#arrive'] },
		`${guide}:23`,
		/#arrive is used twice/
	],
	['a minimum above the ideal', { [guide]: ['min=5', 'min=15'] }, `${guide}:11`, /min=15 above/],
	['a maximum below the ideal', { [guide]: ['max=25', 'max=18'] }, `${guide}:23`, /max=18 below/],
	[
		'a guide that names a prompt that does not exist',
		{ [guide]: ['prompt=rt-1-thought', 'prompt=rt-1-gone'] },
		`${guide}:11`,
		/prompt rt-1-gone/
	],
	[
		'a guide that names a video that does not exist',
		{ [guide]: ['::video rt-1-story', '::video rt-1-gone'] },
		`${guide}:23`,
		/video rt-1-gone/
	],
	['a segment beyond the end', { [guide]: ['to=60', 'to=90'] }, `${guide}:23`, /beyond its end/],
	[
		'a capture to nowhere',
		{ [guide]: ['::capture wall', '::capture drawer'] },
		`${guide}:21`,
		/Answers go to/
	],
	[
		'a guide that extends one that is not there',
		{ [guide]: ['minutes: 30', 'extends: online\nminutes: 30'] },
		`${guide}:3`,
		/no guide.online.md/
	],
	// Ids
	[
		'an id used twice',
		{ [step2]: ['id="rt-2-thought"', 'id="rt-1-thought"'] },
		`${step2}:7`,
		/used twice/
	],
	[
		'an id that vanished',
		{ [step]: ['id="rt-1-often"', 'id="rt-1-how-often"'] },
		`${lockFile}:7`,
		/rt-1-often \(poll\) is gone.*retired/
	],
	[
		'an id that is new',
		{ [step]: ['id="rt-1-often"', 'id="rt-1-how-often"'] },
		`${step}:18`,
		/is new.*--lock/
	],
	[
		'an id that changed its kind',
		{ [lockFile]: ['"rt-1-often": "poll"', '"rt-1-often": "check"'] },
		`${step}:18`,
		/was a check and is now a poll/
	],
	[
		'an id that is retired and used',
		{ [module1]: ['prerequisites: []', 'prerequisites: []\nretired: [rt-1-often]'] },
		`${step}:18`,
		/is retired/
	],
	[
		'a retired id that never was',
		{ [module1]: ['prerequisites: []', 'prerequisites: []\nretired: [rt-1-never]'] },
		`${module1}:12`,
		/never published/
	],
	['a lock file that is not JSON', { [lockFile]: '{' }, `${lockFile}:1`, /not JSON/]
];

describe('the check says what to mend and where, for', () => {
	test.each(table)('%s', (_, change, at, words) => {
		const faults = faultsWith(change);
		const there = faults.filter((fault) => fault.startsWith(`${at}: `));
		expect(faults.join('\n')).toMatch(words);
		expect(
			there.some((fault) => words.test(fault)),
			faults.join('\n')
		).toBe(true);
	});
});

test('content in order has no faults', () => {
	expect(faultsWith({})).toEqual([]);
});

test('a vanished id may be retired', () => {
	const faults = faultsWith({
		[step]: ['id="rt-1-often"', 'id="rt-1-how-often"'],
		[module1]: ['prerequisites: []', 'prerequisites: []\nretired: [rt-1-often]']
	});
	expect(faults).toHaveLength(1);
	expect(faults[0]).toMatch(/rt-1-how-often is new/);
});

test('a file that cannot be read does not make its ids look vanished', () => {
	const faults = faultsWith({ [step2]: ['title: Look back', 'title: "Look back'] });
	expect(faults.join('\n')).not.toMatch(/is gone/);
});

test('renaming and reordering are free', () => {
	const files = contentWith({});
	const renamed = new Map(
		[...files.texts].map(([file, text]) => [file.replace('02-go-on', '07-carry-on'), text])
	);
	expect(check({ ...files, texts: renamed }).faults).toEqual([]);
});

test('a guide may say only what differs from the one it extends', () => {
	const online = guide.replace('in-person', 'online');
	const faults = faultsWith({
		[online]:
			'---\nvariant: online\nextends: in-person\nminutes: 28\n---\n\n## Arrive on screen {#arrive minutes=8}\n'
	});
	expect(faults).toEqual([]);
});
