import type { QuestionsBlock, RubricBlock } from '../curriculum/index.ts';

/** Blocks for tests, which stand in the first step of the first module. */

const prompt = { promptHtml: '<p>What did you see?</p>', promptText: 'What did you see?' };

export const rubric: RubricBlock = {
	kind: 'rubric',
	id: 'test-halls',
	title: 'What the halls teach',
	levels: ['Not yet seen', 'Now and then', 'Most of the time', 'Always'],
	indicators: ['greet', 'listen', 'name', 'repair', 'notice', 'share'].map((id) => ({
		id,
		text: `Adults ${id}`,
		looks: ['Nobody does.', 'Some do.', 'Most do.', 'All do.']
	})),
	...prompt
};

export const questions: QuestionsBlock = {
	kind: 'questions',
	id: 'test-coherence',
	title: 'What we believe and do',
	roles: [
		{ id: 'teacher', name: 'Teacher' },
		{ id: 'leader', name: 'School leader' },
		{ id: 'family', name: 'Family partner' }
	],
	lenses: [
		{
			id: 'beliefs',
			title: 'Beliefs',
			questions: [
				{ id: 'who', text: 'Whom do we expect to do well?' },
				{ id: 'why', text: 'Why?' }
			]
		},
		{ id: 'practices', title: 'Practices', questions: [{ id: 'when', text: 'When does it show?' }] }
	],
	...prompt
};
