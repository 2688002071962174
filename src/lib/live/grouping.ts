/** Making small groups out of who is here. Pure: the same people, wishes and seed make the same groups. */

export interface GroupPerson {
	id: string;
	/** What mixing goes by, such as the school somebody comes from. */
	kind: string;
	isRemote: boolean;
}

export interface GroupWish {
	by: 'size' | 'number';
	/** How many in a group, or how many groups. */
	count: number;
	mix: 'any' | 'mixed' | 'alike';
	/** Who is remote sits with who is remote, as far as the numbers allow. */
	remoteTogether: boolean;
	seed: number;
}

/** Groups that were: each a list of ids. */
export type Grouping = readonly (readonly string[])[];

/** A pair that was together before costs more than any mixing is worth. */
const AGAIN = 100;
const PASSES = 8;

/**
 * Sizes differ by at most one, and nobody is alone unless there is only one. At most one group holds both who
 * is remote and who is in the room.
 * @param before groups whose pairs should not meet again, if that can be.
 */
export function makeGroups(
	people: readonly GroupPerson[],
	wish: GroupWish,
	before: readonly Grouping[] = []
): string[][] {
	if (people.length === 0) return [];
	const ordered = inOrder(people, wish);
	const remote = wish.remoteTogether ? ordered.filter(({ isRemote }) => isRemote) : [];
	const here = wish.remoteTogether ? ordered.filter(({ isRemote }) => !isRemote) : ordered;
	const seats = seatsFor(remote.length, here.length, wish);
	const groups: GroupPerson[][] = seats.map(() => []);
	for (const [those, side] of [
		[remote, 'remote'],
		[here, 'here']
	] as const) {
		const free = seats.map((seat) => seat[side]);
		const deal = wish.mix === 'alike' ? slices(free) : rounds(free);
		those.forEach((person, index) => groups[deal[index] ?? 0]?.push(person));
	}
	improve(groups, wish, pairsOf(before));
	return groups.map((group) => group.map(({ id }) => id));
}

/** How many groups that makes: the nearest to the wish in which nobody is alone. */
export function groupCount(people: number, { by, count }: Pick<GroupWish, 'by' | 'count'>): number {
	const wished = by === 'number' ? count : Math.round(people / Math.max(1, count));
	return Math.max(1, Math.min(wished, Math.floor(people / 2)));
}

/** Shuffled by the seed; where it matters what people are, those of one kind stand together. */
function inOrder(people: readonly GroupPerson[], { mix, seed }: GroupWish): GroupPerson[] {
	const next = numbersFrom(seed);
	const shuffled = people
		.toSorted((one, other) => (one.id < other.id ? -1 : 1))
		.map((person) => ({ person, at: next() }))
		.toSorted((one, other) => one.at - other.at)
		.map(({ person }) => person);
	if (mix === 'any') return shuffled;
	const kinds = Map.groupBy(shuffled, ({ kind }) => kind);
	return [...kinds.values()].toSorted((one, other) => other.length - one.length).flat();
}

interface Seats {
	remote: number;
	here: number;
}

/** Places for both, group by group. Of a size that was wished, one group more or less may keep them apart. */
function seatsFor(remote: number, here: number, wish: GroupWish): Seats[] {
	const people = remote + here;
	const count = groupCount(people, wish);
	const near = wish.by === 'size' ? [count, count - 1, count + 1] : [count];
	for (const groups of near) {
		if (groups < 1 || (groups > 1 && groups > Math.floor(people / 2))) continue;
		const apart = seatsApart(remote, here, groups);
		if (apart !== null) return apart;
	}
	// One group holds both.
	let left = remote;
	return sizes(people, count).map((size) => {
		const taken = Math.min(size, left);
		left -= taken;
		return { remote: taken, here: size - taken };
	});
}

function seatsApart(remote: number, here: number, groups: number): Seats[] | null {
	const least = Math.floor((remote + here) / groups);
	for (let own = 0; own <= groups; own += 1) {
		if (!fits(remote, own, least) || !fits(here, groups - own, least)) continue;
		return [
			...sizes(remote, own).map((size) => ({ remote: size, here: 0 })),
			...sizes(here, groups - own).map((size) => ({ remote: 0, here: size }))
		];
	}
	return null;
}

function fits(people: number, groups: number, least: number): boolean {
	return groups * least <= people && people <= groups * (least + 1);
}

function sizes(people: number, groups: number): number[] {
	return Array.from(
		{ length: groups },
		(_, index) => Math.floor(people / groups) + (index < people % groups ? 1 : 0)
	);
}

/** One after another into each group, until all are full. */
function rounds(free: readonly number[]): number[] {
	const most = Math.max(0, ...free);
	return Array.from({ length: most }, (_, round) =>
		free.flatMap((places, group) => (places > round ? group : []))
	).flat();
}

/** One group full, then the next. */
function slices(free: readonly number[]): number[] {
	return free.flatMap((places, group) => Array.from({ length: places }, () => group));
}

/** How often each two were together. */
export function pairsOf(before: readonly Grouping[]): Map<string, Map<string, number>> {
	const met = new Map<string, Map<string, number>>();
	for (const group of before.flat()) {
		for (const one of group) {
			const others = met.get(one) ?? new Map<string, number>();
			met.set(one, others);
			for (const other of group) if (other !== one) others.set(other, (others.get(other) ?? 0) + 1);
		}
	}
	return met;
}

/** Swaps two people for as long as that makes it better. Remote people swap places among themselves. */
function improve(
	groups: GroupPerson[][],
	{ mix, remoteTogether }: GroupWish,
	met: ReadonlyMap<string, ReadonlyMap<string, number>>
): void {
	if (met.size === 0 && mix === 'any') return;
	const cost = (person: GroupPerson, group: readonly GroupPerson[], without: GroupPerson) => {
		let sum = 0;
		for (const other of group) {
			if (other === person || other === without) continue;
			sum += AGAIN * (met.get(person.id)?.get(other.id) ?? 0);
			if (mix !== 'any' && (person.kind === other.kind) === (mix === 'mixed')) sum += 1;
		}
		return sum;
	};
	for (let pass = 0, better = true; better && pass < PASSES; pass += 1) {
		better = false;
		for (const [at, group] of groups.entries()) {
			for (const other of groups.slice(at + 1)) {
				for (let one = 0; one < group.length; one += 1) {
					for (let two = 0; two < other.length; two += 1) {
						const [left, right] = [group[one], other[two]];
						if (left === undefined || right === undefined) continue;
						if (remoteTogether && left.isRemote !== right.isRemote) continue;
						const now = cost(left, group, left) + cost(right, other, right);
						const then = cost(left, other, right) + cost(right, group, left);
						if (then >= now) continue;
						group[one] = right;
						other[two] = left;
						better = true;
					}
				}
			}
		}
	}
}

/**
 * The same groups as before, of who is here now. Who was left alone in theirs, and who is new, joins the
 * smallest.
 */
export function keepGroups(people: readonly GroupPerson[], before: Grouping): string[][] {
	const byId = new Map(people.map((person) => [person.id, person]));
	const placed = new Set<string>();
	const stayed = before.map((group) =>
		group.filter((id) => {
			if (!byId.has(id) || placed.has(id)) return false;
			placed.add(id);
			return true;
		})
	);
	const groups = stayed.filter(({ length }) => length > 1);
	const alone = stayed.filter(({ length }) => length === 1).flat();
	const fresh = people.map(({ id }) => id).filter((id) => !placed.has(id));
	for (const id of [...alone, ...fresh]) {
		const person = byId.get(id);
		if (person === undefined) continue;
		const at = smallestFor(
			person.isRemote,
			groups.map((group) => ({
				size: group.length,
				remote: group.filter((other) => byId.get(other)?.isRemote).length
			}))
		);
		const group = groups[at ?? -1];
		if (group === undefined) groups.push([id]);
		else group.push(id);
	}
	return groups;
}

/**
 * Where somebody who comes late sits: the smallest group of those who are where they are, else the smallest.
 * @returns its index; null where there is no group.
 */
export function smallestFor(
	isRemote: boolean,
	groups: readonly { size: number; remote: number }[]
): number | null {
	const alike = groups.filter(({ size, remote }) => size > 0 && remote === (isRemote ? size : 0));
	const open = alike.length > 0 ? alike : groups;
	const least = Math.min(...open.map(({ size }) => size));
	const found = open.find(({ size }) => size === least);
	return found === undefined ? null : groups.indexOf(found);
}

/** Numbers from 0 to 1 that are always the same for a seed (mulberry32). */
function numbersFrom(seed: number): () => number {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}
