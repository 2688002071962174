import { inMinutes } from './minutes.ts';

/** What the tags of the library are called. */

export function audienceName(tag: string): string {
	const names: Record<string, string> = {
		teacher: 'Teachers',
		'school-leader': 'School leaders',
		'district-leader': 'District leaders',
		'support-staff': 'Support staff',
		'family-partner': 'Family partners',
		coach: 'Coaches'
	};
	return names[tag] ?? tag;
}

export function kindName(kind: string): string {
	const names: Record<string, string> = {
		series: 'Series',
		page: 'Short read',
		tool: 'Tool',
		protocol: 'Protocol',
		handout: 'Handout',
		article: 'Article',
		report: 'Report',
		video: 'Video',
		practice: 'Practice that worked'
	};
	return names[kind] ?? kind;
}

export function levelName(level: string): string {
	const names: Record<string, string> = {
		start: 'To start with',
		deepen: 'To go deeper',
		lead: 'To lead others'
	};
	return names[level] ?? level;
}

/** A long thing is told in hours: nobody plans 353 minutes. */
export function lengthName(minutes: number): string {
	if (minutes < 100) return inMinutes(minutes);
	const hours = Math.round(minutes / 30) / 2;
	return `About ${hours} hours`;
}

/** Topics are the authors' own words: in a list they begin with a capital. */
export function topicName(topic: string): string {
	return topic.slice(0, 1).toUpperCase() + topic.slice(1).replaceAll('-', ' ');
}

export function atMostMinutes(minutes: number | string): string {
	return `At most ${minutes} minutes`;
}

export function needName(need: string): string {
	return need === 'required' ? 'Required' : 'Optional';
}

/** One thing that was chosen, in words. */
export function filterName(name: string, value: string): string {
	switch (name) {
		case 'for':
			return audienceName(value);
		case 'kind':
			return kindName(value);
		case 'level':
			return levelName(value);
		case 'minutes':
			return atMostMinutes(value);
		case 'need':
			return needName(value);
		default:
			return topicName(value);
	}
}
