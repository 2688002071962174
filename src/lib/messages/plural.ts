import { inFigures, oneForEach } from './regional.ts';

const rules = oneForEach((region) => new Intl.PluralRules(region));

/**
 * A count in words: `plural(people, ['# person', '# people'])`. `#` stands for the number. Both English
 * and Spanish have one form for one, and one for all others.
 */
export function plural(count: number, forms: readonly string[]): string {
	const form = rules().select(count) === 'one' ? forms[0] : forms[1];
	return (form ?? '').replace('#', inFigures(count));
}
