import { root } from '../../scripts/freshness.ts';
import { runNode } from '../../scripts/processes.ts';

/** How long `npm run modules:check` takes over all content, in seconds. */
export const CHECK_BAR = 3;

export async function measureContentCheck(): Promise<number> {
	const seconds: number[] = [];
	for (let time = 0; time < 3; time += 1) {
		const began = performance.now();
		const { ok, output } = await runNode(['scripts/modules-check.ts'], { cwd: root });
		if (!ok) throw new Error(`The content is not in order.\n${output}`);
		seconds.push((performance.now() - began) / 1000);
	}
	return Math.min(...seconds);
}
