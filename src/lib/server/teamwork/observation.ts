import type { PoolClient } from 'pg';
import * as v from 'valibot';
import { LONGEST_ANSWER } from '../../answer.ts';
import { pageOwner, requirePageOwner } from '../answers/index.ts';
import { now } from '../clock.ts';
import type { RubricBlock } from '../curriculum/index.ts';
import { transaction } from '../db/transaction.ts';
import { Conflict, Invalid, NotFound, Refused } from '../errors.ts';
import { uuid, words } from '../forms.ts';
import { completeBlock, openPlace, type Completed } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { baseOf, fieldsNamed } from './field-names.ts';
import { keepNote, type NoteInput, type SavedNote } from './note.ts';
import { requireRubric } from './visit.ts';

const stands = () => 'You said that you are finished with this visit, so your ratings stand.';

/** The whole sheet as a form sends it, or a part of it: `level-` and `note-` with an indicator's id. */
export const observationInput = v.pipe(
	v.objectWithRest(
		{
			blockId: v.pipe(v.string(), v.maxLength(200)),
			visit: uuid,
			owner: pageOwner,
			finish: v.optional(v.picklist(['yes'], 'Say whether you are finished.'))
		},
		words(LONGEST_ANSWER, 'your note')
	),
	v.transform(({ blockId, visit, owner, finish, ...rest }) => ({
		blockId,
		visit,
		owner,
		isFinishing: finish === 'yes',
		levels: fieldsNamed('level', rest),
		notes: fieldsNamed('note', rest),
		bases: fieldsNamed('base', rest)
	}))
);

type ObservationInput = v.InferOutput<typeof observationInput>;

export type Observed = { visit: string; isFinished: boolean; completed: Completed };

/**
 * Keeps what the viewer saw on a visit, and with `isFinishing` closes it: from then on the ratings stand,
 * and are read side by side with those of the others who finished.
 */
export async function observe(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	input: ObservationInput
): Promise<Observed> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(place.enrolment, input.owner);
	const found = requireRubric(place, input.blockId);
	const { enrolmentId } = place.enrolment;
	const levels = Object.entries(input.levels).map(
		([indicatorId, level]) => [indicatorId, levelOf(found.block, indicatorId, level)] as const
	);
	const notes = Object.entries(input.notes);
	for (const [indicatorId] of notes) requireIndicator(found.block, indicatorId);

	const { isConflict } = await transaction(async (client) => {
		const observation = await holdObservation(client, enrolmentId, input.blockId, input.visit);
		if (observation.isFinished) {
			if (levels.length + notes.length > 0) throw new Refused(stands());
			return { isConflict: false };
		}
		await rate(client, observation.id, levels);
		const saved = [];
		for (const [indicatorId, text] of notes) {
			const base = baseOf(input.bases, indicatorId);
			if (text === '' && base === 0) continue;
			const part = partOf(input.visit, indicatorId);
			const writing = { blockId: input.blockId, part, text, base, writer: 'form', sequence: 0 };
			saved.push(await keepNote(client, enrolmentId, writing));
		}
		return { isConflict: saved.some(({ status }) => status === 'conflict') };
	});
	if (isConflict) {
		throw new Conflict(
			'Another page or device kept newer notes for this visit. They stand under yours: take over what you need, then save again.'
		);
	}
	const none = { step: false, module: false };
	if (!input.isFinishing) return { visit: input.visit, isFinished: false, completed: none };
	await finish(enrolmentId, found.block, input.visit);
	const completed = place.record.blocks.has(input.blockId)
		? none
		: await completeBlock(enrolmentId, found.module, found.step, input.blockId);
	return { visit: input.visit, isFinished: true, completed };
}

/** Keeps the evidence for one indicator while it is being written. */
export async function saveEvidence(
	enrolmentId: string,
	block: RubricBlock,
	input: NoteInput
): Promise<SavedNote> {
	const [visit = '', indicatorId = ''] = input.part.split('.');
	requireIndicator(block, indicatorId);
	if (!v.is(uuid, visit) || input.part !== partOf(visit, indicatorId)) throw new NotFound();
	return transaction(async (client) => {
		const observation = await holdObservation(client, enrolmentId, block.id, visit);
		if (observation.isFinished) throw new Refused(stands());
		return keepNote(client, enrolmentId, input);
	});
}

/** Where the evidence for an indicator on a visit stands in its block. */
export function partOf(visitId: string, indicatorId: string): string {
	return `${visitId}.${indicatorId}`;
}

/** The observation, begun if it was not, and held: what is kept in it cannot cross its end. */
async function holdObservation(
	client: PoolClient,
	enrolmentId: string,
	blockId: string,
	visit: string
): Promise<{ id: string; isFinished: boolean }> {
	const { rows } = await client.query<{ id: string; isFinished: boolean }>({
		name: 'hold-observation',
		text: `insert into observation (visit_id, enrolment_id, started_at)
			select visit.id, enrolment.id, $4
			from visit join enrolment using (cohort_id, organisation_id)
			where visit.id = $1 and visit.block_id = $2 and enrolment.id = $3
			on conflict (visit_id, enrolment_id) do update set started_at = observation.started_at
			returning id, finished_at is not null as "isFinished"`,
		values: [visit, blockId, enrolmentId, now()]
	});
	const [held] = rows;
	if (held === undefined) throw new NotFound();
	return held;
}

async function rate(
	client: PoolClient,
	observationId: string,
	levels: readonly (readonly [string, number])[]
): Promise<void> {
	if (levels.length === 0) return;
	await client.query({
		name: 'rate',
		text: `insert into rating (observation_id, indicator_id, level, rated_at)
			select $1, indicator_id, level, $4 from unnest($2::text[], $3::int[]) as given (indicator_id, level)
			on conflict (observation_id, indicator_id) do update set
				level = excluded.level, rated_at = excluded.rated_at`,
		values: [observationId, levels.map(([id]) => id), levels.map(([, level]) => level), now()]
	});
}

async function finish(enrolmentId: string, block: RubricBlock, visit: string): Promise<void> {
	await transaction(async (client) => {
		const { id, isFinished } = await holdObservation(client, enrolmentId, block.id, visit);
		if (isFinished) return;
		const { rows } = await client.query<{ rated: string[] }>(
			'select coalesce(array_agg(indicator_id), $2) as rated from rating where observation_id = $1',
			[id, []]
		);
		const rated = new Set(rows[0]?.rated);
		const open = block.indicators.filter((indicator) => !rated.has(indicator.id)).length;
		if (open > 0) {
			throw new Invalid(
				open === 1
					? 'One indicator has no level yet. Rate it, then say that you are finished.'
					: `${open} indicators have no level yet. Rate them, then say that you are finished.`
			);
		}
		await client.query('update observation set finished_at = $2 where id = $1', [id, now()]);
	});
}

function levelOf(block: RubricBlock, indicatorId: string, text: string): number {
	requireIndicator(block, indicatorId);
	const level = /^\d$/.test(text) ? Number(text) : 0;
	if (level < 1 || level > block.levels.length)
		throw new Invalid('Choose one of the levels shown.');
	return level;
}

function requireIndicator(block: RubricBlock, indicatorId: string): void {
	if (!block.indicators.some(({ id }) => id === indicatorId)) {
		throw new Invalid('Rate one of the indicators shown.');
	}
}
