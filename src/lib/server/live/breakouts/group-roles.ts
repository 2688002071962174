import type { AgendaBlock } from '../../curriculum/index.ts';

/** What people do in their groups where the guide names nothing else; pages say it in the reader’s language. */
const USUAL = ['facilitator', 'scribe', 'timekeeper', 'reporter'];

export type GroupRoles = { named: readonly string[]; others: string | null };

export const noRoles: GroupRoles = { named: [], others: null };

/** The roles of a block’s groups, in the words that are stored. */
export function rolesOf(block: AgendaBlock | undefined): GroupRoles {
	const roles = block?.roles ?? [];
	if (roles.length === 0) return { named: USUAL, others: null };
	return {
		named: roles.filter(({ others }) => !others).map(({ name }) => name),
		others: roles.find(({ others }) => others)?.name ?? null
	};
}
