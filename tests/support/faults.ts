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
};

/** Where a page would show it, a log would keep it and an error would repeat it. */
export const SECRET = 'saffron heron';

const NUL = `${SECRET}\0`;
const LONG = SECRET.repeat(25_000);
/** Bytes that are no UTF-8: encoded as they are, not as what they would have meant. */
const MALFORMED = '%ED%A0%80%FF%C0%AF';

const strange = ['', NUL, LONG, '__proto__', 'constructor', `<img src=x onerror=${SECRET}>`];
const noIds = [...strange, MALFORMED, '00000000-0000-4000-8000-000000000000', `' or 1=1 --`, '🦩'];
const noNumbers = [...strange, MALFORMED, '-1', '1.5', '1e3', 'NaN', '99999999999', '0x10', '１'];

const SERIES = '/learn/leading-with-access-and-equity';
const STEP = `${SERIES}/start-with-who-is-missing/who-is-missing`;

export function forms(known: {
	cohort: string;
	joinCode: string;
	/** Of a cohort that the participant is not in, with the same schools. */
	otherJoinCode: string;
	school: string;
	sharedAnswer: string;
	sealedAnswer: string;
	otherPerson: string;
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
	const names = Object.keys(form.faults);
	return fc
		.tuple(
			fc.constantFrom(...names),
			fc.constantFrom(...wrongs),
			fc.nat(40),
			fc.boolean(),
			fc.subarray(names, { maxLength: 1 })
		)
		.map(([field, wrong, pick, isMultipart, extra]) => {
			const fields: Fields = Object.fromEntries(
				Object.entries(form.fields).map(([name, value]) => [name, [value]])
			);
			const options = form.faults[field] ?? [];
			const bad = options[pick % options.length] ?? '';
			const files = new Set<string>();
			const value = form.fields[field] ?? '';
			if (wrong === 'value') fields[field] = [bad];
			if (wrong === 'missing') fields[field] = [];
			if (wrong === 'twice') fields[field] = [value, value, bad];
			if (wrong === 'file') files.add(field);
			if (wrong === 'renamed') {
				fields[field] = [];
				Object.assign(fields, Object.fromEntries([['__proto__', [value]]]));
			}
			for (const other of extra) {
				if (other !== field) fields[other] = [form.faults[other]?.[pick % 3] ?? ''];
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
