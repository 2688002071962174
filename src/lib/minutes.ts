import { plural } from './messages/plural.ts';

/** A length in words. */
export function inMinutes(minutes: number): string {
	return plural(minutes, ['# minute', '# minutes']);
}
