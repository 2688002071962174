import type { OrganisationAbove } from '../network/index.ts';

/** What somebody asks for. Each says on its form what happens with it. */
export const HELP_KINDS = ['tool', 'topicGroup', 'consultation'] as const;
export type HelpKind = (typeof HELP_KINDS)[number];

type Stop = Pick<OrganisationAbove, 'id' | 'kind' | 'people'>;

/** Advice over some weeks is what county and state offices have people for. */
const CONSULTS: readonly Stop['kind'][] = ['county', 'state'];

/**
 * Where a request goes: to the nearest organisation above the asker’s in which somebody can answer; a
 * consultation to the nearest county or state office above. Where there is none of that kind, to the nearest
 * above with anybody, and to the asker’s own organisation only when nobody is above: a request to the
 * network is not first read by one’s own principal.
 * @param way the asker’s own organisation first, then each above it.
 * @returns the organisation’s id, or null when nobody on the way could answer.
 */
export function routeOf(kind: HelpKind, way: readonly Stop[]): string | null {
	const above = way.slice(1).filter(({ people }) => people > 0);
	const fit = above.find(({ kind: level }) => kind !== 'consultation' || CONSULTS.includes(level));
	const own = way.slice(0, 1).find(({ people }) => people > 0);
	return (fit ?? above[0] ?? own)?.id ?? null;
}

/**
 * Where a request can be handed up to, or null.
 * @param way the organisation that has it first, then each above it.
 */
export function nextAbove(way: readonly Stop[]): string | null {
	return way.slice(1).find(({ people }) => people > 0)?.id ?? null;
}

/** Whether the staff of this organisation read feedback from below: offices that see many schools. */
export function readsFeedback({
	kind,
	parentId
}: {
	kind: Stop['kind'];
	parentId: string | null;
}): boolean {
	return CONSULTS.includes(kind) || parentId === null;
}
