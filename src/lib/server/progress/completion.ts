import type { PoolClient } from 'pg';
import { now } from '../clock.ts';
import { transaction } from '../db/transaction.ts';
import type { Module, Step } from '../curriculum/index.ts';

/** What a completion brought to its end. */
export type Completed = { step: boolean; module: boolean };

const COMPLETE = `
	with block as (
		insert into block_completion (enrolment_id, block_id, completed_at)
		values ($1, $2, $3) on conflict do nothing
	), blocks as (
		select block_id from block_completion where enrolment_id = $1
		union select $2
	), step as (
		insert into step_completion (enrolment_id, step_id, completed_at)
		select $1, $4, $3
		where $5::text[] <@ array(select block_id from blocks)
		on conflict do nothing
		returning step_id
	), steps as (
		select step_id from step_completion where enrolment_id = $1
		union select step_id from step
	), module as (
		insert into module_completion (enrolment_id, module_id, completed_at)
		select $1, $6, $3
		where $7::text[] <@ array(select step_id from steps)
		on conflict do nothing
		returning module_id
	)
	select exists(select from step) as step, exists(select from module) as module`;

/**
 * Completes a block, and its step and module when it was the last one missing there. Completing it
 * again changes nothing.
 */
export async function completeBlock(
	enrolmentId: string,
	module: Module,
	step: Step,
	blockId: string
): Promise<Completed> {
	return transaction((client) => completeIn(client, enrolmentId, module, step, blockId));
}

/** The same within a transaction that does more. */
export async function completeIn(
	client: PoolClient,
	enrolmentId: string,
	module: Module,
	step: Step,
	blockId: string
): Promise<Completed> {
	await hold(client, enrolmentId);
	const { rows } = await client.query<Completed>({
		name: 'complete-block',
		text: COMPLETE,
		values: [
			enrolmentId,
			blockId,
			now(),
			step.id,
			step.required,
			module.id,
			module.steps.map(({ id }) => id)
		]
	});
	return rows[0] ?? { step: false, module: false };
}

/**
 * Takes back the completion of a block whose answer was emptied, and that of its step. A module that
 * was completed stays so: the work was done.
 */
export async function reopenBlock(enrolmentId: string, step: Step, blockId: string): Promise<void> {
	await transaction(async (client) => {
		await hold(client, enrolmentId);
		await client.query('delete from block_completion where enrolment_id = $1 and block_id = $2', [
			enrolmentId,
			blockId
		]);
		await client.query(
			`delete from step_completion where enrolment_id = $1 and step_id = $2 and $3 = any($4::text[])
			and not exists (select from module_completion where enrolment_id = $1 and module_id = $5)`,
			[enrolmentId, step.id, blockId, step.required, step.moduleId]
		);
	});
}

/**
 * Gives somebody what another has completed of a module: they worked through it around one screen. It
 * counts from now on, so that no figure of the past changes.
 */
export async function creditModule(
	client: PoolClient,
	fromEnrolmentId: string,
	enrolmentId: string,
	module: Module
): Promise<void> {
	await hold(client, enrolmentId);
	const credit = async (table: string, column: string, ids: readonly string[]) =>
		client.query(
			`insert into ${table} (enrolment_id, ${column}, completed_at)
			select $1, ${column}, $3 from ${table} where enrolment_id = $2 and ${column} = any($4::text[])
			on conflict do nothing`,
			[enrolmentId, fromEnrolmentId, now(), ids]
		);
	const blocks = module.steps.flatMap((step) => step.blocks.map(({ id }) => id));
	await credit('block_completion', 'block_id', blocks);
	await credit(
		'step_completion',
		'step_id',
		module.steps.map(({ id }) => id)
	);
	await credit('module_completion', 'module_id', [module.id]);
}

/** Two blocks that end or open at once must see each other, else the step is wrong about both. */
async function hold(client: PoolClient, enrolmentId: string): Promise<void> {
	await client.query('select from enrolment where id = $1 for no key update', [enrolmentId]);
}
