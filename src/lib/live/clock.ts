/** The clock of a running meeting: how far it is, when it ends as it stands. Pure, for browser and server. */

/** A block as a running meeting has it (table live_block in prisma/schema/live.prisma). */
export interface RunningBlock {
	id: string;
	title: string;
	kind: string;
	priority: 'must' | 'trim' | 'skip';
	min: number;
	max: number;
	/** In the guide. */
	planned: number;
	/** What it is to take now; 0 when it is left out. */
	minutes: number;
	/** How long the room was in it before it was last entered. */
	spentSeconds: number;
	/** When it was last entered; null while the room is elsewhere. */
	enteredAt: Date | null;
}

/** Where a meeting stands at a moment. Times in seconds. */
export interface ClockReading {
	currentId: string | null;
	/** In the current block, all visits together. */
	blockElapsed: number;
	/** Of the current block; negative when it is over. */
	blockLeft: number;
	/** Since it began. */
	elapsed: number;
	/** Until it should end, whatever is still to come; negative when it is over. */
	left: number;
	/** When it ends if every block that is still to come takes its minutes. */
	endsAt: Date;
	/** Above 0 is behind, below 0 is ahead. */
	drift: number;
}

/** When a meeting should happen, and when it began. It should end `minutes` after `startsAt`, however late it began. */
export interface PlannedMeeting {
	startsAt: Date;
	startedAt: Date | null;
	minutes: number;
}

/** So long before its time nobody starts a meeting but by mistake, or after asking. */
const EARLY = 3 * 60 * 60_000;

export function isEarly({ startsAt }: Pick<PlannedMeeting, 'startsAt'>, now: Date): boolean {
	return startsAt.getTime() - now.getTime() > EARLY;
}

/** It was begun so early that minutes ahead, or left, say nothing. */
export function isFarAhead({ drift }: Pick<ClockReading, 'drift'>): boolean {
	return drift < -EARLY / 1000;
}

export function readClock(
	blocks: readonly RunningBlock[],
	{ startsAt, startedAt, minutes }: PlannedMeeting,
	now: Date
): ClockReading {
	const time = now.getTime();
	const due = startsAt.getTime() + minutes * 60_000;
	const goesOn = startedAt ? time : Math.max(time, startsAt.getTime());
	const current = blocks.findLast(({ enteredAt }) => enteredAt !== null) ?? null;
	const toCome = aheadOf(blocks, current?.id ?? null).reduce(
		(sum, block) => sum + stillIn(block, time),
		current ? stillIn(current, time) : 0
	);
	const endsAt = goesOn + toCome;
	const blockElapsed = current ? spent(current, time) : 0;
	return {
		currentId: current?.id ?? null,
		blockElapsed: blockElapsed / 1000,
		blockLeft: current ? current.minutes * 60 - blockElapsed / 1000 : 0,
		elapsed: startedAt ? Math.max(0, time - startedAt.getTime()) / 1000 : 0,
		left: (due - time) / 1000,
		endsAt: new Date(endsAt),
		drift: (endsAt - due) / 1000
	};
}

/**
 * The blocks that are still to come. Where the room is in none, those after the last that it was in. What was
 * passed over is behind; going back puts all that follows ahead again, with the time it took already counted.
 */
function aheadOf(
	blocks: readonly RunningBlock[],
	currentId: string | null
): readonly RunningBlock[] {
	const reached =
		currentId === null
			? blocks.findLastIndex(({ spentSeconds }) => spentSeconds > 0)
			: blocks.findIndex(({ id }) => id === currentId);
	return blocks.slice(reached + 1);
}

function spent({ spentSeconds, enteredAt }: RunningBlock, time: number): number {
	return spentSeconds * 1000 + (enteredAt ? Math.max(0, time - enteredAt.getTime()) : 0);
}

function stillIn(block: RunningBlock, time: number): number {
	return Math.max(0, block.minutes * 60_000 - spent(block, time));
}
/** What wins time back, or where to spend it. Each is one tap, and undone by giving the block `from` minutes again. */
export interface Offer {
	blockId: string;
	title: string;
	what: 'trim' | 'leave-out' | 'shorten' | 'extend' | 'take-up';
	from: number;
	to: number;
	/** Won, or spent. */
	minutes: number;
}

/**
 * Best first: behind, what wins it back and no more than that; more than a minute ahead, where to spend it.
 * Nothing while the meeting is on time.
 */
export function offersFor(blocks: readonly RunningBlock[], reading: ClockReading): Offer[] {
	const { drift } = reading;
	if (drift > 0) {
		const behind = Math.ceil(drift / 60);
		return cuts(blocks, reading).map((cut) => atMost(cut, behind));
	}
	return drift < -60 ? gifts(blocks, reading, Math.floor(-drift / 60)) : [];
}

/**
 * The fewest taps that win back `minutes`, or all there is. What everybody must have is shortened only when
 * nothing else is left, and then no more than is needed.
 */
export function recover(
	blocks: readonly RunningBlock[],
	reading: ClockReading,
	minutes: number
): Offer[] {
	const chosen: Offer[] = [];
	let missing = Math.ceil(minutes);
	const all = cuts(blocks, reading);
	const optional = all.filter(({ what }) => what !== 'shorten');
	const needed = all.filter(({ what }) => what === 'shorten');
	for (const tier of [optional, needed]) {
		for (const cut of tier.toSorted(byMinutes)) {
			if (missing <= 0) return chosen;
			const offer = atMost(cut, missing);
			chosen.push(offer);
			missing -= offer.minutes;
		}
	}
	return chosen;
}

const cutOrder = ['leave-out', 'trim', 'shorten'] as const;

/** All that can go, each as far as it can: what is extra first, then what has most to spare. */
function cuts(blocks: readonly RunningBlock[], reading: ClockReading): Offer[] {
	const found = changeable(blocks, reading).flatMap(({ block, floor, entered }) => {
		if (block.priority === 'skip' && !entered) return change(block, 'leave-out', 0);
		return change(block, block.priority === 'must' ? 'shorten' : 'trim', floor);
	});
	return cutOrder.flatMap((what) => found.filter((cut) => cut.what === what).toSorted(byMinutes));
}

/** First what was planned and cut, then what was left out, then what may take longer than planned. */
function gifts(blocks: readonly RunningBlock[], reading: ClockReading, room: number): Offer[] {
	const open = changeable(blocks, reading).filter(({ over }) => !over);
	const running = open.map(({ block }) => block).filter(({ minutes }) => minutes > 0);
	const planned = running.filter(({ priority }) => priority !== 'skip');
	const cut = planned.filter((block) => block.minutes < block.planned);
	const whole = planned.filter((block) => block.minutes >= block.planned);
	const extended = (block: RunningBlock, most: number) =>
		change(block, 'extend', Math.min(most, block.minutes + room));
	return [
		...cut.flatMap((block) => extended(block, Math.min(block.planned, block.max))),
		...open.flatMap(({ block }) => {
			const isOut = block.priority === 'skip' && block.minutes === 0;
			return isOut ? change(block, 'take-up', Math.min(block.planned, block.max, room)) : [];
		}),
		...whole.flatMap((block) => extended(block, block.max))
	];
}

interface Changeable {
	block: RunningBlock;
	/** The fewest minutes it can have: its least, and never below what the room has spent in it. */
	floor: number;
	entered: boolean;
	/** It has taken its minutes, so that more of them would change nothing of when the meeting ends. */
	over: boolean;
}

/** What is current or still ahead; the rest is done. */
function changeable(
	blocks: readonly RunningBlock[],
	{ currentId, blockElapsed }: ClockReading
): Changeable[] {
	const current = blocks.filter(({ id }) => id === currentId);
	return [...current, ...aheadOf(blocks, currentId)].map((block) => {
		const isCurrent = block.id === currentId;
		const spent = isCurrent ? blockElapsed : block.spentSeconds;
		return {
			block,
			floor: Math.max(block.min, Math.ceil(spent / 60)),
			entered: isCurrent || spent > 0,
			over: spent > block.minutes * 60
		};
	});
}

/** One offer, or none when nothing would change or the block would have less than its least. */
function change(block: RunningBlock, what: Offer['what'], to: number): Offer[] {
	const { id: blockId, title, minutes: from } = block;
	const isMore = what === 'extend' || what === 'take-up';
	const minutes = isMore ? to - from : from - to;
	const isAllowed = to >= block.min || what === 'leave-out';
	return minutes > 0 && isAllowed ? [{ blockId, title, what, from, to, minutes }] : [];
}

/** The same cut, no deeper than `minutes`. To leave a block out is all or nothing. */
function atMost(cut: Offer, minutes: number): Offer {
	if (cut.what === 'leave-out' || cut.minutes <= minutes) return cut;
	return { ...cut, to: cut.from - minutes, minutes };
}

function byMinutes(one: Offer, other: Offer): number {
	return other.minutes - one.minutes;
}
