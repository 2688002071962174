import { itemsOf } from '../../assessment.ts';
import { findBlock, type Block } from '../curriculum/index.ts';
import { prisma } from '../db/index.ts';
import type { Viewer } from '../viewer.ts';
import { unsealCell } from './sheet.ts';
import type { WorkEntry } from './journal.ts';

/** The words in the sheets of the viewer's teams that the viewer wrote last, the newest sheet first. */
export async function listSheetJournal(viewer: Viewer): Promise<WorkEntry[]> {
	const cells = await prisma().sheetCell.findMany({
		where: { changedBy: { personId: viewer.personId } },
		orderBy: { changedAt: 'asc' },
		include: {
			row: {
				select: {
					starter: true,
					sheet: { select: { id: true, blockId: true, cohort: { select: { name: true } } } }
				}
			}
		}
	});
	const sheets = Map.groupBy(cells, ({ row }) => row.sheet.id);
	const entries = [...sheets].flatMap(([id, written]): WorkEntry[] => {
		const sheet = written[0]?.row.sheet;
		const last = written.at(-1);
		if (sheet === undefined || last === undefined) return [];
		const found = findBlock(sheet.blockId);
		const words = written
			.map(({ rowId, columnId, sealed, row }) => ({
				about: subjectOf(found?.block ?? null, columnId, row.starter),
				text: unsealCell(rowId, columnId, sealed).trim()
			}))
			.flatMap(({ about, text }) => (about === null || text === '' ? [] : [{ about, text }]));
		if (words.length === 0) return [];
		return [
			{
				id,
				blockId: sheet.blockId,
				title: found && 'title' in found.block ? found.block.title : null,
				moduleTitle: found?.module.title ?? null,
				href: found
					? `/learn/${found.series.slug}/${found.module.slug}/${found.step.slug}#${sheet.blockId}`
					: null,
				cohortName: sheet.cohort.name,
				savedAt: last.changedAt,
				words
			}
		];
	});
	return entries.toSorted((one, other) => other.savedAt.getTime() - one.savedAt.getTime());
}

/** What a cell is about; null for a level, which is no word of anybody. */
function subjectOf(block: Block | null, column: string, starter: string | null): string | null {
	if (block?.kind === 'plan') return block.columns.find(({ id }) => id === column)?.name ?? '';
	if (column === 'level') return null;
	if (block?.kind !== 'assessment') return '';
	return itemsOf(block.areas).find(({ id }) => id === starter)?.text ?? '';
}
