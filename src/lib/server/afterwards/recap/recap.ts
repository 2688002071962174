import { seal, unseal } from '../../answers/index.ts';
import { now } from '../../clock.ts';
import { getModule } from '../../curriculum/index.ts';
import { prisma } from '../../db/index.ts';
import { transaction } from '../../db/transaction.ts';
import { Conflict, Locked } from '../../errors.ts';
import type { Viewer } from '../../viewer.ts';
import { getEnded, getMine, type EndedMeeting } from '../meeting.ts';
import {
	editsFrom,
	editsIn,
	isEditable,
	noEdits,
	published,
	type EditedSection,
	type RecapEdits,
	type RecapInput
} from './edits.ts';
import { readSource, type RecapItem, type RecapSection } from './source.ts';

type Head = Pick<
	EndedMeeting,
	'id' | 'cohortName' | 'moduleTitle' | 'startedAt' | 'endedAt' | 'zone'
>;

export type RecapDraft = {
	meeting: Head;
	revision: number;
	sections: (Omit<RecapSection, 'items'> & {
		isOn: boolean;
		added: string;
		items: (RecapItem & { isIn: boolean; isEditable: boolean; words: string })[];
	})[];
	top: string;
	publishedAt: Date | null;
	/** Whether the cohort reads something else than what stands here. */
	isAhead: boolean;
	/** Who changed it, the newest first. */
	versions: { revision: number; by: string; at: Date }[];
};

export type RecapPage = {
	meeting: Head;
	top: string;
	sections: EditedSection[];
	publishedAt: Date;
};

const MOST_VERSIONS = 20;

/** The recap as facilitators prepare it: the meeting itself until they have changed something. */
export async function readRecapDraft(viewer: Viewer, meetingId: string): Promise<RecapDraft> {
	const meeting = await getEnded(viewer, meetingId);
	const [source, kept] = await Promise.all([readSource(meeting), readKept(meetingId)]);
	const { edits } = kept;
	return {
		meeting: headOf(meeting),
		revision: kept.revision,
		top: edits.added['top'] ?? '',
		sections: source.map((section) => ({
			...section,
			isOn: !edits.off.includes(section.id),
			added: edits.added[section.id] ?? '',
			items: section.items.map((one) => ({
				...one,
				isIn: !edits.out.includes(one.id),
				isEditable: isEditable(one),
				words: edits.texts[one.id] ?? one.text
			}))
		})),
		publishedAt: kept.publishedAt,
		isAhead: kept.publishedRevision !== null && kept.publishedRevision < kept.revision,
		versions: kept.versions
	};
}

/** Keeps what facilitators made of it, and sends it out when asked to. Earlier versions stay. */
export async function keepRecap(
	viewer: Viewer,
	meetingId: string,
	input: RecapInput,
	isSent: boolean
): Promise<void> {
	const meeting = await getEnded(viewer, meetingId);
	const [source, kept] = await Promise.all([readSource(meeting), readKept(meetingId)]);
	if (kept.revision !== input.base) throw changedMeanwhile();
	const revision = kept.revision + 1;
	const edits = editsIn(input, source, kept.edits);
	await transaction(async (client) => {
		const { rowCount } = await client.query(
			`insert into recap (live_session_id, revision) values ($1, $2)
			on conflict (live_session_id) do update set revision = excluded.revision
			where recap.revision = excluded.revision - 1`,
			[meetingId, revision]
		);
		if (rowCount === 0) throw changedMeanwhile();
		await client.query(
			`insert into recap_revision (live_session_id, revision, sealed, written_by_id, written_at)
			values ($1, $2, $3, $4, $5)`,
			[
				meetingId,
				revision,
				seal(JSON.stringify(edits), recapPlace(meetingId, revision)),
				viewer.personId,
				now()
			]
		);
		if (!isSent) return;
		await client.query(
			`update recap set published_revision = $2, published_at = coalesce(published_at, $3)
			where live_session_id = $1`,
			[meetingId, revision, now()]
		);
	});
}

/** Nobody reads it any more; nothing of it is lost. */
export async function takeRecapBack(viewer: Viewer, meetingId: string): Promise<void> {
	await getEnded(viewer, meetingId);
	await prisma().recap.updateMany({
		where: { liveSessionId: meetingId },
		data: { publishedRevision: null, publishedAt: null }
	});
}

/**
 * The recap as everybody of the cohort reads it, also who was absent.
 * @throws Locked for them while it is not out; NotFound for anybody else.
 */
export async function readRecap(viewer: Viewer, meetingId: string): Promise<RecapPage> {
	const { meeting } = await getMine(viewer, meetingId);
	const kept = await readKept(meetingId);
	if (kept.publishedRevision === null || kept.publishedAt === null) {
		throw new Locked(
			'The recap of this session is not out.',
			'It was not sent yet, or was taken back to be changed. Once who facilitates sends it, you find it on your home.'
		);
	}
	const [source, sent] = await Promise.all([
		readSource(meeting),
		readEdits(meetingId, kept.publishedRevision)
	]);
	return {
		meeting: headOf(meeting),
		top: sent.added['top'] ?? '',
		sections: published(source, sent, kept.edits),
		publishedAt: kept.publishedAt
	};
}

export type RecapLink = {
	meetingId: string;
	cohortId: string;
	moduleTitle: string;
	cohortName: string;
	startsAt: Date;
	zone: string;
	publishedAt: Date;
};

/** The recaps that the viewer can read, the newest meeting first. */
export async function listRecaps(viewer: Viewer): Promise<RecapLink[]> {
	const rows = await prisma().recap.findMany({
		where: {
			publishedRevision: { not: null },
			liveSession: {
				cohortId: { in: viewer.enrolments.map(({ cohortId }) => cohortId) },
				rehearsal: false,
				cancelledAt: null,
				endedAt: { not: null }
			}
		},
		orderBy: { liveSession: { startsAt: 'desc' } },
		select: {
			publishedAt: true,
			liveSession: {
				select: {
					id: true,
					moduleId: true,
					startsAt: true,
					zone: true,
					cohortId: true,
					cohort: { select: { name: true, zone: true } }
				}
			}
		}
	});
	return rows.map(
		({ publishedAt, liveSession: { id, moduleId, startsAt, zone, cohortId, cohort } }) => ({
			meetingId: id,
			cohortId,
			moduleTitle: getModule(moduleId).title,
			cohortName: cohort.name,
			startsAt,
			zone: zone ?? cohort.zone,
			publishedAt: publishedAt ?? startsAt
		})
	);
}

/** Whether the cohort reads one. */
export async function isSent(liveSessionId: string): Promise<boolean> {
	const sent = { liveSessionId, publishedRevision: { not: null } };
	return (await prisma().recap.count({ where: sent })) > 0;
}

/**
 * What facilitators left out or put in other words by now: so it is wherever the meeting is read of, whether or not
 * the recap has been sent.
 */
export async function readMended(
	meetingId: string
): Promise<{ out: ReadonlySet<string>; texts: RecapEdits['texts'] }> {
	const { edits } = await readKept(meetingId);
	return { out: new Set([...edits.out, ...edits.off]), texts: edits.texts };
}

type Kept = {
	revision: number;
	publishedRevision: number | null;
	publishedAt: Date | null;
	edits: RecapEdits;
	versions: RecapDraft['versions'];
};

async function readKept(meetingId: string): Promise<Kept> {
	const row = await prisma().recap.findUnique({
		where: { liveSessionId: meetingId },
		include: {
			revisions: {
				orderBy: { revision: 'desc' },
				take: MOST_VERSIONS,
				include: { writtenBy: { select: { name: true } } }
			}
		}
	});
	const [newest] = row?.revisions ?? [];
	return {
		revision: row?.revision ?? 0,
		publishedRevision: row?.publishedRevision ?? null,
		publishedAt: row?.publishedAt ?? null,
		edits: newest === undefined ? noEdits : opened(newest),
		versions: (row?.revisions ?? []).map(({ revision, writtenBy, writtenAt }) => ({
			revision,
			by: writtenBy.name,
			at: writtenAt
		}))
	};
}

async function readEdits(liveSessionId: string, revision: number): Promise<RecapEdits> {
	const row = await prisma().recapRevision.findUnique({
		where: { liveSessionId_revision: { liveSessionId, revision } }
	});
	return row === null ? noEdits : opened(row);
}

function opened(row: { liveSessionId: string; revision: number; sealed: Uint8Array }): RecapEdits {
	return editsFrom(unseal(row.sealed, recapPlace(row.liveSessionId, row.revision)));
}

function recapPlace(meetingId: string, revision: number): string {
	return `recap:${meetingId}:${revision}`;
}

function headOf(meeting: EndedMeeting): Head {
	const { id, cohortName, moduleTitle, startedAt, endedAt, zone } = meeting;
	return { id, cohortName, moduleTitle, startedAt, endedAt, zone };
}

function changedMeanwhile(): Conflict {
	return new Conflict(
		'Somebody else changed it since you opened it. What you wrote is still here: look at what stands now, then keep it again.'
	);
}
