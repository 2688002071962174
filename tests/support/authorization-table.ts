/**
 * Who may do what: one row for each page, endpoint and action, and one column for each kind of actor.
 * A number is the status of the answer; `sign-in`, `home` and `start` are where it sends on to.
 * What follows a dash says in which case. A route on disk without a row here fails the tests.
 *
 * `cohort` is the one of participant and facilitator, `lead` is of the organisation above everybody,
 * and `other lead` of another branch. Who has no place yet is `alone`.
 */
const table = `
                                                      | stranger | alone | participant | other participant | facilitator | other facilitator | other lead | lead
GET /                                                 | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /offline                                          | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /healthz                                          | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /sign-in                                          | 200      | home  | home        | home              | home        | home              | home       | home
POST /sign-in ?/signIn - a wrong password             | 400      | home  | home        | home              | home        | home              | home       | home
POST /sign-in ?/enterAs - one of the cast             | home     | home  | home        | home              | home        | home              | home       | home
POST /sign-in ?/enterAs - somebody else               | 404      | 404   | 404         | 404               | 404         | 404               | 404        | 404
GET /sign-out                                         | start    | start | start       | start             | start       | start             | start      | start
POST /sign-out ?/default                              | start    | start | start       | start             | start       | start             | start      | start
GET /join                                             | 200      | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /join/[code]                                      | 200      | 200   | home        | 200               | home        | 200               | 200        | 200
POST /join/[code] ?/join                              | sign-in  | home  | home        | home              | home        | home              | home       | home
POST /join/[code] ?/register                          | home     | home  | home        | home              | home        | home              | home       | home

GET /learn                                            | sign-in  | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /journal                                          | sign-in  | 200   | 200         | 200               | 200         | 200               | 200        | 200
GET /learn/[series]                                   | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]                          | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module] - locked                 | sign-in  | 404   | 403         | 403               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/finish                   | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/finish - locked          | sign-in  | 404   | 403         | 403               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step]                   | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step] - locked          | sign-in  | 404   | 403         | 403               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step]/shared            | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/[step]/shared - locked   | sign-in  | 404   | 403         | 403               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/transcript/[video]       | sign-in  | 404   | 200         | 200               | 200         | 200               | 404        | 404
GET /learn/[series]/[module]/media/[file]             | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
HEAD /learn/[series]/[module]/media/[file]            | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/answer         | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/answer - locked        | 401 | 404  | 403         | 403               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/answer - as another    | 401 | 404  | 403         | 403               | 403         | 403               | 404        | 404
POST /learn/[series]/[module]/[step] ?/choose         | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/choose - as another    | 401 | 404  | 403         | 403               | 403         | 403               | 404        | 404
POST /learn/[series]/[module]/[step] ?/choose - locked        | 401 | 404  | 403         | 403               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/watch          | 401      | 404   | 200         | 200               | 200         | 200               | 404        | 404
POST /learn/[series]/[module]/[step] ?/watch - another’s stamp | 401 | 404 | 400         | 400               | 400         | 400               | 404        | 404

GET /facilitate                                       | sign-in  | 404   | 404         | 404               | 200         | 200               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]                 | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid] ?/open         | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid] ?/date         | 401      | 404   | 404         | 404               | 200         | 404               | 404        | 404
GET /facilitate/cohorts/[cohort=uuid]/answers         | sign-in  | 404   | 404         | 404               | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/answers ?/reply                       | 401 | 404 | 404 | 404         | 200         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/answers ?/reply - to what is sealed   | 401 | 404 | 404 | 404         | 404         | 404               | 404        | 404
POST /facilitate/cohorts/[cohort=uuid]/answers ?/reply - on the other’s page | 401 | 404 | 404 | 404         | 404         | 404               | 404        | 404
GET /facilitate/guides/[series]/[module]              | sign-in  | 404   | 404         | 404               | 200         | 200               | 404        | 404

GET /network                                          | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
GET /network/export.csv                               | sign-in  | 404   | 404         | 404               | 404         | 404               | 200        | 200
`;

export const actors = [
	'stranger',
	'alone',
	'participant',
	'other participant',
	'facilitator',
	'other facilitator',
	'other lead',
	'lead'
] as const;

export type Actor = (typeof actors)[number];

export type Row = {
	/** As `listRoutes` names it. */
	route: string;
	/** In which of several cases, or empty. */
	inCase: string;
	expected: Record<Actor, string>;
};

const [head = '', ...lines] = table.split('\n').filter((line) => line.trim() !== '');
const columns = cells(head).slice(1);

/** The table, row by row. */
export const rows: readonly Row[] = lines.map((line) => {
	const [name = '', ...expected] = cells(line);
	const [route = '', inCase = ''] = name.split(' - ');
	const of = (actor: Actor) => expected[columns.indexOf(actor)] ?? 'nothing';
	return {
		route,
		inCase,
		expected: {
			stranger: of('stranger'),
			alone: of('alone'),
			participant: of('participant'),
			'other participant': of('other participant'),
			facilitator: of('facilitator'),
			'other facilitator': of('other facilitator'),
			'other lead': of('other lead'),
			lead: of('lead')
		}
	};
});

function cells(line: string): string[] {
	return line.split('|').map((cell) => cell.trim());
}
