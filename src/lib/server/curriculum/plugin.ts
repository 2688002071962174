import path from 'node:path';
import type { Plugin } from 'vite';
import { check } from './check.ts';
import { describeFault, FaultyContent, type Fault } from './fault.ts';
import { gather } from './gather.ts';

/**
 * Stops the build when content is at fault. In the dev server it prints the faults, and every page that reads the
 * curriculum answers with them until they are mended; a change under modules/ reloads the page.
 */
export function checkedContent(): Plugin {
	let root = process.cwd();
	let serving = false;
	let faults: Fault[] = [];

	const recheck = async () => {
		// A new id is for modules:check to ask about, when the author is done.
		faults = check(await gather(root)).faults.filter(({ mend }) => mend !== 'lock');
	};

	return {
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
		transform(code, id) {
			if (serving && faults.length > 0 && id.endsWith('/server/curriculum/load.ts')) {
				throw new FaultyContent(faults);
			}
			return null;
		},
		configureServer(server) {
			const reload = async (file: string) => {
				if (!file.startsWith(path.join(root, 'modules') + path.sep)) return;
				await recheck();
				for (const environment of Object.values(server.environments)) {
					for (const module of environment.moduleGraph.idToModuleMap.values()) {
						if (module.file?.endsWith('/server/curriculum/load.ts')) {
							environment.moduleGraph.invalidateModule(module);
						}
					}
				}
				for (const fault of faults) server.config.logger.error(describeFault(fault));
				server.ws.send({ type: 'full-reload' });
			};
			const onChange = (file: string) => void reload(file);
			server.watcher.on('add', onChange).on('change', onChange).on('unlink', onChange);
		}
	};
}
