import { findSeries, type Module, type Variant } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import { NotFound } from '../errors.ts';
import { listOrganisationsBelow } from '../network/index.ts';
import type { Viewer } from '../viewer.ts';
import type { Owner } from './layers.ts';
import { ownGuide } from './module-guide.ts';
import { findCohortGuide } from './place.ts';

/** Where an adaptation is worked on, as its page's address says it. A null variant is the first. */
export type GuideAddress =
	| { cohort: string; module: string; variant: string | null }
	| { organisation: string; series: string; module: string; variant: string | null };

export type AdaptPlace = {
	owner: Owner & { name: string };
	/** The organisation it belongs to, or that hosts the cohort. */
	organisationId: string;
	module: Module;
	variant: Variant;
};

/** @throws NotFound for who neither facilitates the cohort nor has a role in the organisation or above it. */
export async function findAdaptPlace(viewer: Viewer, address: GuideAddress): Promise<AdaptPlace> {
	if ('cohort' in address) {
		const { cohort, module, variant } = await findCohortGuide(
			viewer,
			address.cohort,
			address.module,
			address.variant
		);
		const owner = { kind: 'cohort' as const, id: cohort.id, name: cohort.name };
		return { owner, organisationId: cohort.organisation.id, module, variant };
	}
	const organisation = await requireOrganisation(viewer, address.organisation);
	const module = findSeries(address.series)?.modules.find(({ slug }) => slug === address.module);
	if (module === undefined) throw new NotFound();
	return {
		owner: { kind: 'organisation', ...organisation },
		organisationId: organisation.id,
		module,
		variant: ownGuide(module, address.variant).variant
	};
}

/** A role holds for all organisations below. */
async function requireOrganisation(viewer: Viewer, id: string) {
	const mine = viewer.organisations.map(({ organisationId }) => organisationId);
	const below = await listOrganisationsBelow(mine);
	const found = below.find((each) => each.id === id);
	if (found === undefined) throw new NotFound();
	return { id: found.id, name: found.name };
}

/** The row of an adaptation is found by whose it is. */
export function ownerColumns({ kind, id }: Owner) {
	return kind === 'cohort'
		? { cohortId: id, organisationId: null }
		: { cohortId: null, organisationId: id };
}

export function findAdaptationRow({ owner, module, variant }: AdaptPlace) {
	return prisma().guideAdaptation.findFirst({
		where: { ...ownerColumns(owner), moduleId: module.id, variant },
		include: { sharedBy: { select: { name: true } } }
	});
}
