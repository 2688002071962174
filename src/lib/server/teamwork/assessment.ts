import type { PoolClient } from 'pg';
import { itemsOf } from '../../assessment.ts';
import { plural } from '../../messages/plural.ts';
import type { KeptCell, MetCell } from '../../sheet.ts';
import { requirePageOwner } from '../answers/index.ts';
import { now } from '../clock.ts';
import {
	findBlock,
	type AssessmentBlock,
	type BlockPath,
	type Module
} from '../curriculum/index.ts';
import { transaction } from '../db/transaction.ts';
import { Invalid, NotFound, Refused } from '../errors.ts';
import { completeBlock, openPlace, type Completed, type Place } from '../progress/index.ts';
import type { Viewer } from '../viewer.ts';
import { addToPlan } from './plan.ts';
import { holdSheet, personOwner, teamOwner, type HeldSheet, type SheetOwner } from './sheet.ts';
import type { SheetInput } from './sheet-input.ts';
import { getTeam, type Team, type TeamKey } from './team.ts';
import { addRow, readOpenRows, writeCells, type OpenRow } from './write-cells.ts';

/** The block whose rounds these are: one that is done again goes on with the first one's. */
export const roundsOf = ({ id, again }: AssessmentBlock): string => again ?? id;

export function ownerOf(block: AssessmentBlock, team: TeamKey, enrolmentId: string): SheetOwner {
	return block.by === 'team' ? teamOwner(team) : personOwner(enrolmentId, team);
}

export type AssessmentChanged = { kept: KeptCell[]; met: MetCell[]; completed: Completed };

const nothing = { step: false, module: false };

/**
 * Keeps levels and notes of the open round; opens the first or the next round; closes one when every item
 * has a level; or puts what to do next into the module's plan.
 */
export async function changeAssessment(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	input: SheetInput
): Promise<AssessmentChanged> {
	const place = await openPlace(viewer, seriesSlug, moduleSlug);
	requirePageOwner(place.enrolment, input.owner);
	const found = findBlock(input.blockId);
	if (found?.module.id !== place.module.id || found.block.kind !== 'assessment') {
		throw new NotFound();
	}
	const { block } = found;
	const [what = '', itemId = ''] = input.act.split(':');
	if (what === 'plan') {
		await planNext(place, found.module, block, itemId);
		return { kept: [], met: [], completed: nothing };
	}
	if (!['save', 'open', 'close', 'join'].includes(what)) throw new NotFound();
	const { enrolmentId } = place.enrolment;
	const team = await getTeam(enrolmentId);
	const changed = await transaction(async (client) => {
		const held = await holdRound(client, block, ownerOf(block, team, enrolmentId), input);
		if (what === 'join')
			return { kept: [], met: [], takers: await join(client, held, enrolmentId) };
		const rows = await readOpenRows(client, held.id);
		for (const { row } of input.cells) {
			if (!itemsOf(block.areas).some(({ id }) => id === row)) throw new NotFound();
			if (!rows.has(row)) await addRow(client, held.id, rows, row);
		}
		const check = (column: string, text: string) => checkCell(block, column, text);
		const { cells: edits } = input;
		const writing = { sheetId: held.id, rows, edits, byId: enrolmentId, check };
		const written = await writeCells(client, writing);
		if (written.isChanged || held.isNew || what === 'close') {
			await client.query('update sheet set revision = revision + 1 where id = $1', [held.id]);
		}
		const takers =
			what === 'close' && written.met.length === 0
				? await close(client, { block, held, rows, team, here: input.here, enrolmentId })
				: [];
		return { ...written, takers };
	});
	let completed: Completed = nothing;
	for (const id of changed.takers) {
		const ended = await completeBlock(id, found.module, found.step, block.id);
		if (id === enrolmentId) completed = ended;
	}
	return { kept: changed.kept, met: changed.met, completed };
}

/** The round with this number. A new one is opened only when the one before it is closed. */
async function holdRound(
	client: PoolClient,
	block: AssessmentBlock,
	owner: SheetOwner,
	{ number, act }: SheetInput
): Promise<HeldSheet> {
	if (number > 1) {
		const before = await client.query<{ closedAt: Date | null }>(
			`select closed_at as "closedAt" from sheet
			where block_id = $1 and owner = $2 and number = $3`,
			[roundsOf(block), owner.key, number - 1]
		);
		if (!before.rows[0]?.closedAt) {
			throw new Refused('The round before this one is still open. Close it first.');
		}
	}
	const held = await holdSheet(client, roundsOf(block), owner, number);
	if (act === 'join') {
		if (held.closedAt === null) throw new Refused('This round is not closed yet.');
		const { rows } = await client.query<{ closedIn: string | null }>(
			'select closed_in as "closedIn" from sheet where id = $1',
			[held.id]
		);
		if (rows[0]?.closedIn !== block.id) throw new Refused('That round belongs to another step.');
	} else if (held.closedAt !== null) {
		throw new Refused('This round was closed meanwhile. Reload the page to see it.');
	}
	return held;
}

async function join(client: PoolClient, { id }: HeldSheet, enrolmentId: string): Promise<string[]> {
	await client.query(
		'insert into sheet_part (sheet_id, enrolment_id) values ($1, $2) on conflict do nothing',
		[id, enrolmentId]
	);
	await client.query('update sheet set revision = revision + 1 where id = $1', [id]);
	return [enrolmentId];
}

type Closing = {
	block: AssessmentBlock;
	held: HeldSheet;
	rows: ReadonlyMap<string, OpenRow>;
	team: Team;
	here: readonly string[];
	enrolmentId: string;
};

/** @returns for whom it counts: who scored, and who they say was there. */
async function close(client: PoolClient, closing: Closing): Promise<string[]> {
	const { block, held, rows, team, here, enrolmentId } = closing;
	const open = itemsOf(block.areas).filter(
		({ id }) => (rows.get(id)?.cells.get('level')?.text ?? '') === ''
	);
	if (open.length > 0) {
		throw new Invalid(
			plural(open.length, [
				'# item has no level yet. Choose one for it, then close the round.',
				'# items have no level yet. Choose one for each, then close the round.'
			])
		);
	}
	const scorers = [...rows.values()].flatMap(({ cells }) =>
		[...cells.values()].flatMap(({ byId }) => byId ?? [])
	);
	const members = new Set(team.members.map((member) => member.enrolmentId));
	const takers = [...new Set([enrolmentId, ...scorers, ...here])].filter((id) => members.has(id));
	const takersHere = block.by === 'team' ? takers : [enrolmentId];
	await client.query(
		`insert into sheet_part (sheet_id, enrolment_id) select $1, unnest($2::uuid[])
		on conflict do nothing`,
		[held.id, takersHere]
	);
	await client.query('update sheet set closed_at = $2, closed_in = $3 where id = $1', [
		held.id,
		now(),
		block.id
	]);
	return takersHere;
}

function checkCell(block: AssessmentBlock, column: string, text: string): { isWords: boolean } {
	if (column === 'note') return { isWords: true };
	if (column !== 'level') throw new NotFound();
	if (text !== '' && !block.scale.some((_, level) => String(level) === text)) {
		throw new Invalid('Choose one of the levels.');
	}
	return { isWords: false };
}

/** The plan of the module that can take what to do next: the first that has a column of words. */
export function findPlanBeside(module: Module): { path: BlockPath['step']; planId: string } | null {
	for (const step of module.steps) {
		const plan = step.blocks.find(
			(block) => block.kind === 'plan' && block.columns.some(({ kind }) => kind === 'text')
		);
		if (plan !== undefined) return { path: step, planId: plan.id };
	}
	return null;
}

async function planNext(
	{ enrolment }: Place,
	module: Module,
	{ areas }: AssessmentBlock,
	itemId: string
): Promise<void> {
	const item = itemsOf(areas).find(({ id }) => id === itemId);
	const plan = findBlock(findPlanBeside(module)?.planId ?? '')?.block;
	if (item === undefined || plan?.kind !== 'plan') throw new NotFound();
	const column = plan.columns.find(({ kind }) => kind === 'text')?.id;
	if (column === undefined) throw new NotFound();
	await addToPlan(enrolment.enrolmentId, plan, { [column]: item.next });
}
