import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** Markdown as a booklet sets it: paragraphs and items, each in runs of letters. */
export type Run = { text: string; bold: boolean; slanted?: true };
export type PlainPiece = { kind: 'paragraph' | 'item'; runs: Run[] };

const reader = unified().use(remarkParse).freeze();

type Node = { type: string; value?: string; children?: Node[] };

export function plainPieces(markdown: string): PlainPiece[] {
	return piecesIn(reader.parse(markdown), 'paragraph');
}

function piecesIn(node: Node, kind: PlainPiece['kind']): PlainPiece[] {
	if (node.type === 'paragraph' || node.type === 'heading') {
		const runs = runsIn(node, { bold: node.type === 'heading' });
		return runs.length === 0 ? [] : [{ kind, runs }];
	}
	if (node.type === 'code') return [{ kind, runs: [{ text: node.value ?? '', bold: false }] }];
	const inside = node.type === 'listItem' ? 'item' : kind;
	return (node.children ?? []).flatMap((child) => piecesIn(child, inside));
}

function runsIn(node: Node, look: Omit<Run, 'text'>): Run[] {
	if (node.type === 'html') return [];
	if (node.type === 'break') return [{ text: '\n', ...look }];
	if (node.value !== undefined) return [{ text: node.value.replace(/\s*\n\s*/g, ' '), ...look }];
	const inside: Omit<Run, 'text'> = {
		...look,
		...(node.type === 'strong' && { bold: true }),
		...(node.type === 'emphasis' && { slanted: true })
	};
	return (node.children ?? []).flatMap((child) => runsIn(child, inside));
}
