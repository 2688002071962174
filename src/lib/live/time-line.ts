import type { ClockReading, RunningBlock } from './clock.ts';

/** The agenda along the line: what was done as long as it took, what is ahead as long as it is to take. */
export type Stretch = {
	id: string;
	title: string;
	minutes: number;
	state: 'done' | 'now' | 'ahead';
	/** Where it begins and ends, of the whole line. */
	from: number;
	to: number;
};

export type TimeLine = {
	stretches: Stretch[];
	/** Where the room is. */
	now: number;
	/** Where it should end; 1 unless it is behind. */
	due: number;
	/** Where it ends as it stands; 1 unless it is ahead. */
	end: number;
};

export function drawTime(blocks: readonly RunningBlock[], reading: ClockReading): TimeLine {
	const at = blocks.findIndex(({ id }) => id === reading.currentId);
	const lengths = blocks.map((block, index) => {
		if (index === at) return Math.max(block.minutes * 60, reading.blockElapsed);
		if (index < at) return block.spentSeconds;
		return block.minutes === 0 ? 0 : Math.max(block.minutes * 60, block.spentSeconds);
	});
	const total = sum(lengths);
	const due = Math.max(0, total - reading.drift);
	const whole = Math.max(total, due, 1);
	let from = 0;
	const stretches: Stretch[] = [];
	for (const [index, block] of blocks.entries()) {
		const to = from + (lengths[index] ?? 0);
		if (to > from) {
			stretches.push({
				id: block.id,
				title: block.title,
				minutes: Math.round((to - from) / 60),
				state: index === at ? 'now' : index < at ? 'done' : 'ahead',
				from: from / whole,
				to: to / whole
			});
		}
		from = to;
	}
	const passed = at < 0 ? 0 : sum(lengths.slice(0, at)) + reading.blockElapsed;
	return { stretches, now: passed / whole, due: due / whole, end: total / whole };
}

function sum(numbers: readonly number[]): number {
	return numbers.reduce((all, number) => all + number, 0);
}
