import { describe, expect, test } from 'vitest';
import { handRound } from './roles.ts';

describe('Roles', () => {
	const roles = ['facilitator', 'scribe', 'timekeeper', 'reporter'];

	test('go to who had them least, each person one, until there are no more people', () => {
		const first = handRound(['ana', 'jonah', 'sofia'], roles, new Map());
		expect([...first]).toEqual([
			['ana', 'facilitator'],
			['jonah', 'scribe'],
			['sofia', 'timekeeper']
		]);
		const held = new Map([...first].map(([id, role]) => [id, new Map([[role, 1]])]));
		const second = handRound(['ana', 'jonah', 'sofia'], roles, held);
		for (const [id, role] of second) expect(first.get(id)).not.toBe(role);
	});

	test('leave the role of all others to everybody else', () => {
		expect([...handRound(['ana', 'jonah', 'sofia'], ['teller'], new Map(), 'listener')]).toEqual([
			['ana', 'teller'],
			['jonah', 'listener'],
			['sofia', 'listener']
		]);
	});
});
