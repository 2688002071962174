import { statement, type OrganisationKind } from '../db/index.ts';

export type { OrganisationKind };

export type Organisation = {
	id: string;
	parentId: string | null;
	kind: OrganisationKind;
	name: string;
};

/** The organisations with these ids and all below them, a parent before its children. */
const BELOW = `
	with recursive below as (
		select id, parent_id, kind, name, array[name] as path
		from organisation where id = any($1::uuid[])
		union
		select child.id, child.parent_id, child.kind, child.name, below.path || child.name
		from organisation child join below on child.parent_id = below.id
	)
	select distinct on (id) id, parent_id as "parentId", kind, name, path from below
	order by id, cardinality(path) desc`;

export async function listOrganisationsBelow(ids: readonly string[]): Promise<Organisation[]> {
	return statement<Organisation>(
		'organisations-below',
		`select id, "parentId", kind, name from (${BELOW}) tree order by path`,
		[ids]
	);
}

/** Where the people of a cohort that this organisation hosts may come from. */
export async function listSchoolsBelow(organisationId: string): Promise<Organisation[]> {
	const organisations = await listOrganisationsBelow([organisationId]);
	const schools = organisations.filter(({ kind }) => kind === 'school');
	return schools.length > 0 ? schools : organisations;
}
