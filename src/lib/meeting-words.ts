import type { Role } from './server/meetings/index.ts';

/** How a meeting is spoken of. */

export const roleNames: Record<Role, string> = {
	facilitator: 'Facilitator',
	'co-facilitator': 'Co-facilitator',
	producer: 'Producer',
	timekeeper: 'Timekeeper'
};

/** What each of them does, for who has never done it. */
export const roleHints: Record<Role, string> = {
	facilitator: 'Leads the conversation.',
	'co-facilitator': 'Watches the room and takes over in turn.',
	producer: 'Runs the call, the projector and the small groups.',
	timekeeper: 'Keeps an eye on the clock.'
};
