import { parse } from 'svelte/compiler';
import { literal } from './literal.ts';

export interface Attributes {
	props: Record<string, unknown>;
	lines: Record<string, number>;
	complaints: { line: number; message: string }[];
}

/** What one tag says, as data; lines are counted from the tag's own line as 0. */
export function readAttributes(tag: string, name: string): Attributes {
	const found: Attributes = { props: {}, lines: {}, complaints: [] };
	const lineAt = (offset: number) => tag.slice(0, offset).split('\n').length - 1;
	let root;
	try {
		root = parse(tag.endsWith('/>') ? tag : `${tag}</${name}>`, { modern: true });
	} catch (error) {
		const at = positionOf(error);
		found.complaints.push({
			line: lineAt(at),
			message: `<${name} …> cannot be read: check its quotes, braces and commas near "${tag.slice(at, at + 20).split('\n')[0] ?? ''}".`
		});
		return found;
	}
	const [component] = root.fragment.nodes;
	if (component?.type !== 'Component') return found;
	for (const attribute of component.attributes) {
		const line = lineAt(attribute.start);
		if (attribute.type !== 'Attribute') {
			found.complaints.push({
				line,
				message: `<${name} …> has something that is not name="value". Remove it.`
			});
			continue;
		}
		found.lines[attribute.name] = line;
		try {
			found.props[attribute.name] = attributeValue(attribute.value);
		} catch {
			found.complaints.push({
				line,
				message: `\`${attribute.name}\` must be plain data: text in quotes, numbers, lists [ ] and groups { }, no code.`
			});
		}
	}
	return found;
}

type AttributeValue =
	| true
	| { type: string; expression?: unknown; data?: string }
	| { type: string; expression?: unknown; data?: string }[];

function attributeValue(value: AttributeValue): unknown {
	if (value === true) return true;
	if (!Array.isArray(value)) return literal(value.expression);
	return value
		.map((part) => (part.type === 'Text' ? (part.data ?? '') : String(literal(part.expression))))
		.join('');
}

function positionOf(error: unknown): number {
	if (typeof error !== 'object' || error === null || !('position' in error)) return 0;
	const { position } = error;
	return Array.isArray(position) && typeof position[0] === 'number' ? position[0] : 0;
}
