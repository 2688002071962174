import { blockKinds } from './blocks/index.ts';
import type { Fault } from './fault.ts';
import type { WrittenSeries } from './written.ts';

/** A block that is done again names an earlier one of its own kind, which is no repetition itself. */
export function checkAgain(series: WrittenSeries): Fault[] {
	const faults: Fault[] = [];
	const earlier = new Map<string, { kind: string; again: string | null }>();
	for (const step of series.modules.flatMap(({ steps }) => steps)) {
		for (const { kind, props, line, lines } of step.blocks) {
			const again = typeof props['again'] === 'string' ? props['again'] : null;
			if (again !== null) {
				const first = earlier.get(again);
				const { tag } = blockKinds[kind];
				const fault = (message: string) =>
					faults.push({ file: step.file, line: lines['again'] ?? line, message });
				if (first?.kind !== kind) {
					fault(
						`<${tag}>: \`again\` names ${again}, which is no ${tag} earlier in this series. Mend the id.`
					);
				} else if (first.again !== null) {
					fault(
						`<${tag}>: \`again\` names ${again}, which is done again itself. Name the first one, ${first.again}.`
					);
				}
			}
			earlier.set(String(props['id']), { kind, again });
		}
	}
	return faults;
}
