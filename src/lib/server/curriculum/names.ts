import type { Named, Retired } from './lock.ts';
import type { WrittenPage, WrittenSeries } from './written.ts';

/** Every id in what authors wrote, with its place: for the lock, and to find one that is used twice. */

export function namesOf(series: WrittenSeries): Named[] {
	const named: Named[] = [];
	const { file } = series;
	if (series.fields)
		named.push({ id: series.fields.id, kind: 'series', file, line: series.lineOf(['id']) });
	for (const module of series.modules) {
		const { fields } = module;
		if (fields)
			named.push({ id: fields.id, kind: 'module', file: module.file, line: module.lineOf(['id']) });
		for (const step of module.steps) {
			if (step.fields)
				named.push({
					id: step.fields.id,
					kind: 'step',
					file: step.file,
					line: step.lineOf(['id'])
				});
			for (const block of step.blocks) {
				const id = block.props['id'];
				const line = block.lines['id'] ?? block.line;
				if (typeof id === 'string') named.push({ id, kind: block.kind, file: step.file, line });
			}
		}
		named.push(...module.handouts.flatMap(namesOfPage('handout')));
		for (const guide of fields ? module.guides : []) {
			for (const { id, line } of guide.blocks.filter((block) => guide.own.has(block.id))) {
				named.push({ id: `${fields?.id ?? ''}#${id}`, kind: 'agenda', file: guide.file, line });
			}
		}
	}
	return named;
}

export function namesOfPage(kind: string) {
	return ({
		file,
		fields,
		lineOf
	}: Pick<WrittenPage<{ id: string }>, 'file' | 'fields' | 'lineOf'>): Named[] =>
		fields ? [{ id: fields.id, kind, file, line: lineOf(['id']) }] : [];
}

export function retiredOf(series: WrittenSeries): Retired[] {
	return [series, ...series.modules].flatMap(({ file, fields, lineOf }) =>
		(fields?.retired ?? []).map((id, index) => ({ id, file, line: lineOf(['retired', index]) }))
	);
}
