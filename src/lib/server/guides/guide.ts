import { getModule, type Guide } from '../curriculum/index.ts';
import type { Language } from '../../languages.ts';
import { NotFound } from '../errors.ts';

/** Which guide a cohort's meeting follows. */
export type GuideChoice = { cohortId: string; moduleId: string; variant: string };

/**
 * The guide as the cohort runs it, with what was adapted for it.
 * @throws NotFound where the module has no such variant.
 */
export function guideOf({ moduleId, variant }: GuideChoice, language?: Language): Promise<Guide> {
	const module = getModule(moduleId, language);
	const guide = module.guides.find((one) => one.variant === variant) ?? module.guides[0];
	if (guide === undefined) throw new NotFound();
	return Promise.resolve(guide);
}
