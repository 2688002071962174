import { plural } from './messages/plural.ts';

/** How requests for help are spoken of. */

export type HelpKind = 'tool' | 'topicGroup' | 'consultation';
export type HelpStatus = 'open' | 'taken' | 'answered' | 'closed';

export function helpKindName(kind: HelpKind): string {
	const names = {
		tool: 'A tool',
		topicGroup: 'A topic group',
		consultation: 'A consultation'
	};
	return names[kind];
}

export function whatHappens(kind: HelpKind): string {
	const words = {
		tool: 'Somebody looks for a page, a form or a protocol that fits, and sends you where it is.',
		topicGroup:
			'Somebody looks for others with the same question, and sends you a group that you can join, or starts one.',
		consultation:
			'Somebody writes back to agree on a time, and works on it with you over some weeks.'
	};
	return words[kind];
}

/** For who asked. */
export function helpStatusName(status: HelpStatus): string {
	const names = {
		open: 'Sent, not read by anybody yet',
		taken: 'Somebody is on it',
		answered: 'Answered',
		closed: 'Closed'
	};
	return names[status];
}

export const STATUS_LOOKS = {
	open: 'ahead',
	taken: 'now',
	answered: 'done',
	closed: 'plain'
} as const;

/** How long people wait, as they would say it. */
export function waitInWords(seconds: number): string {
	const hours = Math.round(seconds / 3600);
	if (hours < 1) return 'Less than an hour';
	return hours < 48
		? plural(hours, ['# hour', '# hours'])
		: plural(Math.round(hours / 24), ['# day', '# days']);
}

/** For those who answer. */
export function helpStatusForStaff(status: HelpStatus): string {
	const names = {
		open: 'Waiting for somebody',
		taken: 'Taken on',
		answered: 'Answered',
		closed: 'Closed'
	};
	return names[status];
}
