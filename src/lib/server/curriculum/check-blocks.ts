import * as v from 'valibot';
import { LANGUAGES } from '../../languages.ts';
import type { ContentFiles, WrittenModule, WrittenStep } from './written.ts';
import { captionsFile, chaptersFile, videoFields, type VideoFields } from './blocks/video.ts';
import { blockKinds } from './blocks/index.ts';
import { resourcesFields } from './blocks/resources.ts';
import { complaints } from './fields.ts';
import type { Fault } from './fault.ts';
import type { WrittenBlock } from './tags.ts';
import { parseVtt } from '../../vtt.ts';

/** The checks of one block in its step. */
export function checkBlock(
	block: WrittenBlock,
	step: WrittenStep,
	module: WrittenModule,
	files: ContentFiles,
	audiences: readonly string[] | null
): Fault[] {
	const { tag, fields, asks } = blockKinds[block.kind];
	const faults: Fault[] = [];
	const fault = (name: string, message: string) =>
		faults.push({ file: step.file, line: block.lines[name] ?? block.line, message });

	const result = v.safeParse<v.GenericSchema>(fields, block.props);
	for (const { path, message } of complaints(result.issues ?? [])) {
		fault(String(path[0] ?? ''), `<${tag}>: ${message}`);
	}
	if (asks === true && (block.prompt === null || block.prompt === '')) {
		fault('', `<${tag}> asks nothing. Write its question between <${tag} …> and </${tag}>.`);
	}
	if (!asks && block.prompt !== null && block.prompt !== '') {
		fault('', `<${tag}> has no question. End its tag with /> and move the words out of it.`);
	}
	if (block.kind === 'feedback') checkFeedback(block, step, module, fault);
	if (block.kind === 'video') {
		const video = v.safeParse(videoFields, block.props);
		if (video.success) checkVideo(video.output, step, module, files, fault, faults);
	}
	if (block.kind === 'resources') {
		const list = v.safeParse(resourcesFields, block.props);
		for (const item of list.success ? list.output.items : []) {
			if (!item.href.startsWith('https://') && !isThere(item.href, module, files)) {
				fault('items', missing(item.href, module));
			}
			for (const role of item.great_for) {
				if (audiences && !audiences.includes(role)) {
					fault(
						'items',
						`\`great_for\` names ${role}. The audiences of this series are: ${audiences.join(', ')}.`
					);
				}
			}
		}
	}
	return faults;
}

/** Feedback is about the module: it is asked for once. */
function checkFeedback(
	block: WrittenBlock,
	step: WrittenStep,
	module: WrittenModule,
	fault: (name: string, message: string) => void
): void {
	const all = module.steps.flatMap(({ file, blocks }) =>
		blocks.filter(({ kind }) => kind === 'feedback').map((each) => ({ file, line: each.line }))
	);
	const [first] = all;
	if (first === undefined || (first.file === step.file && first.line === block.line)) return;
	fault('', `<Feedback> stands in ${first.file} already. It is about the whole module: keep one.`);
}

/** What is read beside a video: its captions, its chapters, and their names in other languages where there are any. */
function tracksOf(
	{ src, captions, chapters }: VideoFields,
	module: WrittenModule,
	files: ContentFiles
) {
	const tracks = captions.map((language) => ({
		file: captionsFile(src, language),
		name: 'captions'
	}));
	if (chapters === null) return tracks;
	const others = LANGUAGES.map((language) => chaptersFile(chapters, language));
	const named = others.filter((file) => files.texts.has(`${module.folder}/${file}`));
	return [...tracks, ...[chapters, ...named].map((file) => ({ file, name: 'chapters' }))];
}

function checkVideo(
	video: VideoFields,
	step: WrittenStep,
	module: WrittenModule,
	files: ContentFiles,
	fault: (name: string, message: string) => void,
	faults: Fault[]
): void {
	const media = files.media.get(`${module.folder}/${video.src}`);
	if (!media) fault('src', missing(video.src, module));
	else if (media.seconds === 0) {
		fault('src', `${video.src} cannot be read as a video. Make it again as MP4 (H.264) or WebM.`);
	}
	const length = media && media.seconds > 0 ? media.seconds : null;
	if (!files.media.has(`${module.folder}/${video.poster}`))
		fault('poster', missing(video.poster, module));
	if (video.captions.length === 0) {
		fault(
			'captions',
			"Every video has captions. Name their languages, such as captions={['en', 'es']}."
		);
	}
	for (const { file, name } of tracksOf(video, module, files)) {
		const path = `${module.folder}/${file}`;
		const text = files.texts.get(path);
		if (text === undefined) {
			fault(name, missing(file, module));
			continue;
		}
		const track = parseVtt(text);
		faults.push(...track.complaints.map((one) => ({ file: path, ...one })));
		const end = track.cues.at(-1)?.to ?? 0;
		if (length !== null && end > length + 1) {
			fault(
				name,
				`${file} goes on to ${end} s, but the video ends at ${length} s. Mend its times.`
			);
		}
	}
	for (const { at, prompt } of video.stops) {
		const target = step.blocks.find((block) => block.props['id'] === prompt);
		if (target?.kind !== 'reflect' && target?.kind !== 'poll') {
			fault(
				'stops',
				`A stop asks ${prompt}, which is no Reflect or Poll of this step. Move that block to this step or name another.`
			);
		}
		if (length !== null && at >= length) {
			fault(
				'stops',
				`A stop is at ${at} s, but the video ends at ${length} s. Choose an earlier second.`
			);
		}
	}
}

/** Whether an address such as media/cards.pdf or handouts/three-lists leads somewhere in its module. */
export function isThere(href: string, module: WrittenModule, files: ContentFiles): boolean {
	const handout = /^handouts\/(.*)$/.exec(href)?.[1];
	if (handout !== undefined) return module.handouts.some(({ slug }) => slug === handout);
	return files.media.has(`${module.folder}/${href}`);
}

export function missing(file: string, module: WrittenModule): string {
	const handout = /^handouts\/(.*)$/.exec(file)?.[1];
	if (handout !== undefined) {
		return `${file} is missing. Write ${module.folder}/handout.${handout}.md, or mend the name.`;
	}
	return `${file} is missing. Put it into ${module.folder}/, or mend the name.`;
}
