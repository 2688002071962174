import { beforeEach, describe, expect, test } from 'vitest';
import { resetDatabase } from '../../../../tests/support/database.ts';
import { makeSmallNetwork, type SmallNetwork } from '../../../../tests/support/small-network.ts';
import { getSeries } from '../curriculum/index.ts';
import { completeBlock, reopenBlock } from './completion.ts';
import { readRecord } from './record.ts';

const module = getSeries('lae').modules[0];
const step = module?.steps.find(({ required }) => required.length > 1);
if (!module || !step) throw new Error('Module 1 has a step with two blocks.');

let network: SmallNetwork;
beforeEach(async () => {
	await resetDatabase();
	network = await makeSmallNetwork();
});

const enrolmentOf = (name: 'Ana Reyes' | 'Jonah Bell') =>
	network.viewers[name].enrolments[0]?.enrolmentId ?? '';

describe('Ana', () => {
	test('completes a step with its last required block, and not before', async () => {
		const ana = enrolmentOf('Ana Reyes');
		const [last = '', ...others] = step.required;
		for (const block of others) {
			expect((await completeBlock(ana, module, step, block)).step).toBe(false);
		}
		expect((await completeBlock(ana, module, step, last)).step).toBe(true);
		expect((await completeBlock(ana, module, step, last)).step).toBe(false);
	});

	test('completes the step also when all its blocks end in the same moment', async () => {
		const ana = enrolmentOf('Ana Reyes');
		await Promise.all(step.required.map((block) => completeBlock(ana, module, step, block)));
		expect((await readRecord(ana)).steps.has(step.id)).toBe(true);
	});

	test('completes the module with its last step, once', async () => {
		const ana = enrolmentOf('Ana Reyes');
		const ended = [];
		for (const one of module.steps) {
			for (const block of one.required) ended.push(await completeBlock(ana, module, one, block));
		}
		expect(ended.filter((completed) => completed.module)).toHaveLength(1);
		expect((await readRecord(ana)).modules.has(module.id)).toBe(true);
	});

	test('who empties an answer reopens its step, but not a module that was finished', async () => {
		const ana = enrolmentOf('Ana Reyes');
		for (const block of step.required) await completeBlock(ana, module, step, block);
		await reopenBlock(ana, step, step.required[0] ?? '');
		expect((await readRecord(ana)).steps.has(step.id)).toBe(false);

		for (const one of module.steps) {
			for (const block of one.required) await completeBlock(ana, module, one, block);
		}
		await reopenBlock(ana, step, step.required[0] ?? '');
		const record = await readRecord(ana);
		expect(record.steps.has(step.id)).toBe(true);
		expect(record.modules.has(module.id)).toBe(true);
	});

	test('leaves Jonah where he was', async () => {
		await completeBlock(enrolmentOf('Ana Reyes'), module, step, step.required[0] ?? '');
		expect((await readRecord(enrolmentOf('Jonah Bell'))).blocks.size).toBe(0);
	});
});
