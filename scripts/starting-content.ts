/** What a new series, module or step begins with: whole files, in order at once, for the author to rewrite. */

export interface Start {
	/** Texts by file, from the project's root. */
	files: Map<string, string | Promise<string>>;
	/** What to do now. */
	next: string;
}

type Read = (file: string) => Promise<string>;
type Used = ReadonlySet<string>;

const rules = 'Its ids are for ever once they are locked, so change them now if you want others.';

export function startSeries(
	{ slug, title }: { slug: string; title: string },
	present: readonly string[],
	used: Used
): Start {
	requireSlug(slug);
	if (present.some((file) => file.startsWith(`modules/${slug}/`))) {
		throw new Error(`There is a series in modules/${slug} already. Choose another name.`);
	}
	const id = unused(initials(slug), used);
	const series = `---
id: ${id}
title: ${quoted(title)}
summary: Say in one or two sentences whom it is for and what they can do afterwards.
licence: CC BY 4.0
sources: []
audiences: [teacher, school-leader]
arcs: [{ id: begin, title: Begin, question: What do we want to see change? }]
norms: [Speak from what you have seen yourself.]
hours: 1
order: in-order
---

Welcome people in a few sentences.
`;
	const module = startModule(
		{ series: slug, slug: 'begin-here', title: 'Begin here' },
		[...present, `modules/${slug}/series.md`],
		used,
		() => Promise.resolve(series)
	);
	return {
		files: new Map([[`modules/${slug}/series.md`, series], ...module.files]),
		next: `Now write modules/${slug}/series.md. ${rules} More modules: npm run modules:new -- module ${slug} its-name "Its title"`
	};
}

export function startModule(
	{ series, slug, title }: { series: string; slug: string; title: string },
	present: readonly string[],
	used: Used,
	read: Read
): Start {
	requireSlug(slug);
	const seriesFile = `modules/${series}/series.md`;
	if (!present.includes(seriesFile)) {
		throw new Error(`There is no ${seriesFile}. Begin the series first, or mend its name.`);
	}
	const folders = namesIn(`modules/${series}`, present).filter((name) => /^\d+-/.test(name));
	requireNew(slug, folders, 'module');
	const number = Math.max(0, ...folders.map((name) => parseInt(name, 10))) + 1;
	const folder = `modules/${series}/${String(number).padStart(2, '0')}-${slug}`;
	const front = read(seriesFile);
	const id = front.then((text) => unused(`${valueOf(text, 'id')}-${number}`, used));
	const module = Promise.all([front, id]).then(
		([text, name]) => `---
id: ${name}
title: ${quoted(title)}
summary: Say in one or two sentences what happens here.
arc: ${firstArc(text)}
minutes: { alone: 10, live: 30 }
objectives: [Name one thing that a person can do afterwards.]
essential_question: What do you want people to carry with them?
prerequisites: []
---

Welcome people in a few sentences.
`
	);
	const step = id.then((name) => stepText(unused(`${name}-begin`, used), 'Begin', 10, used));
	return {
		files: new Map([
			[`${folder}/module.md`, module],
			[`${folder}/10-begin.md`, step]
		]),
		next: `Now write ${folder}/10-begin.md. ${rules} More steps: npm run modules:new -- step ${series}/${slug} its-name "Its title"`
	};
}

export function startStep(
	place: { series: string; module: string; slug: string; title: string },
	present: readonly string[],
	used: Used,
	read: Read
): Start {
	requireSlug(place.slug);
	const folderName = namesIn(`modules/${place.series}`, present).find(
		(name) => name.replace(/^\d+-/, '') === place.module && name !== place.module
	);
	if (folderName === undefined) {
		throw new Error(
			`There is no module ${place.module} in modules/${place.series}. Begin the module first, or mend its name.`
		);
	}
	const folder = `modules/${place.series}/${folderName}`;
	const steps = namesIn(folder, present).filter((name) => /^\d+-[a-z0-9-]+\.md$/.test(name));
	requireNew(`${place.slug}.md`, steps, 'step');
	const last = Math.max(0, ...steps.map((name) => parseInt(name, 10)));
	const file = `${folder}/${Math.floor(last / 10) * 10 + 10}-${place.slug}.md`;
	const moduleFile = `${folder}/module.md`;
	const module = read(moduleFile);
	const minutes = 5;
	const step = module.then((text) => {
		const id = unused(`${valueOf(text, 'id')}-${place.slug}`, used);
		return stepText(id, place.title, minutes, used);
	});
	return {
		files: new Map([
			[file, step],
			// The minutes of the steps add up to the module's.
			[moduleFile, module.then((text) => longer(text, minutes))]
		]),
		next: `Now write ${file}. ${rules}`
	};
}

function stepText(id: string, title: string, minutes: number, used: Used): string {
	return `---
id: ${id}
title: ${quoted(title)}
minutes: ${minutes}
---

Tell people what this step is about, with a scene they know.

<Reflect id="${unused(`${id}-thought`, used)}" audience="facilitators">

Ask one question that is worth writing about.

</Reflect>
`;
}

function requireSlug(slug: string): void {
	if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(slug) && slug !== 'library') return;
	throw new Error(
		`"${slug}" becomes an address: write it in lower case with hyphens, such as who-is-missing.`
	);
}

function requireNew(name: string, names: readonly string[], thing: string): void {
	if (!names.some((one) => one.replace(/^\d+-/, '') === name)) return;
	throw new Error(`There is a ${thing} ${name.replace(/\.md$/, '')} already. Choose another name.`);
}

function namesIn(folder: string, present: readonly string[]): string[] {
	const below = present.filter((file) => file.startsWith(`${folder}/`));
	return [...new Set(below.map((file) => file.slice(folder.length + 1).split('/')[0] ?? ''))];
}

/** reading-together becomes rt. */
function initials(slug: string): string {
	const letters = slug.split('-').map((word) => word.charAt(0));
	return letters.length > 1 ? letters.join('') : slug.slice(0, 3);
}

function unused(id: string, used: Used): string {
	let free = id;
	for (let more = 2; used.has(free); more += 1) free = `${id}-${more}`;
	return free;
}

function quoted(title: string): string {
	return `'${title.replaceAll("'", '’')}'`;
}

function valueOf(text: string, key: string): string {
	return new RegExp(`^${key}:\\s*['"]?([\\w-]+)`, 'm').exec(text)?.[1] ?? 'new';
}

function firstArc(text: string): string {
	return /^arcs:[\s\S]*?\bid:\s*['"]?([\w-]+)/m.exec(text)?.[1] ?? 'begin';
}

function longer(module: string, minutes: number): string {
	return module.replace(
		/(\balone:\s*)(\d+)/,
		(_, words: string, alone: string) => `${words}${Number(alone) + minutes}`
	);
}
