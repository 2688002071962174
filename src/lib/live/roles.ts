/** Handing round what people do in their groups. Pure. */

/** What one person did in groups before: how often each role. */
export type RolesHeld = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Hands roles round: each to who had it least often, then to who had the fewest at all. Where there are more
 * roles than people, the last ones fall away.
 * @param others the role of everybody who has no other.
 */
export function handRound(
	group: readonly string[],
	roles: readonly string[],
	held: RolesHeld,
	others: string | null = null
): Map<string, string> {
	const given = new Map<string, string>();
	for (const role of roles) {
		const [first] = group
			.filter((id) => !given.has(id))
			.toSorted(
				(one, other) =>
					had(held, one, role) - had(held, other, role) || all(held, one) - all(held, other)
			);
		if (first === undefined) break;
		given.set(first, role);
	}
	trade(group, given, held);
	if (others !== null) for (const id of group) if (!given.has(id)) given.set(id, others);
	return given;
}

/** Two trade what they do for as long as somebody does something again that way less often. */
function trade(group: readonly string[], given: Map<string, string>, held: RolesHeld): void {
	const again = (id: string, role: string | undefined) =>
		role === undefined ? 0 : had(held, id, role);
	for (let better = true; better;) {
		better = false;
		for (const one of group) {
			for (const other of group) {
				const [mine, theirs] = [given.get(one), given.get(other)];
				if (mine === undefined || one === other) continue;
				const now = again(one, mine) + again(other, theirs);
				if (again(one, theirs) + again(other, mine) >= now) continue;
				given.set(other, mine);
				if (theirs === undefined) given.delete(one);
				else given.set(one, theirs);
				better = true;
			}
		}
	}
}

function had(held: RolesHeld, id: string, role: string): number {
	return held.get(id)?.get(role) ?? 0;
}

function all(held: RolesHeld, id: string): number {
	return [...(held.get(id)?.values() ?? [])].reduce((sum, times) => sum + times, 0);
}
