import { statement } from '../db/index.ts';
import { unsealLayer, type Layer } from './layer.ts';

/** Whose layer it is. */
export type Owner = { kind: 'cohort' | 'organisation'; id: string };

export type OwnedLayer = { owner: Owner & { name: string }; layer: Layer };

type Row = { id: string; kind: Owner['kind']; ownerId: string; name: string; sealed: Uint8Array };

/** Layers over a module's guide, in the order in which they lie: organisations from the top, then the cohort. */
const LAYERS = `
	with recursive up as (
		select organisation.id, organisation.parent_id, organisation.name, 0 as distance
		from organisation
		where organisation.id = $1 or organisation.id = (select organisation_id from cohort where id = $1)
		union all
		select above.id, above.parent_id, above.name, distance + 1
		from up join organisation above on above.id = up.parent_id
		where distance < 20
	)
	select adaptation.id, 'organisation' as kind, up.id as "ownerId", up.name, revision.sealed, -distance as place
	from up
	join guide_adaptation adaptation on adaptation.organisation_id = up.id
	join guide_revision revision on revision.adaptation_id = adaptation.id and revision.number = adaptation.current
	where adaptation.module_id = $2 and adaptation.variant = $3
	union all
	select adaptation.id, 'cohort', cohort.id, cohort.name, revision.sealed, 1
	from cohort
	join guide_adaptation adaptation on adaptation.cohort_id = cohort.id
	join guide_revision revision on revision.adaptation_id = adaptation.id and revision.number = adaptation.current
	where cohort.id = $1 and adaptation.module_id = $2 and adaptation.variant = $3
	order by place`;

export async function listLayers(
	owner: Pick<Owner, 'id'>,
	moduleId: string,
	variant: string
): Promise<OwnedLayer[]> {
	const rows = await statement<Row>('guide-layers', LAYERS, [owner.id, moduleId, variant]);
	return rows.map(({ id, kind, ownerId, name, sealed }) => ({
		owner: { kind, id: ownerId, name },
		layer: unsealLayer(sealed, id)
	}));
}
