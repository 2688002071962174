import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { DevEnvironment, Plugin } from 'vite';
import { DEFAULT_LANGUAGE, LANGUAGES, type Language } from '../../src/lib/languages.ts';
import { IMMUTABLE } from '../../src/lib/messages/scripts.ts';
import { compiled, readCatalogue, type Translations } from './catalogue.ts';
import { extract, WORDS } from './extract.ts';
import { fill, isStill, withPlaces, type Texts } from './places.ts';
import { CATALOGUE, isRead, relativeToRoot } from './sources.ts';

const PREFIX = 'virtual:words/';

/**
 * Takes the interface's texts out of the code and puts the catalogue's in. On the server a file has them
 * in every language, and says them in that of the request. In a browser it has them in one: the build
 * writes each script once for each language, the others below `<language>/` (src/lib/messages/scripts.ts).
 */
export function messages(): Plugin {
	let serving = false;
	let translations: Translations = new Map();
	let version = '';
	const textsOf = new Map<string, Texts>();

	const read = () => {
		translations = readCatalogue();
		// A script's name is made from what is in it, so a new translation must change what is in it.
		version = existsSync(CATALOGUE) ? hash(readFileSync(CATALOGUE)) : '';
	};

	return {
		name: 'throughline-messages',
		enforce: 'pre',
		configResolved({ command }) {
			serving = command === 'serve';
		},
		buildStart: read,
		resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : null),
		load(id) {
			if (!id.startsWith(`\0${PREFIX}`)) return null;
			const name = id.slice(PREFIX.length + 1);
			const texts = textsOf.get(name);
			if (texts === undefined) return null;
			const words = JSON.stringify('/src/lib/messages/words.ts');
			if (this.environment.name === 'client' && !serving) {
				return `import { wordsOf } from ${words};\nexport default wordsOf(${withPlaces.list(name, version)});`;
			}
			return `import { wordsOfEach } from ${words};\nexport default wordsOfEach(${JSON.stringify(texts)});`;
		},
		async transform(code, id) {
			const file = relativeToRoot(id);
			if (id.includes('?') || id.startsWith('\0') || !isRead(file)) return null;
			const extracted = await extract(code, file);
			if (extracted.texts.length === 0) return null;
			// Other texts make another name: nothing keeps the old ones.
			const texts = compiled(extracted.texts, translations);
			const name = `${hash(JSON.stringify(texts))}/${file}.js`;
			textsOf.set(name, texts);
			const names = WORDS.map((word) => `default as ${word}`).join(', ');
			const header = `import { ${names} } from ${JSON.stringify(PREFIX + name)};`;
			const made = extracted.code(header).code;
			if (this.environment.name !== 'client' || serving) return { code: made, map: null };
			const still = withPlaces.still(made, (index) => isStill(texts, index), name, version);
			const saysMore = WORDS.some((word) => still.replace(header, '').includes(word));
			return { code: saysMore ? still : still.replace(header, ''), map: null };
		},
		hotUpdate({ file, modules }) {
			if (file !== CATALOGUE) return modules;
			read();
			sayAnew(this.environment);
			return [];
		},
		writeBundle({ dir }) {
			if (this.environment.name !== 'client' || serving || dir === undefined) return;
			writeEachLanguage(join(dir, IMMUTABLE), textsOf);
		}
	};
}

function sayAnew({ moduleGraph, hot }: DevEnvironment): void {
	for (const module of moduleGraph.idToModuleMap.values()) {
		if (module.file !== null && isRead(relativeToRoot(module.file))) {
			moduleGraph.invalidateModule(module);
		}
	}
	hot.send({ type: 'full-reload' });
}

function writeEachLanguage(scripts: string, textsOf: ReadonlyMap<string, Texts>): void {
	for (const path of globSync('{entry,nodes,chunks}/*.js', { cwd: scripts })) {
		const code = readFileSync(join(scripts, path), 'utf8');
		for (const language of LANGUAGES) {
			write(scripts, path, language, fill(code, language, textsOf));
		}
	}
}

function write(scripts: string, path: string, language: Language, code: string): void {
	if (language === DEFAULT_LANGUAGE) {
		writeFileSync(join(scripts, path), code);
		return;
	}
	const copy = join(scripts, language, path);
	mkdirSync(dirname(copy), { recursive: true });
	// Styles, fonts and pictures are the same for all languages, and stay where they are.
	writeFileSync(copy, code.replaceAll('../assets/', '../../assets/'));
}

function hash(content: Uint8Array | string): string {
	return createHash('sha256').update(content).digest('hex').slice(0, 8);
}
