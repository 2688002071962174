import { inFigures, region } from './regional.ts';

/**
 * A count in words: `plural(people, ['# person', '# people'])`. `#` stands for the number. Both English
 * and Spanish have one form for one, and one for all others.
 */
export function plural(count: number, forms: readonly string[]): string {
	const form = new Intl.PluralRules(region()).select(count) === 'one' ? forms[0] : forms[1];
	return (form ?? '').replace('#', inFigures(count));
}
