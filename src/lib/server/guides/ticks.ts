/**
 * Which tick belongs to which task. A tick knows its task by the words it had then: first by the very
 * words, then by the words most alike, so that a task that its author rewords stays done.
 */
export function ticksOf<Tick extends { task: string }>(
	tasks: readonly string[],
	ticks: readonly Tick[]
): (Tick | null)[] {
	const exact = new Map(ticks.map((tick) => [tick.task, tick]));
	const found = tasks.map((task) => exact.get(task) ?? null);
	const free = new Set(ticks.filter((tick) => !tasks.includes(tick.task)));
	const pairs = tasks
		.flatMap((task, at) => (found[at] ? [] : [...free].map((tick) => pair(task, at, tick))))
		.filter(({ likeness }) => likeness >= ENOUGH)
		.toSorted((one, other) => other.likeness - one.likeness);
	for (const { at, tick } of pairs) {
		if (found[at] || !free.has(tick)) continue;
		found[at] = tick;
		free.delete(tick);
	}
	return found;
}

/** Half of all words that either has. */
const ENOUGH = 0.5;

function pair<Tick extends { task: string }>(task: string, at: number, tick: Tick) {
	const [one, other] = [wordsIn(task), wordsIn(tick.task)];
	const all = one.union(other).size;
	return { at, tick, likeness: all === 0 ? 0 : one.intersection(other).size / all };
}

function wordsIn(text: string): Set<string> {
	return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}
