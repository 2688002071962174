import { getModule } from '../curriculum/index.ts';
import { NotFound } from '../errors.ts';

type Told = { subject: 'module' | 'entry'; subjectId: string };

/** Where who gave the feedback sees it, with what was answered. */
export function givenHref({ subject, subjectId }: Told): string {
	if (subject === 'entry') return `/library/${subjectId}#feedback`;
	const module = findModuleOf(subjectId);
	return module === null ? '/learn' : `/learn/${module.seriesSlug}/${module.slug}/finish#feedback`;
}

/** The page that anybody may open: of a module, its series in the library. */
export function subjectHref({ subject, subjectId }: Told): string | null {
	if (subject === 'entry') return `/library/${subjectId}`;
	const module = findModuleOf(subjectId);
	return module && `/library/${module.seriesSlug}`;
}

/** The version that is read now, if the module is still among the content. */
export function moduleVersion(moduleId: string): string | null {
	return findModuleOf(moduleId)?.version ?? null;
}

function findModuleOf(id: string) {
	try {
		return getModule(id);
	} catch (thrown) {
		if (thrown instanceof NotFound) return null;
		throw thrown;
	}
}
