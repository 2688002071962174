import fc from 'fast-check';

/** Input that nobody means, for every form of the product. */

export type Fields = Record<string, readonly string[]>;

/** A form that is in order, and for each of its fields what must be refused in it. */
export type Form = {
	name: string;
	path: string;
	as: 'stranger' | 'participant' | 'facilitator';
	fields: Record<string, string>;
	faults: Record<string, readonly string[]>;
	/** Of fields that may be missing: what must be refused where they are there. */
	optional?: Record<string, readonly string[]>;
	/** How often it is tried; unsaid, forty times. */
	runs?: number;
};

/** Where a page would show it, a log would keep it and an error would repeat it. */
export const SECRET = 'saffron heron';

const NUL = `${SECRET}\0`;
const LONG = SECRET.repeat(25_000);
/** Bytes that are no UTF-8: encoded as they are, not as what they would have meant. */
const MALFORMED = '%ED%A0%80%FF%C0%AF';

export const strange = ['', NUL, LONG, '__proto__', 'constructor', `<img src=x onerror=${SECRET}>`];
export const noIds = [
	...strange,
	MALFORMED,
	'00000000-0000-4000-8000-000000000000',
	`' or 1=1 --`,
	'🦩'
];
export const noNumbers = [
	...strange,
	MALFORMED,
	'-1',
	'1.5',
	'1e3',
	'NaN',
	'99999999999',
	'0x10',
	'１'
];

const KEY = '5d1c2f9a-0b11-4a0e-9d1a-4f1f62a26f0f';
const noKeys = ['', NUL, LONG, MALFORMED, `<img src=x onerror=${SECRET}>`];
const noClocks = [NUL, LONG, '25:00', '3:30', '15:05:30', `' or 1=1 --`];

const MEETING = {
	module: 'lae-1',
	variant: 'in-person',
	day: '2030-01-09',
	time: '15:30',
	zone: 'America/New_York',
	minutes: '60',
	place: SECRET,
	callLink: ''
};

const wrongMeeting = {
	module: noIds,
	variant: noIds,
	day: [...noIds, '2030-02-30', '1999-01-01', '9999-12-31'],
	time: [...noIds, '25:00', '3:30'],
	zone: [...noIds, 'Mars/Base', '+05:00'],
	minutes: [...noNumbers.slice(1), '4', '601'],
	place: [NUL, LONG],
	callLink: [NUL, LONG, 'http://meet.example.org', 'javascript:alert(1)', 'meet']
};

const SERIES = '/learn/leading-with-access-and-equity';
const STEP = `${SERIES}/start-with-who-is-missing/who-is-missing`;
const PLAN = '/learn/after-the-grant/the-year-after/the-plan/plan/atg-2-milestones';
const ASSESSMENT = '/learn/tiered-support/take-stock-together/score-it';
const INQUIRY = '/learn/questions-of-coherence/answer-from-where-you-are/twelve-questions';

const LINES = '/learn/building-authentic-partnerships/whose-habits-are-these/nine-lines';

const TABLES = '/learn/poverty-and-access/what-a-month-costs';

export function forms(known: {
	cohort: string;
	joinCode: string;
	/** Of a cohort that the participant is not in, with the same schools. */
	otherJoinCode: string;
	school: string;
	sharedAnswer: string;
	sealedAnswer: string;
	otherPerson: string;
	/** One that the facilitator can change, and one that is over. */
	meeting: string;
	held: string;
	/** Of somebody in the cohort. */
	enrolment: string;
}): Form[] {
	const cohort = `/facilitate/cohorts/${known.cohort}`;
	const registration = {
		name: SECRET,
		email: 'heron@throwaway.example',
		password: `${SECRET} and a reed`,
		organisationId: known.school
	};
	return [
		{
			name: 'sign in',
			path: '/sign-in?/signIn',
			as: 'stranger',
			fields: { email: 'heron@throwaway.example', password: SECRET },
			faults: { email: ['', '   ', NUL, LONG], password: ['', LONG] }
		},
		{
			name: 'enter as',
			path: '/sign-in?/enterAs',
			as: 'stranger',
			fields: { person: known.otherPerson },
			faults: { person: noIds }
		},
		{
			name: 'register',
			path: `/join/${known.joinCode}?/register`,
			as: 'stranger',
			fields: registration,
			faults: {
				name: ['', ' ', NUL, LONG],
				email: ['', 'heron', '@', 'a@b', NUL, LONG, MALFORMED, '<script>@x.org'],
				password: ['', 'short', LONG, 'aaaaaaaaaaaaaaaaaaaa', 'passwordpassword'],
				organisationId: noIds
			}
		},
		{
			name: 'register with a wrong code',
			path: '/join/AAAAAAAA?/register',
			as: 'stranger',
			fields: registration,
			faults: { organisationId: noIds }
		},
		{
			name: 'choose a language',
			path: '/language?/default',
			as: 'participant',
			fields: { language: 'en', to: '/' },
			faults: { language: [...noIds, 'fr', 'EN'] }
		},
		{
			name: 'choose how to read',
			path: '/reading?/default',
			as: 'participant',
			fields: { size: 'large', width: 'usual', spacing: 'usual', motion: 'usual', to: '/' },
			faults: {
				size: [...noIds, 'huge', 'LARGE'],
				width: noIds,
				spacing: noIds,
				motion: noIds
			}
		},
		{
			name: 'say that one was there',
			path: '/learn?/attended',
			as: 'participant',
			fields: { sitting: known.cohort, answer: 'yes' },
			faults: { sitting: noIds, answer: [...strange, 'YES'] }
		},
		{
			name: 'keep a place',
			path: `${STEP}?/keepPlace`,
			as: 'participant',
			fields: { note: SECRET },
			faults: { note: [NUL, LONG] }
		},
		{
			name: 'let go of a place',
			path: `${SERIES}?/dropPlace`,
			as: 'participant',
			fields: { step: 'lae-1-who-is-missing' },
			faults: { step: [LONG] }
		},
		{
			name: 'work as a group',
			path: `${TABLES}?/together`,
			as: 'participant',
			fields: { members: known.otherPerson },
			faults: { members: noIds }
		},
		{
			name: 'join',
			path: `/join/${known.otherJoinCode}?/join`,
			as: 'participant',
			fields: { organisationId: known.school },
			faults: { organisationId: noIds }
		},
		{
			name: 'answer',
			path: `${STEP}?/answer`,
			as: 'participant',
			fields: { blockId: 'lae-1-last-decision', text: SECRET, audience: 'me', base: '0' },
			faults: {
				blockId: [...noIds, 'lae-1-present-not-heard', 'lae-2-second-own'],
				text: [NUL, LONG],
				audience: [...strange, 'everybody', 'ME'],
				base: noNumbers
			}
		},
		{
			name: 'answer as a page does it',
			path: `${STEP}?/answer`,
			as: 'participant',
			fields: {
				blockId: 'lae-1-last-decision',
				text: SECRET,
				audience: 'me',
				base: '0',
				owner: known.otherPerson,
				writer: 'page',
				sequence: '1'
			},
			faults: { owner: noIds, writer: [...strange, '../..'], sequence: noNumbers }
		},
		{
			name: 'choose',
			path: `${STEP}?/choose`,
			as: 'participant',
			fields: { blockId: 'lae-1-present-not-heard', choices: 'absent' },
			faults: { blockId: noIds, choices: [...strange, MALFORMED, 'ABSENT'] }
		},
		{
			name: 'answer for a role',
			path: `${INQUIRY}?/inquiry`,
			as: 'participant',
			fields: { blockId: 'qc-1-inquiry', role: 'teacher' },
			faults: {
				blockId: [...noIds, 'lae-1-last-decision', 'lad-2-rubric'],
				role: [...strange, MALFORMED, 'TEACHER']
			}
		},
		{
			name: 'write in a plan',
			path: `${PLAN}?/write`,
			as: 'participant',
			fields: { 'cell:start-1:what': SECRET, 'base:start-1:what': '1', blockId: '' },
			faults: { 'cell:start-1:what': [NUL, LONG], 'base:start-1:what': noNumbers }
		},
		{
			name: 'press a button of a plan',
			path: `${PLAN}?/write`,
			as: 'participant',
			fields: { blockId: '', act: 'remove:gone' },
			faults: { act: [...strange, MALFORMED, 'open', 'close', 'up:', 'down:../..', 'restore:gone'] }
		},
		{
			name: 'score an assessment',
			path: `${ASSESSMENT}?/assess`,
			as: 'participant',
			fields: {
				blockId: 'ts-2-stock',
				number: '4',
				'cell:goals:level': '1',
				'base:goals:level': '0'
			},
			faults: {
				blockId: [...noIds, 'atg-2-milestones', 'lae-1-last-decision'],
				'cell:goals:level': [...strange.slice(1), MALFORMED, '4', '-1', '1.0'],
				'base:goals:level': noNumbers
			}
		},
		{
			name: 'close a round',
			path: `${ASSESSMENT}?/assess`,
			as: 'participant',
			fields: { blockId: 'ts-2-stock', number: '9', act: 'close' },
			faults: {
				number: [...noNumbers, '0', '1', '3'],
				act: [...strange, MALFORMED, 'add', 'remove:goals', 'plan:gone']
			}
		},
		{
			name: 'keep a note',
			path: `${INQUIRY}?/note`,
			as: 'participant',
			fields: { blockId: 'qc-1-inquiry', part: 'whose', text: SECRET, base: '0' },
			faults: {
				blockId: [...noIds, 'lae-1-last-decision', 'lad-2-rubric'],
				part: [...noIds, 'whose.whose', '00000000-0000-4000-8000-000000000000.welcome'],
				text: [NUL, LONG],
				base: noNumbers
			}
		},
		{
			name: 'place oneself',
			path: `${LINES}?/place`,
			as: 'participant',
			fields: { blockId: 'bap-1-line', 'at-time': '3' },
			faults: {
				blockId: [...noIds, 'lae-1-last-decision', 'bap-3-line'],
				'at-time': [...noNumbers, '0', '8']
			}
		},
		{
			name: 'watch',
			path: `${STEP}?/watch`,
			as: 'participant',
			fields: { report: report({}) },
			faults: {
				report: [
					...noIds,
					'null',
					'[]',
					'{',
					'"',
					'1e999',
					'[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]',
					'{"__proto__":{"blockId":"lae-1-rooms"}}',
					report({ blockId: ['lae-1-rooms'] }),
					report({ blockId: 'lae-1-last-decision' }),
					report({ opened: '0.' }),
					report({ opened: `${Date.UTC(2020, 0)}.${'A'.repeat(43)}` }),
					report({ opened: '\ud800' }),
					report({ played: [[0, -1]] }),
					report({ played: [[0]] }),
					report({ played: [['0', '1']] }),
					report({ played: {} }),
					report({ played: Array.from({ length: 600 }, () => [0, 1]) }),
					report({ position: -1 }),
					report({ position: 1e9 }),
					report({ speed: 16 }),
					report({ speed: null })
				]
			}
		},
		{
			name: 'start with an open cohort',
			path: '/library/leading-with-access-and-equity?/start',
			as: 'participant',
			fields: { cohort: known.cohort },
			faults: { cohort: noIds }
		},
		{
			name: 'offer a practice',
			path: '/library/share?/offer',
			as: 'participant',
			fields: {
				practice: '',
				base: '0',
				organisationId: known.school,
				title: SECRET,
				did: SECRET,
				changed: SECRET,
				advice: SECRET,
				greatFor: 'teacher',
				level: 'start',
				module: '',
				creditNames: ''
			},
			faults: {
				practice: noIds.slice(1),
				base: noNumbers,
				organisationId: noIds.slice(1),
				title: ['', '  ', NUL, LONG],
				did: ['', ' \n ', NUL, LONG],
				changed: ['', NUL, LONG],
				advice: ['', NUL, LONG],
				level: [...strange, 'START'],
				module: [...noIds.slice(1), 'lae-99'],
				creditNames: [NUL, LONG]
			}
		},
		{
			name: 'tell the authors',
			path: '/library/before-you-send-a-survey?/feedback',
			as: 'participant',
			fields: { rating: '4', text: SECRET, name: 'without', base: '0' },
			faults: {
				rating: [...strange, MALFORMED, '0', '6', '4.0'],
				text: [NUL, LONG],
				name: [...strange, 'WITH'],
				base: noNumbers
			}
		},
		{
			name: 'ask for help',
			path: '/help/new?/ask',
			as: 'participant',
			fields: { kind: 'tool', text: SECRET, about: '', key: known.cohort },
			faults: {
				kind: [...strange, MALFORMED, 'TOOL', 'topic_group'],
				text: ['', ' \n ', NUL, LONG],
				about: [NUL, LONG],
				key: [...strange, MALFORMED, `' or 1=1 --`]
			}
		},
		{
			name: 'withdraw a practice',
			path: '/library/share?/withdraw',
			as: 'participant',
			fields: { practice: known.cohort },
			faults: { practice: noIds }
		},
		{
			name: 'open a module',
			path: `${cohort}?/open`,
			as: 'facilitator',
			fields: { module: 'lae-3' },
			faults: { module: noIds }
		},
		{
			name: 'date a module',
			path: `${cohort}?/date`,
			as: 'facilitator',
			fields: { module: 'lae-3', opensAt: '2027-01-15T15:30' },
			faults: {
				module: noIds,
				opensAt: [
					...noIds.slice(1),
					'tomorrow',
					'2027-13-45T99:99',
					'0000-00-00T00:00',
					'9999-12-31T23:59',
					'-271821-04-20T00:00'
				]
			}
		},
		{
			name: 'plan meetings',
			path: `${cohort}/schedule/plan?/plan`,
			as: 'facilitator',
			fields: {
				...MEETING,
				often: 'weekly',
				count: '2',
				order: 'same',
				key: KEY
			},
			faults: {
				...wrongMeeting,
				often: noIds,
				count: [...noNumbers, '0', '41'],
				order: noIds,
				key: strange
			}
		},
		{
			name: 'change a meeting',
			path: `/facilitate/sessions/${known.meeting}?/change`,
			as: 'facilitator',
			fields: { ...MEETING, base: '0', reason: SECRET, scope: 'this' },
			faults: { ...wrongMeeting, base: [...noNumbers, '7'], reason: [NUL, LONG] },
			optional: { scope: strange }
		},
		{
			name: 'cancel a meeting',
			path: `/facilitate/sessions/${known.meeting}?/cancel`,
			as: 'facilitator',
			fields: { base: '0', reason: SECRET, scope: 'this' },
			faults: { base: [...noNumbers, '7'], reason: [NUL, LONG] },
			optional: { scope: strange }
		},
		{
			name: 'bring a meeting back',
			path: `/facilitate/sessions/${known.meeting}?/bringBack`,
			as: 'facilitator',
			fields: { base: '0', reason: SECRET, scope: 'this' },
			faults: { base: [...noNumbers, '7'], reason: [NUL, LONG] },
			optional: { scope: strange }
		},
		...['cancelSet', 'bringSetBack'].map((action) => ({
			name: `${action} of several meetings that were looked at`,
			path: `/facilitate/sessions/${known.meeting}?/${action}`,
			as: 'facilitator' as const,
			fields: { base: '0', reason: SECRET, scope: 'ahead', seen: SECRET },
			faults: {
				base: [...noNumbers, '7'],
				reason: [NUL, LONG],
				scope: strange,
				seen: [...strange, MALFORMED, 'a'.repeat(32)]
			}
		})),
		{
			name: 'note what worked in a meeting',
			path: `/facilitate/sessions/${known.held}/debrief?/keepDebrief`,
			as: 'facilitator',
			fields: { base: '0', worked: SECRET, change: SECRET },
			// A part that is left empty is no fault.
			faults: { base: [...noNumbers, '7'] },
			optional: { worked: [NUL, LONG], change: [NUL, LONG] }
		},
		...['keepRecap', 'sendRecap'].map((action) => ({
			name: `a recap: ${action}`,
			path: `/facilitate/sessions/${known.held}/recap?/${action}`,
			as: 'facilitator' as const,
			fields: { base: '0', 'added:top': SECRET },
			faults: { base: [...noNumbers, '7'] },
			optional: { 'added:top': [NUL, LONG], section: [LONG], in: [LONG] },
			runs: 10
		})),
		{
			name: 'read what changed about a meeting',
			path: '/learn?/seen',
			as: 'participant',
			fields: { meeting: known.meeting, sequence: '1' },
			faults: { meeting: noIds, sequence: noNumbers }
		},
		{
			name: 'correct who was there',
			path: `/facilitate/sessions/${known.held}/attendance?/correct`,
			as: 'facilitator',
			fields: {
				key: KEY,
				who: known.enrolment,
				base: '0',
				was: 'there',
				from: '',
				to: '',
				mode: 'room',
				reason: SECRET
			},
			faults: {
				key: noKeys,
				who: noIds,
				base: [...noNumbers, '7'],
				was: noIds,
				from: noClocks,
				to: noClocks,
				reason: ['', ' ', NUL, LONG]
			}
		},
		{
			name: 'add a guest who was forgotten',
			path: `/facilitate/sessions/${known.held}/attendance?/addForgotten`,
			as: 'facilitator',
			fields: { key: KEY, name: SECRET, from: '', to: '', mode: 'room', reason: SECRET },
			faults: {
				key: noKeys,
				name: ['', ' ', NUL, LONG],
				from: noClocks,
				to: noClocks,
				reason: ['', ' ', NUL, LONG]
			}
		},
		{
			name: 'enter the paper sheet',
			path: `/facilitate/sessions/${known.held}/attendance?/enterSheet`,
			as: 'facilitator',
			fields: { key: KEY, reason: SECRET, 'guest-1': SECRET },
			faults: { key: noKeys, reason: ['', ' ', NUL, LONG], 'guest-1': ['', ' ', NUL, LONG] }
		},
		{
			name: 'reply',
			path: `${cohort}/answers?/reply`,
			as: 'facilitator',
			fields: { answerId: known.sharedAnswer, text: SECRET },
			faults: { answerId: [...noIds, known.sealedAnswer], text: ['', '  \n ', NUL, LONG] }
		}
	];
}

function report(change: Record<string, unknown>): string {
	return JSON.stringify({
		blockId: 'lae-1-rooms',
		opened: 'never',
		played: [[0, 1]],
		position: 1,
		speed: 1,
		...change
	});
}

export type Sent = { type: string; body: string };

const BOUNDARY = 'edge';

/** How fields can be wrong together; each breaks at least one of them. */
const wrongs = ['value', 'missing', 'twice', 'file', 'renamed'] as const;

/** One way of sending the form wrongly, said in a few words. */
export function wrongly(form: Form): fc.Arbitrary<{ how: string; sent: Sent }> {
	const { optional = {} } = form;
	const faults = { ...form.faults, ...optional };
	const names = Object.keys(faults);
	return fc
		.tuple(
			fc.constantFrom(...names),
			fc.constantFrom(...wrongs),
			fc.nat(40),
			fc.boolean(),
			fc.subarray(names, { maxLength: 1 })
		)
		.map(([field, way, pick, isMultipart, extra]) => {
			const wrong = field in optional && (way === 'missing' || way === 'renamed') ? 'value' : way;
			const fields: Fields = Object.fromEntries(
				Object.entries(form.fields).map(([name, value]) => [name, [value]])
			);
			const options = faults[field] ?? [];
			const bad = options[pick % options.length] ?? '';
			const files = new Set<string>();
			const value = form.fields[field] ?? '';
			if (wrong === 'value') fields[field] = [bad];
			if (wrong === 'missing') fields[field] = [];
			if (wrong === 'twice') fields[field] = [value, value, bad];
			if (wrong === 'file') {
				files.add(field);
				fields[field] = [value];
			}
			if (wrong === 'renamed') {
				fields[field] = [];
				Object.assign(fields, Object.fromEntries([['__proto__', [value]]]));
			}
			for (const other of extra) {
				if (other !== field) fields[other] = [faults[other]?.[pick % 3] ?? ''];
			}
			const how = `${form.name}: ${wrong} ${field} ${JSON.stringify(bad.slice(0, 30))}`;
			const isFile = files.size > 0;
			return { how, sent: isMultipart || isFile ? multipart(fields, files) : encoded(fields) };
		});
}

function encoded(fields: Fields): Sent {
	const pairs = Object.entries(fields).flatMap(([name, values]) =>
		values.map(
			(value) =>
				`${encodeURIComponent(name)}=${value === MALFORMED ? value : encodeURIComponent(value)}`
		)
	);
	return { type: 'application/x-www-form-urlencoded', body: pairs.join('&') };
}

function multipart(fields: Fields, files: ReadonlySet<string> = new Set()): Sent {
	const parts = Object.entries(fields).flatMap(([name, values]) =>
		values.map((value) => {
			const file = files.has(name) ? '; filename="a.txt"\r\nContent-Type: text/plain' : '';
			return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${value}\r\n`;
		})
	);
	return {
		type: `multipart/form-data; boundary=${BOUNDARY}`,
		body: `${parts.join('')}--${BOUNDARY}--\r\n`
	};
}

/** Bodies that are wrong as a whole, whatever the form. */
export function brokenBodies(form: Form): { how: string; sent: Sent }[] {
	const fields = Object.fromEntries(Object.entries(form.fields).map(([k, v]) => [k, [v]]));
	const good = multipart(fields);
	const url = encoded(fields);
	const form_ = 'application/x-www-form-urlencoded';
	const with_ = (how: string, type: string, body: string) => ({
		how: `${form.name}: ${how}`,
		sent: { type, body }
	});
	return [
		with_('nothing', form_, ''),
		with_('one megabyte', form_, `text=${SECRET.repeat(80_000)}`),
		with_('malformed percent-encoding', form_, '%=%%&%zz=%E0%A4%A'),
		with_('ten thousand fields', form_, 'a&'.repeat(10_000)),
		with_('multipart without a boundary', 'multipart/form-data', good.body),
		with_('multipart with another boundary', 'multipart/form-data; boundary=other', good.body),
		with_('multipart cut off', good.type, good.body.slice(0, -20)),
		with_('multipart that is none', good.type, SECRET),
		with_(
			'multipart with a part without a name',
			good.type,
			`--${BOUNDARY}\r\n\r\nx\r\n--${BOUNDARY}--`
		),
		with_('JSON', 'application/json', JSON.stringify(form.fields)),
		with_('JSON called text', 'text/plain', JSON.stringify(form.fields)),
		with_('bytes', 'application/octet-stream', url.body),
		with_('no type that is known', 'a/b/c', url.body)
	];
}
