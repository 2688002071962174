import { readContinuumWork } from '../answers/index.ts';
import type { PlayedBlock, WorkOf, Works } from '../../played-blocks.ts';
import type { Block, Module } from '../curriculum/index.ts';
import type { Place } from '../progress/index.ts';
import {
	readAssessmentWork,
	readInquiryWork,
	readPlanWork,
	readRubricWork
} from '../teamwork/index.ts';
import { readModuleFeedback } from '../support/index.ts';
import type { Viewer } from '../viewer.ts';

/** Whose page asks for a block's work, and where it stands. */
export type WorkPlace = Place & { viewer: Viewer; module: Module };

type Read<Kind extends Block['kind']> = (
	place: WorkPlace,
	block: Extract<Block, { kind: Kind }>
) => Promise<WorkOf<Kind>>;

const readers: { [Kind in keyof Works]: Read<Kind> } = {
	continuum: readContinuumWork,
	assessment: readAssessmentWork,
	plan: readPlanWork,
	rubric: ({ enrolment, record }, block) => readRubricWork(enrolment, record.zone, block),
	questions: ({ enrolment }, block) => readInquiryWork(enrolment, block),
	feedback: ({ viewer, module }) => readModuleFeedback(viewer, module)
};

/** What stands on a step's blocks beside the viewer's own marks, by block id. Most steps have none. */
export async function readWorks(
	place: WorkPlace,
	blocks: readonly Block[]
): Promise<Map<string, PlayedBlock['work']>> {
	const read = blocks.flatMap((block) => {
		const reader: unknown = Reflect.get(readers, block.kind);
		if (typeof reader !== 'function') return [];
		// The table says which block each reader takes, and TypeScript cannot follow it by a name.
		return [
			(reader as Read<Block['kind']>)(place, block).then((work) => [block.id, work] as const)
		];
	});
	return new Map(await Promise.all(read));
}
