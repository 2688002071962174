import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { transformWithOxc, type Connect, type Plugin, type ViteDevServer } from 'vite';
import { check } from './check.ts';
import { describeFault, FaultyContent, type Fault } from './fault.ts';
import { gather } from './gather.ts';
import { keptContent } from './last-good.ts';

/**
 * Stops the build when content is at fault. The dev server goes on with the content as it was before, lists the
 * faults in a panel on every page, and reloads the page when they are mended.
 */
export function checkedContent(): Plugin[] {
	let root = process.cwd();
	let serving = false;
	let faults: Fault[] = [];

	const recheck = async () => {
		// A new id is for modules:check to ask about, when the author is done.
		faults = check(await gather(root)).faults.filter(({ mend }) => mend !== 'lock');
	};

	const content: Plugin = {
		name: 'throughline-content',
		configResolved(config) {
			root = config.root;
			serving = config.command === 'serve';
		},
		async buildStart() {
			await recheck();
			if (faults.length === 0) return;
			if (!serving) throw new FaultyContent(faults);
			this.warn(faults.map(describeFault).join('\n'));
		},
		transform(_, id) {
			if (!serving || faults.length === 0 || !id.endsWith('/server/curriculum/load.ts'))
				return null;
			const { message } = new FaultyContent(faults);
			return {
				code: `export function load() { throw new Error(${JSON.stringify(message)}); }`,
				map: null
			};
		},
		configureServer(server) {
			const tell = () => server.ws.send('throughline:faults', faults);
			server.ws.on('throughline:faults', tell);
			server.middlewares.use(sayFaults(() => faults));
			const reread = async (file: string) => {
				if (!file.startsWith(path.join(root, 'modules') + path.sep)) return;
				const before = faults.length;
				await recheck();
				forgetContent(server);
				for (const fault of faults) server.config.logger.error(describeFault(fault));
				if (before > 0 && faults.length === 0) {
					server.config.logger.info('The content under modules/ is in order again.');
				}
				tell();
				if (faults.length === 0) server.ws.send({ type: 'full-reload' });
			};
			const onChange = (file: string) => void reread(file);
			server.watcher.on('add', onChange).on('change', onChange).on('unlink', onChange);
		}
	};
	return [content, panel(() => root)];
}

/** When the dev server starts with faulty content there is no page yet to carry the panel. */
function sayFaults(list: () => readonly Fault[]): Connect.NextHandleFunction {
	return (request, response, next) => {
		const asksForPage = request.headers.accept?.includes('text/html') === true;
		const isHealth = request.url === '/healthz';
		if ((!asksForPage && !isHealth) || list().length === 0 || hasContent()) {
			next();
		} else if (isHealth) {
			// The dev server is up, and says what it waits for.
			response.end('waiting for the content');
		} else {
			response.writeHead(500, { 'Content-Type': 'text/html; charset=utf-8' });
			response.end(faultPage(list()));
		}
	};
}

/** The next page reads the content anew. */
function forgetContent(server: ViteDevServer): void {
	for (const environment of Object.values(server.environments)) {
		for (const module of environment.moduleGraph.idToModuleMap.values()) {
			if (module.file?.endsWith('/server/curriculum/load.ts')) {
				environment.moduleGraph.invalidateModule(module);
			}
		}
	}
}

/** Whether there is content from before to go on with: the curriculum keeps it, in this same process. */
function hasContent(): boolean {
	return Reflect.get(globalThis, keptContent) !== undefined;
}

/** Brings the panel into the pages of the dev server, beside the root layout: a build knows nothing of it. */
function panel(root: () => string): Plugin {
	const address = 'virtual:throughline-content-panel.ts';
	return {
		name: 'throughline-content-panel',
		apply: 'serve',
		enforce: 'post',
		resolveId: (id) => (id === address ? `\0${address}` : null),
		async load(id) {
			if (id !== `\0${address}`) return null;
			const file = path.join(root(), 'scripts', 'content-panel.ts');
			const { code } = await transformWithOxc(await readFile(file, 'utf8'), file);
			return code;
		},
		transform(code, id) {
			const isLayout = id.endsWith('/src/routes/+layout.svelte');
			if (!isLayout || this.environment.name !== 'client' || process.env['VITEST']) return null;
			return { code: `${code}\nimport '${address}';\n`, map: null };
		}
	};
}

function faultPage(faults: readonly Fault[]): string {
	const items = faults.map(
		({ file, line, message }) => `<li><code>${html(file)}:${line}</code><br>${html(message)}</li>`
	);
	return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Content to mend</title>
<style>body{max-width:44rem;margin:3rem auto;padding:0 1rem;font:1rem/1.5 system-ui}li{margin:0 0 1rem}</style>
<h1>Content to mend</h1><p>Throughline starts when the files under modules/ are in order. This page reloads itself.</p>
<ol>${items.join('')}</ol><script type="module" src="/@vite/client"></script></html>`;
}

function html(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
