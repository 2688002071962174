import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import {
	captions,
	contentWith,
	faultsWith,
	glossary,
	guide,
	handout,
	module1,
	module2,
	page,
	protocol,
	series,
	spanish,
	step,
	step2,
	type Change
} from './fixture.ts';
import { lockFile } from './lock.ts';

const media = 'modules/reading-together/01-begin/media';

const rubric = `<Rubric id="rt-1-halls" title="Halls" levels={['Not yet', 'Often']} indicators={[{ id: 'a', text: 'Greets', looks: ['Nobody.', 'Most.'] }, { id: 'b', text: 'Listens', looks: ['Nobody.', 'Most.'] }]}>\n\nWhat did you see?\n\n</Rubric>`;
const questions = `<Questions id="rt-1-ask" title="Ask" roles={[{ id: 'teacher', name: 'Teacher' }, { id: 'family', name: 'Family' }]} lenses={[{ id: 'beliefs', title: 'Beliefs', questions: [{ id: 'q1', text: 'Who?' }] }, { id: 'rules', title: 'Rules', questions: [{ id: 'q2', text: 'Which?' }] }]}>\n\nAnswer.\n\n</Questions>`;
const continuum = `<Continuum id="rt-1-line" title="Lines" pairs={[{ id: 'a', from: 'Soon', to: 'Slowly' }, { id: 'b', from: 'Alone', to: 'Together' }]}>\n\nWhere?\n\n</Continuum>`;
const compare = `<Compare id="rt-1-two" title="Two" illustrative={true} cases={[{ id: 'a', name: 'Elm' }, { id: 'b', name: 'Oak' }]} dimensions={[{ id: 'd', name: 'Books', values: { a: 1, b: 2 } }]}>\n\nRead.\n\n</Compare>`;
const assessment = `<Assessment id="rt-1-stand" title="Stand" by="team" scale={['Not yet', 'Often']} areas={[{ id: 'home', title: 'At home', items: [{ id: 'a', text: 'We read.', next: 'Read.' }] }, { id: 'room', title: 'In the room', items: [{ id: 'b', text: 'We talk.', next: 'Talk.' }] }]}>\n\nScore.\n\n</Assessment>`;
const plan = `<Plan id="rt-1-plan" title="Plan" columns={[{ id: 'what', name: 'What', kind: 'text' }, { id: 'by', name: 'By', kind: 'date' }, { id: 'keep', name: 'Keep', kind: 'choice', choices: ['Yes', 'No'] }]} rows={[{ what: 'Read', by: '2027-01-31' }]}>\n\nWrite.\n\n</Plan>`;
const feedback = `<Feedback id="rt-1-say" title="Tell us">\n\nWhat would you cut?\n\n</Feedback>`;
/** The step with one more block at line 33, which is spoiled in one place. */
function withBlock(block: string, from: string | RegExp, to: string): Change {
	const spoiled = block.replace(from, to);
	if (spoiled === block) throw new Error(`The block has no "${String(from)}" to change.`);
	return { [step]: ['<Resources id', `${spoiled}\n\n<Resources id`] };
}

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
		'a text with a comma that is not quoted',
		{ [guide]: ['name: Cards,', 'name: Cards, one of each,'] },
		`${guide}:8`,
		/"one of each" is cut off/
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
	[
		'an attribute that is written twice',
		{ [step]: ['minimum={0}', 'minimum={0} minimum={1}'] },
		`${step}:12`,
		/`minimum` is written twice/
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
	// Assessment and plan
	[
		'an assessment by nobody that is known',
		withBlock(assessment, 'by="team"', 'by="school"'),
		`${step}:33`,
		/`by` must be one of: team, person/
	],
	[
		'an assessment without a scale',
		withBlock(assessment, " scale={['Not yet', 'Often']}", ''),
		`${step}:33`,
		/`scale` or `again` must be given/
	],
	[
		'an assessment with one level',
		withBlock(assessment, "['Not yet', 'Often']", "['Not yet']"),
		`${step}:33`,
		/at least two levels/
	],
	[
		'an item that says no next step',
		withBlock(assessment, ", next: 'Talk.'", ''),
		`${step}:33`,
		/`areas.1.items.0.next` is missing/
	],
	[
		'two items with one id in different areas',
		withBlock(assessment, "id: 'b'", "id: 'a'"),
		`${step}:33`,
		/two items with the same id/
	],
	[
		'an assessment that is done again before it was done',
		withBlock(assessment, / by=.*\]\}>/, ' again="rt-1-none">'),
		`${step}:33`,
		/no Assessment earlier in this series/
	],
	[
		'a plan with one column',
		withBlock(
			plan,
			/columns=.*?\]\} rows=.*?\]\}/,
			"columns={[{ id: 'what', name: 'What', kind: 'text' }]}"
		),
		`${step}:33`,
		/at least two columns/
	],
	[
		'a column of choices without choices',
		withBlock(plan, ", choices: ['Yes', 'No']", ''),
		`${step}:33`,
		/kind choice without `choices`/
	],
	[
		'choices in a column of dates',
		withBlock(plan, "kind: 'date'", "kind: 'date', choices: ['Soon', 'Late']"),
		`${step}:33`,
		/neither a choice nor a status/
	],
	[
		'a starting text for a column that is not there',
		withBlock(plan, "{ what: 'Read'", "{ whom: 'Read'"),
		`${step}:33`,
		/a column that is not among `columns`/
	],
	[
		'a starting day that is no date',
		withBlock(plan, "'2027-01-31'", "'in January'"),
		`${step}:33`,
		/a date such as 2027-03-31/
	],
	// Rubric and questions
	[
		'a continuum without pairs',
		withBlock(
			continuum,
			"pairs={[{ id: 'a', from: 'Soon', to: 'Slowly' }, { id: 'b', from: 'Alone', to: 'Together' }]}",
			''
		),
		`${step}:33`,
		/`pairs` or `again` must be given/
	],
	[
		'a continuum with a pair of one statement',
		withBlock(continuum, ", to: 'Slowly'", ''),
		`${step}:33`,
		/`pairs.0.to` is missing/
	],
	[
		'a continuum with two pairs of one id',
		withBlock(continuum, "id: 'b'", "id: 'a'"),
		`${step}:33`,
		/two pairs with the same id/
	],
	[
		'a continuum that asks nothing',
		withBlock(continuum, 'Where?', ''),
		`${step}:33`,
		/<Continuum> asks nothing/
	],
	[
		'a continuum that is placed again without an earlier one',
		withBlock(continuum, /pairs=.*\]\}/, 'again="rt-1-thought"'),
		`${step}:33`,
		/no Continuum earlier in this series/
	],
	[
		'a comparison of one case',
		withBlock(compare, ", { id: 'b', name: 'Oak' }", ''),
		`${step}:33`,
		/`cases` needs at least two cases/
	],
	[
		'a comparison with a value of no case',
		withBlock(compare, 'b: 2', 'c: 2'),
		`${step}:33`,
		/a case that is not among `cases`/
	],
	[
		'a comparison with figures from nowhere',
		withBlock(compare, 'illustrative={true} ', ''),
		`${step}:33`,
		/where the figures are from/
	],
	[
		'a comparison with a value that is none',
		withBlock(compare, 'b: 2', 'b: true'),
		`${step}:33`,
		/must be a number, or words/
	],
	[
		'a rubric with one level',
		withBlock(rubric, "['Not yet', 'Often']", "['Often']"),
		`${step}:33`,
		/at least two levels/
	],
	[
		'a rubric with two levels of one name',
		withBlock(rubric, "['Not yet', 'Often']", "['Often', 'Often']"),
		`${step}:33`,
		/two levels of the same name/
	],
	[
		'an indicator that does not say what each level looks like',
		withBlock(rubric, "looks: ['Nobody.', 'Most.'] }, ", "looks: ['Most.'] }, "),
		`${step}:33`,
		/not as many as the `levels`/
	],
	[
		'two indicators with one id',
		withBlock(rubric, "id: 'b'", "id: 'a'"),
		`${step}:33`,
		/two indicators with the same id/
	],
	[
		'a rubric that asks nothing',
		withBlock(rubric, 'What did you see?', ''),
		`${step}:33`,
		/<Rubric> asks nothing/
	],
	[
		'questions for one role',
		withBlock(questions, ", { id: 'family', name: 'Family' }", ''),
		`${step}:33`,
		/at least two roles/
	],
	[
		'a lens without questions',
		withBlock(questions, "questions: [{ id: 'q1', text: 'Who?' }]", 'questions: []'),
		`${step}:33`,
		/at least one question/
	],
	[
		'two questions with one id in different lenses',
		withBlock(questions, "id: 'q2'", "id: 'q1'"),
		`${step}:33`,
		/same id in different lenses/
	],
	[
		'a role without a name',
		withBlock(questions, ", name: 'Family'", ''),
		`${step}:33`,
		/`roles.1.name` is missing/
	],
	// Feedback
	[
		'feedback without a title',
		withBlock(feedback, ' title="Tell us"', ''),
		`${step}:33`,
		/<Feedback>: `title` is missing/
	],
	[
		'feedback with a scale of its own',
		withBlock(feedback, 'title="Tell us"', 'title="Tell us" scale={5}'),
		`${step}:33`,
		/`scale` is not known/
	],
	[
		'feedback that is asked for twice in a module',
		withBlock(feedback, '</Feedback>', '</Feedback>\n\n<Feedback id="rt-1-more" title="More" />'),
		`${step}:39`,
		/<Feedback> stands in .* already/
	],
	[
		'feedback that a step requires',
		{
			...withBlock(feedback, 'rt-1-say', 'rt-1-told'),
			[step2]: ['minutes: 5', 'minutes: 5\nrequires: [feedback]']
		},
		`${step2}:5`,
		/must be one of: video/
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
	[
		'a guide that puts to phones what they cannot answer',
		{ [guide]: ['prompt=rt-1-thought', 'prompt=rt-1-more'] },
		`${guide}:11`,
		/rt-1-more, which is a Resources and cannot be put to phones/
	],
	[
		'a guide with a protocol that does not exist',
		{ [guide]: ['::video rt-1-story', '::protocol square\n::video rt-1-story'] },
		`${guide}:23`,
		/protocol square, which is not under modules\/protocols.*there are: circle/
	],
	[
		'a guide with two protocols in one block',
		{ [guide]: ['::video rt-1-story', '::protocol circle\n::protocol circle\n::video rt-1-story'] },
		`${guide}:34`,
		/has a protocol already: circle/
	],
	[
		'a guide with a protocol without its id',
		{ [guide]: ['::video rt-1-story', '::protocol\n::video rt-1-story'] },
		`${guide}:33`,
		/needs the id of one protocol/
	],
	[
		'a protocol that is too long for its block',
		{ [guide]: ['::capture wall', '::protocol circle\n::capture wall'] },
		`${guide}:11`,
		/steps of circle take 17 minutes, and #arrive may have 5 to 10/
	],
	[
		'a protocol for groups in a block for all',
		{ [guide]: ['group=groups-of-4 chosen="by table"}', 'group=whole}\n::protocol circle'] },
		`${guide}:23`,
		/is for the whole group, and circle for 3 to 6 people/
	],
	[
		'a protocol for other groups',
		{ [guide]: ['group=groups-of-4 chosen="by table"}', 'group=pairs}\n::protocol circle'] },
		`${guide}:23`,
		/makes groups of 2, and circle is for 3 to 6 people/
	],
	[
		'roles without groups',
		{ [guide]: ['group=whole', 'group=whole roles="timekeeper"'] },
		`${guide}:11`,
		/#arrive has roles, but no groups/
	],
	[
		'more roles than people',
		{ [guide]: ['chosen="by table"', 'roles="a, b, c, d, e"'] },
		`${guide}:23`,
		/5 roles for groups of 4/
	],
	[
		'roles beside those of the protocol',
		{ [guide]: ['chosen="by table"}', 'roles="scribe"}\n::protocol circle'] },
		`${guide}:23`,
		/takes its roles from circle/
	],
	[
		'roles that are none',
		{ [guide]: ['chosen="by table"', 'roles=""'] },
		`${guide}:23`,
		/roles= is empty/
	],
	// Protocols
	[
		'a protocol with another name than others',
		{ 'modules/protocols/Circle Two.md': '' },
		'modules/protocols/Circle Two.md:1',
		/holds protocols only/
	],
	[
		'a protocol without a size',
		{ [protocol]: ['people: { from: 3, to: 6 }\n', ''] },
		`${protocol}:2`,
		/`people` is missing/
	],
	[
		'a protocol for fewer than few',
		{ [protocol]: ['to: 6', 'to: 2'] },
		`${protocol}:5`,
		/below `people.from`/
	],
	[
		'a role that is a word of its own',
		{ [protocol]: ['id: others', 'id: everyone'] },
		`${protocol}:8`,
		/cannot have the id everyone/
	],
	[
		'a role twice',
		{ [protocol]: ['id: others', 'id: opener'] },
		`${protocol}:8`,
		/role opener is here twice/
	],
	[
		'two roles for all others',
		{ [protocol]: ['You begin. }', 'You begin., others: true }'] },
		`${protocol}:8`,
		/Only one role/
	],
	[
		'a protocol without steps',
		{ [protocol]: '---\nid: circle\ntitle: A\nsummary: B\npeople: { from: 2 }\n---\n' },
		`${protocol}:1`,
		/has no steps/
	],
	[
		'words outside the steps',
		{ [protocol]: ['## Open', 'Hello.\n\n## Open'] },
		`${protocol}:11`,
		/words are in no step/
	],
	[
		'a step without minutes',
		{ [protocol]: ['minutes=5 ', ''] },
		`${protocol}:11`,
		/"Open" does not say its minutes/
	],
	[
		'a step with odd minutes',
		{ [protocol]: ['minutes=5', 'minutes=0'] },
		`${protocol}:11`,
		/minutes=0 is not a whole number/
	],
	[
		'a step in which nobody knows who speaks',
		{ [protocol]: [' speaks=opener', ''] },
		`${protocol}:11`,
		/does not say who speaks/
	],
	[
		'an unknown speaker',
		{ [protocol]: ['speaks=opener', 'speaks=owner'] },
		`${protocol}:11`,
		/speaks=owner is not known here.*opener/
	],
	[
		'a step with a word of its own',
		{ [protocol]: ['speaks=opener', 'speaks=opener mood=calm'] },
		`${protocol}:11`,
		/mood is not known in a step/
	],
	['a step without a title', { [protocol]: ['## Open', '##'] }, `${protocol}:11`, /no title/],
	[
		'a step that says nothing',
		{ [protocol]: ['One breath each.', ''] },
		`${protocol}:15`,
		/"Around" says nothing/
	],
	[
		'a translated protocol with fewer steps',
		{
			[protocol.replace('.md', '.es.md')]: '---\ntitle: Ronda\n---\n\n## Abrir\n\nDiga por qué.\n'
		},
		`${protocol.replace('.md', '.es.md')}:1`,
		/1 steps, and 2 in the English protocol/
	],
	[
		'a translated protocol with other minutes',
		{
			[protocol.replace('.md', '.es.md')]:
				'---\ntitle: Ronda\n---\n\n## Abrir {minutes=4}\n\nDiga.\n\n## Ronda\n\nUna vez.\n'
		},
		`${protocol.replace('.md', '.es.md')}:5`,
		/always come from the English protocol/
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
	// Modes, layouts and versions
	[
		'words for one mode in a module that has one',
		{ [step]: ['Two minutes of a story.', '<Group>\n\nTogether.\n\n</Group>'] },
		`${step}:8`,
		/`modes: \[alone, group\]`/
	],
	[
		'words for a mode with attributes',
		{ [step]: ['Two minutes of a story.', '<Group size="4">\n\nTogether.\n\n</Group>'] },
		`${step}:8`,
		/<Group> stands around words/
	],
	[
		'words for a mode that are none',
		{ [step]: ['Two minutes of a story.', '<Alone>\n\n</Alone>'] },
		`${step}:10`,
		/<Alone> is empty/
	],
	[
		'words for a mode in a paragraph',
		{ [step]: ['Two minutes', 'Two <Alone>quiet</Alone> minutes'] },
		`${step}:8`,
		/<Alone> is part of a paragraph/
	],
	[
		'a mode that is not known',
		{ [module1]: ['arc: habits', 'arc: habits\nmodes: [pairs]'] },
		`${module1}:6`,
		/must be one of: alone, group/
	],
	[
		'a layout that is not known',
		{ [step2]: ['minutes: 5', 'minutes: 5\nlayout: poster'] },
		`${step2}:5`,
		/must be one of: digest/
	],
	// Handouts
	[
		'a handout without a title',
		{ [handout]: ['title: Cards to cut\n', ''] },
		`${handout}:2`,
		/`title` is missing/
	],
	[
		'a handout without words',
		{ [handout]: ['Cut along the lines.', ''] },
		`${handout}:1`,
		/The handout is empty/
	],
	[
		'a block in a handout',
		{ [handout]: ['Cut', '<Reflect id="rt-1-x" audience="me">\n\nWhy?\n\n</Reflect>\n\nCut'] },
		`${handout}:7`,
		/belong in steps/
	],
	[
		'a link to a handout that is missing',
		{ [step]: ["'media/cards.pdf'", "'handouts/dice'"] },
		`${step}:33`,
		/Write .*handout\.dice\.md/
	],
	[
		'words that link a handout that is missing',
		{ [step]: ['Two minutes', 'See [the dice](handouts/dice). Two minutes'] },
		`${step}:8`,
		/handouts\/dice is missing/
	],
	// The glossary
	[
		'a glossary without terms',
		{ [glossary]: '---\nterms: []\n---\n' },
		`${glossary}:2`,
		/`terms` is an empty list/
	],
	[
		'a term without its meaning',
		{ [glossary]: '---\nterms:\n  - term: tier\n---\n' },
		`${glossary}:3`,
		/`terms.0.means` is missing/
	],
	[
		'a term that is explained twice',
		{
			[glossary]:
				'---\nterms:\n  - { term: tier, means: Help. }\n  - { term: Level, also: [tier], means: Help. }\n---\n'
		},
		`${glossary}:4`,
		/explains tier twice/
	],
	// The library
	[
		'a page of the library without a level',
		{ [page]: ['level: start\n', ''] },
		`${page}:2`,
		/`level` is missing/
	],
	[
		'a page that is great for nobody we know',
		{ [page]: ['[teacher]', '[pilot]'] },
		`${page}:6`,
		/must be one of: teacher, school-leader/
	],
	[
		'a page of the library without words',
		{ [page]: ['Ten minutes are enough.', ''] },
		`${page}:1`,
		/The page is empty/
	],
	[
		'a link of the library with words',
		{ [page]: ['level: start', 'level: start\nhref: https://example.org/'] },
		`${page}:8`,
		/has no words below/
	],
	[
		'a link of the library that is not safe',
		{ [page]: ['level: start', 'level: start\nhref: http://example.org/'] },
		`${page}:8`,
		/must begin with https/
	],
	[
		'a file of the library that is no page',
		{ 'modules/library/A Page.md': '' },
		'modules/library/A Page.md:1',
		/holds pages only/
	],
	[
		'an id of the library that a block has',
		{ [page]: ['id: library-agenda', 'id: rt-1-often'] },
		`${page}:2`,
		/used twice/
	],
	// Other languages
	[
		'a language that we do not have',
		{ [step2.replace('.md', '.fr.md')]: '---\ntitle: Regarder\n---\n' },
		`${step2.replace('.md', '.fr.md')}:1`,
		/in no language that we have/
	],
	[
		'a translation of nothing',
		{ 'modules/reading-together/01-begin/20-gone.es.md': '---\ntitle: Nada\n---\n' },
		'modules/reading-together/01-begin/20-gone.es.md:1',
		/translates 20-gone.md, which is not here/
	],
	[
		'a translation that says what English says for all',
		{ [spanish]: ['title: Mirar atrás', 'title: Mirar atrás\nminutes: 9'] },
		`${spanish}:3`,
		/`minutes` always comes from the English file/
	],
	[
		'a translation with a list of another length',
		{ [`${module1.replace('.md', '.es.md')}`]: '---\nobjectives: [Leer, Oír]\n---\n' },
		`${module1.replace('.md', '.es.md')}:2`,
		/has 2 entries, and 1 in the English file/
	],
	[
		'a translated block that is not in English',
		{ [spanish]: ['rt-2-thought', 'rt-2-pensar'] },
		`${spanish}:5`,
		/rt-2-pensar is not in the English step/
	],
	[
		'a translated block with another audience',
		{ [spanish]: ['id="rt-2-thought"', 'id="rt-2-thought" audience="me"'] },
		`${spanish}:5`,
		/`audience` always comes from the English file/
	],
	[
		'a translated choice that is not in English',
		{
			[step.replace('.md', '.es.md')]:
				"---\ntitle: Ver\n---\n\n<Poll id=\"rt-1-often\" choices={[{ id: 'z', text: 'Diario' }]}>\n\n¿Cuánto?\n\n</Poll>\n"
		},
		`${step.replace('.md', '.es.md')}:5`,
		/has the id "z", which the English file has not/
	],
	[
		'translated blocks in another order',
		{
			[step.replace('.md', '.es.md')]:
				'---\ntitle: Ver\n---\n\n<Poll id="rt-1-often">\n\n¿Cuánto?\n\n</Poll>\n\n<Reflect id="rt-1-thought">\n\n¿Qué?\n\n</Reflect>\n'
		},
		`${step.replace('.md', '.es.md')}:11`,
		/stands in another order/
	],
	[
		'a translated guide with a block of its own',
		{
			[guide.replace('.md', '.es.md')]:
				'---\nprepare: []\n---\n\n## Otra {#otra}\n\n::say\nHola.\n::\n'
		},
		`${guide.replace('.md', '.es.md')}:5`,
		/#otra is not in the English guide/
	],
	[
		'a translated guide with other minutes',
		{
			[guide.replace('.md', '.es.md')]: '---\nprepare: []\n---\n\n## Llegar {#arrive minutes=7}\n'
		},
		`${guide.replace('.md', '.es.md')}:5`,
		/`minutes` of #arrive always comes from the English guide/
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
		`${lockFile}:10`,
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

test('a guide may put a Check or a Continuum to phones, and follow a protocol that fits', () => {
	const placed = withBlock(continuum, 'Where?', 'Where today?');
	const faults = faultsWith({
		...placed,
		[guide]: ['::prompt rt-1-thought', '::prompt rt-1-why\n::prompt rt-1-line\n::protocol circle']
	});
	expect(faults.filter((fault) => !fault.includes('rt-1-line is new'))).toEqual([]);
});

test('a guide may say only what differs from the one it extends', () => {
	const online = guide.replace('in-person', 'online');
	const faults = faultsWith({
		[online]:
			'---\nvariant: online\nextends: in-person\nminutes: 28\n---\n\n## Arrive on screen {#arrive minutes=8}\n'
	});
	expect(faults).toEqual([]);
});
