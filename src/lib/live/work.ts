/** What people do in a school, as they say when they come in: so that groups can mix them. */
export const WORKS = ['teaching', 'support', 'operations', 'leading', 'community'] as const;
export type Work = (typeof WORKS)[number];

export function workWord(work: Work): string {
	switch (work) {
		case 'teaching':
			return 'Teaching';
		case 'support':
			return 'Supporting students';
		case 'operations':
			return 'Office, buses, building';
		case 'leading':
			return 'Leading';
		case 'community':
			return 'Family or community';
	}
}
