import { describe, expect, test } from 'vitest';
import { startModule, startSeries, startStep, type Start } from '../scripts/starting-content.ts';
import { check } from '../src/lib/server/curriculum/check.ts';

/** What `npm run modules:new` writes, laid over the files there are. */
class Folder {
	readonly texts = new Map<string, string>();

	async add(start: (present: string[], used: Set<string>, read: Read) => Start): Promise<void> {
		const used = new Set(this.check().named.map(({ id }) => id));
		const read = (file: string) => Promise.resolve(this.texts.get(file) ?? '');
		const { files } = start([...this.texts.keys()], used, read);
		for (const [file, text] of files) this.texts.set(file, await text);
	}

	check() {
		return check({ texts: this.texts, media: new Map() });
	}

	/** What is to mend, but for the ids that want to be locked. */
	get faults() {
		return this.check().faults.filter(({ mend }) => mend !== 'lock');
	}
}

type Read = (file: string) => Promise<string>;

const reading = { slug: 'reading-together', title: 'Reading together: a start, that’s all' };

describe('npm run modules:new', () => {
	test('begins a series, a module and a step that are in order at once', async () => {
		const folder = new Folder();
		await folder.add((present, used) => startSeries(reading, present, used));
		await folder.add((present, used, read) =>
			startModule({ series: reading.slug, slug: 'go-on', title: 'Go on' }, present, used, read)
		);
		await folder.add((present, used, read) =>
			startStep(
				{ series: reading.slug, module: 'go-on', slug: 'who-reads', title: 'Who’s reading' },
				present,
				used,
				read
			)
		);
		expect(folder.faults).toEqual([]);
		expect([...folder.texts.keys()]).toEqual([
			'modules/reading-together/series.md',
			'modules/reading-together/01-begin-here/module.md',
			'modules/reading-together/01-begin-here/10-begin.md',
			'modules/reading-together/02-go-on/module.md',
			'modules/reading-together/02-go-on/10-begin.md',
			'modules/reading-together/02-go-on/20-who-reads.md'
		]);
	});

	test('gives ids that nothing has', async () => {
		const folder = new Folder();
		await folder.add((present, used) => startSeries(reading, present, used));
		const more = { slug: 'rules-together', title: 'Rules' };
		await folder.add((present, used) => startSeries(more, present, used));
		expect(folder.faults).toEqual([]);
		expect(folder.texts.get('modules/rules-together/series.md')).toContain('id: rt-2\n');
	});

	test.each([
		['a name that is no address', { ...reading, slug: 'Reading Together' }, /lower case/],
		['the library’s name', { ...reading, slug: 'library' }, /becomes an address/],
		['the name of a series that is there', reading, /is a series in modules\/reading-together/]
	])('refuses %s', async (_, series, words) => {
		const folder = new Folder();
		await folder.add((present, used) => startSeries(reading, present, used));
		await expect(folder.add((present, used) => startSeries(series, present, used))).rejects.toThrow(
			words
		);
	});

	test('refuses a module or step where there is nothing to add it to, or twice', async () => {
		const folder = new Folder();
		const module = { series: reading.slug, slug: 'begin-here', title: 'Begin' };
		const step = { series: reading.slug, module: 'begin-here', slug: 'begin', title: 'Begin' };
		const addModule = () =>
			folder.add((present, used, read) => startModule(module, present, used, read));
		const addStep = () => folder.add((present, used, read) => startStep(step, present, used, read));
		await expect(addModule()).rejects.toThrow(/Begin the series first/);
		await expect(addStep()).rejects.toThrow(/Begin the module first/);
		await folder.add((present, used) => startSeries(reading, present, used));
		await expect(addModule()).rejects.toThrow(/a module begin-here already/);
		await expect(addStep()).rejects.toThrow(/a step begin already/);
	});
});
