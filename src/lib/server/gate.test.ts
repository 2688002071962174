import { expect, test } from 'vitest';
import { refusal } from './gate.ts';
import type { Viewer } from './viewer.ts';

const ana: Viewer = {
	personId: 'ana',
	name: 'Ana Reyes',
	email: 'ana.reyes@example.org',
	videoSpeed: 1,
	reading: null,
	language: 'en',
	enrolments: [{ enrolmentId: 'e', cohortId: 'c', seriesId: 'lae', role: 'participant' }],
	organisations: []
};
const denise: Viewer = {
	...ana,
	enrolments: [{ enrolmentId: 'e', cohortId: 'c', seriesId: 'lae', role: 'facilitator' }]
};
const priya: Viewer = {
	...ana,
	enrolments: [],
	organisations: [{ organisationId: 'o', role: 'lead' }]
};

test.each([
	['/(public)', null, null],
	['/(public)/sign-in', ana, null],
	['/(learn)/learn', null, 'sign-in'],
	['/(learn)/learn', ana, null],
	['/(facilitate)/facilitate', null, 'sign-in'],
	['/(facilitate)/facilitate', ana, 'not-found'],
	['/(facilitate)/facilitate', denise, null],
	['/(facilitate)/facilitate', priya, 'not-found'],
	['/(network)/network', denise, 'not-found'],
	['/(network)/network', priya, null],
	['/(forgotten)/page', priya, 'not-found'],
	['/forgotten', priya, 'not-found'],
	[null, null, null]
] as const)('The gate of %s', (route, viewer, expected) => {
	expect(refusal(route, viewer)).toBe(expected);
});
