/**
 * Values in a block's attributes are data, never code: only literals, lists and groups of them are read.
 * The nodes are ESTree's, as svelte/compiler parses them.
 */

class NotData extends Error {}

interface Node {
	type: string;
	[key: string]: unknown;
}

function isNode(value: unknown): value is Node {
	return typeof value === 'object' && value !== null && 'type' in value;
}

function isList(value: unknown): value is unknown[] {
	return Array.isArray(value);
}

export function literal(node: unknown): unknown {
	if (!isNode(node)) throw new NotData('an empty place in a list');
	switch (node.type) {
		case 'Literal':
			return node['value'];
		case 'ArrayExpression':
			return isList(node['elements']) ? node['elements'].map(literal) : [];
		case 'ObjectExpression':
			return Object.fromEntries(
				(isList(node['properties']) ? node['properties'] : []).map(property)
			);
		case 'UnaryExpression':
			return negative(node);
		case 'TemplateLiteral':
			return template(node);
		default:
			throw new NotData('code');
	}
}

function property(node: unknown): [string, unknown] {
	if (!isNode(node) || node.type !== 'Property' || node['computed'] === true) {
		throw new NotData('code');
	}
	const key = node['key'];
	if (!isNode(key)) throw new NotData('code');
	const name = key.type === 'Identifier' ? key['name'] : key['value'];
	return [String(name), literal(node['value'])];
}

function negative(node: Node): number {
	const value = literal(node['argument']);
	if (node['operator'] !== '-' || typeof value !== 'number') throw new NotData('code');
	return -value;
}

function template(node: Node): string {
	const [only, ...more] = isList(node['quasis']) ? node['quasis'] : [];
	const value = isNode(only) ? only['value'] : undefined;
	if (more.length > 0 || typeof value !== 'object' || value === null || !('cooked' in value)) {
		throw new NotData('code');
	}
	return String(value.cooked);
}
