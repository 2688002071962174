import { statement, type OrganisationKind } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';

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

/** An organisation on the way up, with how many people answer for it. */
export type OrganisationAbove = Pick<Organisation, 'id' | 'kind' | 'name'> & { people: number };

/** Bounded, though a tree has no circles: a mistake in the data must not hang a page. */
const ABOVE = `
	with recursive up as (
		select id, parent_id, kind, name, 0 as distance from organisation where id = $1
		union all
		select above.id, above.parent_id, above.kind, above.name, distance + 1
		from organisation above join up on up.parent_id = above.id
		where distance < 20
	)
	select id, kind, name,
		(select count(*)::int from organisation_membership
			where organisation_id = up.id and person_id <> $2) as people
	from up order by distance`;

/** The organisation itself and those above it, the nearest first. The viewer does not count among the people. */
export async function listOrganisationsAbove(
	viewer: Viewer,
	organisationId: string
): Promise<OrganisationAbove[]> {
	return statement<OrganisationAbove>('organisations-above', ABOVE, [
		organisationId,
		viewer.personId
	]);
}
