import { getModule, type Guide } from '../curriculum/index.ts';
import type { Language } from '../../languages.ts';
import { currentLanguage } from '../../messages/current.ts';
import { NotFound } from '../errors.ts';
import { agendaFrom } from './block.ts';
import { listLayers } from './layers.ts';
import { plannedOf, standingOf, type Standing } from './standing.ts';

/** Which guide a cohort's meeting follows. */
export type GuideChoice = { cohortId: string; moduleId: string; variant: string };

/**
 * The guide as the cohort runs it, with what was adapted for it.
 * @throws NotFound where the module has no guide.
 */
export async function guideOf(
	{ cohortId, moduleId, variant }: GuideChoice,
	language: Language = currentLanguage()
): Promise<Guide> {
	const guide = moduleGuide(moduleId, variant, language);
	const layers = await listLayers({ id: cohortId }, moduleId, guide.variant);
	if (layers.length === 0) return guide;
	return guideFrom(
		guide,
		moduleId,
		standingOf(plannedOf(moduleId, guide.variant), layers),
		language
	);
}

/** The module's guide of a variant, or its first. */
function moduleGuide(moduleId: string, variant: string, language?: Language): Guide {
	const { guides } = getModule(moduleId, language);
	const guide = guides.find((one) => one.variant === variant) ?? guides[0];
	if (guide === undefined) throw new NotFound();
	return guide;
}

export function guideFrom(
	guide: Guide,
	moduleId: string,
	{ planned }: Standing,
	language: Language = currentLanguage()
): Guide {
	const module = getModule(moduleId, language);
	const agenda = planned[language]
		.filter(({ skipped }) => !skipped)
		.map((block) =>
			agendaFrom(
				block,
				guide.agenda.find(({ id }) => id === block.id),
				module
			)
		);
	return { ...guide, agenda };
}
