import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audience } from '../../blocks.ts';
import {
	acknowledge,
	begin,
	choose,
	isUnsaved,
	join,
	meet,
	reconcile,
	send,
	takeUp,
	UNSETTLED,
	write,
	type Draft,
	type SavedVersion
} from './field.ts';

const saved = (text: string, revision: number, audience: Audience = 'me'): SavedVersion => ({
	text,
	audience,
	revision,
	savedAt: null
});
const draft = (text: string, base: number, sent: string | null = null): Draft => ({
	text,
	audience: 'me',
	base,
	sent,
	at: 1
});

describe('a draft that is found on the device', () => {
	it.each<[string, Draft, SavedVersion, 'forget' | 'restore' | 'ask']>([
		[
			'is forgotten when the server has just those words',
			draft('bus', 0),
			saved('bus', 1),
			'forget'
		],
		[
			'is restored over the revision it began from',
			draft('bus nine', 1),
			saved('bus', 1),
			'restore'
		],
		[
			'is restored when the save before it went through unheard',
			draft('late', 0, 'bus'),
			saved('bus', 1),
			'restore'
		],
		[
			'is restored when it only adds to what is there',
			draft('bus nine', 0),
			saved('bus', 3),
			'restore'
		],
		[
			'is forgotten when it was sent and has grown since',
			draft('bus', 0, 'bus'),
			saved('bus nine', 2),
			'forget'
		],
		[
			'is asked about when another page wrote something else',
			draft('bus', 1),
			saved('driver', 2),
			'ask'
		],
		['is asked about when its end was taken back', draft('bus', 1), saved('bus nine', 2), 'ask'],
		['is asked about when its readers differ', draft('bus', 0), saved('bus', 1, 'cohort'), 'ask'],
		[
			'is asked about again while no choice was made',
			draft('bus', UNSETTLED),
			saved('driver', 2),
			'ask'
		]
	])('%s', (_, mine, theirs, expected) => {
		expect(reconcile(mine, theirs)).toBe(expected);
	});
});

describe('two versions of an answer', () => {
	const met = meet(send(write(begin(saved('', 0)), { text: 'mine' })), 1, saved('theirs', 4));

	it('wait side by side, and nothing is sent meanwhile', () => {
		expect(met.now.text).toBe('mine');
		expect(met.other?.text).toBe('theirs');
	});

	it.each([
		['mine', 'mine', true],
		['other', 'theirs', false],
		['both', 'theirs\n\nmine', true]
	] as const)('keeping %s leaves “%s”', (choice, text, unsaved) => {
		const chosen = choose(met, choice);
		expect(chosen.now.text).toBe(text);
		expect(chosen.saved.revision).toBe(4);
		expect(isUnsaved(chosen)).toBe(unsaved);
	});

	it('are joined for the fewer readers of the two', () => {
		const one = { text: 'a', audience: 'cohort' } as const;
		const two = { text: 'b', audience: 'facilitators' } as const;
		expect(join(one, two).audience).toBe('facilitators');
		expect(join(two, one).audience).toBe('facilitators');
	});

	it('are made of an old draft and what was typed before the page came alive', () => {
		const typed = write(begin(saved('', 0)), { text: 'new thought' });
		expect(takeUp(typed, draft('old thought', 0)).other).toMatchObject({
			text: 'old thought',
			from: 'device'
		});
	});
});

describe('an acknowledgement', () => {
	it('of an earlier save says nothing of a later one', () => {
		const field = send(write(send(write(begin(saved('', 0)), { text: 'a' })), { text: 'ab' }));
		const late = acknowledge(field, 1, { revision: 1, savedAt: new Date(0) });
		expect(isUnsaved(late)).toBe(true);
	});

	it('never makes words saved that were typed after it was sent', () => {
		fc.assert(
			fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (sent, typed) => {
				const field = write(send(write(begin(saved('', 0)), { text: sent })), { text: typed });
				const after = acknowledge(field, 1, { revision: 1, savedAt: new Date(0) });
				expect(isUnsaved(after)).toBe(sent !== typed);
				expect(after.now.text).toBe(typed);
			})
		);
	});
});
