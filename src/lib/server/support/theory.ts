import * as v from 'valibot';
import { now } from '../clock.ts';
import { prisma, statement } from '../db/index.ts';
import { Conflict, NotFound } from '../errors.ts';
import { uuid, wholeNumber, words } from '../forms.ts';
import type { Viewer } from '../viewer.ts';

/** What an organisation believes will happen if it does its part: written by its leads, read by all below. */

export type TheoryRow = { if: string; then: string; soThat: string; seen: string };

export type Theory = {
	organisationId: string;
	organisation: string;
	revision: number;
	rows: TheoryRow[];
	writtenAt: Date | null;
};

export type TheoryToWrite = Theory & {
	/** What it said before, the newest first. */
	earlier: { revision: number; rows: TheoryRow[]; by: string; at: Date }[];
};

const MOST_ROWS = 12;
const MOST_EARLIER = 10;

const COLUMNS = ['if', 'then', 'soThat', 'seen'] as const;

/** A form has four fields for each row, `if-0`, `then-0` and so on: what comes back is what was sent. */
export const theoryInput = v.pipe(
	v.objectWithRest(
		{ organisation: uuid, base: wholeNumber(0, 1_000_000, 'the version') },
		v.pipe(words(600, 'what stands in a row'), v.trim())
	),
	v.transform(({ organisation, base, ...fields }) => ({
		organisation,
		base,
		rows: rowsOf(fields)
	})),
	v.check(
		({ rows }) => rows.length <= MOST_ROWS,
		'Keep it to twelve rows: what has more is read by nobody.'
	)
);

const rowShape = v.object({
	if: v.string(),
	then: v.string(),
	soThat: v.string(),
	seen: v.string()
});

/** Everything that stands above where the viewer takes part or has a role, the nearest first. */
const ABOVE = `
	with recursive mine as (
		select organisation_id as id from enrolment where person_id = $1
		union
		select organisation_id from organisation_membership where person_id = $1
	), up as (
		select id, 0 as distance from mine
		union
		select organisation.parent_id, distance + 1
		from up join organisation on organisation.id = up.id
		where organisation.parent_id is not null and distance < 20
	), nearest as (
		select id, min(distance) as distance from up group by id
	)
	select organisation.id as "organisationId", organisation.name as organisation,
		theory.revision, theory.rows, theory.written_at as "writtenAt"
	from nearest join organisation on organisation.id = nearest.id
	join lateral (
		select revision, rows, written_at from theory_revision
		where organisation_id = organisation.id order by revision desc limit 1
	) theory on true
	order by nearest.distance, organisation.name`;

type Row = Omit<Theory, 'rows'> & { rows: unknown };

/** What the organisations above the viewer have written. */
export async function listTheories(viewer: Viewer): Promise<Theory[]> {
	const found = await statement<Row>('theories-above', ABOVE, [viewer.personId]);
	return found
		.map((row) => ({ ...row, rows: rowsIn(row.rows) }))
		.filter(({ rows }) => rows.length > 0);
}

/** Those that the viewer may write: of the organisations they lead. */
export async function listTheoriesToWrite(viewer: Viewer): Promise<TheoryToWrite[]> {
	const organisations = await prisma().organisation.findMany({
		where: { id: { in: ledBy(viewer) } },
		orderBy: { name: 'asc' },
		select: {
			id: true,
			name: true,
			theories: {
				orderBy: { revision: 'desc' },
				take: MOST_EARLIER + 1,
				include: { writtenBy: { select: { name: true } } }
			}
		}
	});
	return organisations.map(({ id, name, theories: [newest, ...earlier] }) => ({
		organisationId: id,
		organisation: name,
		revision: newest?.revision ?? 0,
		rows: rowsIn(newest?.rows ?? []),
		writtenAt: newest?.writtenAt ?? null,
		earlier: earlier.map(({ revision, rows, writtenBy, writtenAt }) => ({
			revision,
			rows: rowsIn(rows),
			by: writtenBy.name,
			at: writtenAt
		}))
	}));
}

/** Keeps a new revision; the ones before it stay. */
export async function keepTheory(
	viewer: Viewer,
	input: v.InferOutput<typeof theoryInput>
): Promise<void> {
	if (!ledBy(viewer).includes(input.organisation)) throw new NotFound();
	const { count } = await prisma().theoryRevision.createMany({
		data: [
			{
				organisationId: input.organisation,
				revision: input.base + 1,
				rows: input.rows,
				writtenById: viewer.personId,
				writtenAt: now()
			}
		],
		skipDuplicates: true
	});
	if (count === 0) {
		throw new Conflict(
			'Somebody else changed it since you opened it. What you wrote is still here: compare it with theirs below, then keep it.'
		);
	}
}

/** Rows without a word are left out. */
function rowsOf(fields: Readonly<Record<string, string>>): TheoryRow[] {
	const places = Object.keys(fields).flatMap(
		(name) => /^(?:if|then|soThat|seen)-(\d{1,3})$/.exec(name)?.[1] ?? []
	);
	const inOrder = [...new Set(places.map(Number))].toSorted((one, other) => one - other);
	return inOrder
		.map((place) => {
			const at = (column: (typeof COLUMNS)[number]) => fields[`${column}-${place}`] ?? '';
			return { if: at('if'), then: at('then'), soThat: at('soThat'), seen: at('seen') };
		})
		.filter((row) => COLUMNS.some((column) => row[column] !== ''));
}

function rowsIn(kept: unknown): TheoryRow[] {
	const parsed = v.safeParse(v.array(rowShape), kept);
	return parsed.success ? parsed.output : [];
}

function ledBy({ organisations }: Viewer): string[] {
	return organisations
		.filter(({ role }) => role === 'lead')
		.map(({ organisationId }) => organisationId);
}
