import type {
	BinaryExpression,
	CallExpression,
	ConditionalExpression,
	Node,
	Property,
	ThrowStatement
} from 'acorn';
import type { AST } from 'svelte/compiler';
import { getKey, IndexTracker, type Message } from 'wuchale';
import { Transformer } from 'wuchale/adapter-vanilla';
// Its package has no door to it; the version is pinned.
import { SvelteTransformer } from '../../node_modules/@wuchale/svelte/dist/transformer.js';
import { isForPeople, NAMES_A_FIELD, READ_OUT } from './for-people.ts';

/** One text of a file: one form, or two for a plural. */
export type Extract = { key: string; forms: string[]; values: string[] };

export type Extracted = {
	/** In the order of the numbers by which the code asks for them. */
	texts: Extract[];
	/** Texts that would be said in one language to everybody. */
	faults: string[];
	/** The file with its texts taken out. `header` must bring `_w_runtime_`. */
	code: (header: string) => { code: string; map: unknown };
};

/** What the code calls its words, and what a component's module script calls them. */
export const WORDS = ['_w_runtime_', '_w_runtime_mod_'];

const patterns: { name: string; args: ('other' | 'message')[] }[] = [
	{ name: 'plural', args: ['other', 'message'] }
];
const plain = { wrapInit: (made: string) => made, wrapUse: (name: string) => name };
const never = { initReactive: () => null, useReactive: false, plain, reactive: plain };
const noExpression = { plain: '', reactive: '' };
const noUrls = () => null;

export async function extract(code: string, file: string): Promise<Extracted> {
	const index = new IndexTracker();
	const faults: string[] = [];
	const made = file.endsWith('.svelte')
		? await new ComponentWords(code, file, index, faults).transformSv()
		: new ScriptWords(code, file, index, faults).transform();
	return {
		texts: inOrder(made.msgs, index),
		faults,
		code: (header) => written(made.output(header))
	};
}

function written({ code = '', map }: { code?: string; map?: unknown }) {
	return { code, map };
}

function inOrder(messages: Message[], index: IndexTracker): Extract[] {
	const texts: Extract[] = [];
	for (const { msgStr, context, placeholders } of messages) {
		const key = getKey(msgStr, context);
		const values = placeholders.map(([, expression]) => expression.replaceAll(/\s+/g, ' '));
		// A sentence inside another's element is part of that one, and has no number.
		if (index.indices.has(key)) texts[index.get(key)] = { key, forms: msgStr, values };
	}
	return texts;
}

/** Where texts stand that are made once for the whole server, not once for each reader. */
type Shared = { isShared: () => boolean; faults: string[] };

/**
 * `{ label: 'Text' }` for everybody becomes `{ get label() { return words(0) } }`: it is said anew to
 * each reader.
 */
function lazyProperty(words: Transformer, { isShared }: Shared, node: Property): Message[] {
	const messages = node.computed ? words.visit(node.key) : [];
	const isText = node.value.type === 'Literal' || node.value.type === 'TemplateLiteral';
	if (!isShared() || !isText || node.shorthand) return [...messages, ...words.visit(node.value)];
	const said = asLate(words, () => words.visit(node.value));
	if (said.length > 0) {
		words.mstr.appendRight(node.key.start, 'get ');
		words.mstr.update(node.key.end, node.value.start, '() { return ');
		words.mstr.appendLeft(node.value.end, ' }');
	}
	return [...messages, ...said];
}

/** `v.minLength(1, 'Text')`, which is made once, becomes `v.minLength(1, () => words(0))`, which valibot asks when it must. */
function lazyMessages(words: Transformer, node: CallExpression): Message[] {
	const { call } = words.heuristciDetails;
	words.heuristciDetails.call = words.getCalleeName(node.callee);
	const messages: Message[] = [];
	for (const argument of node.arguments) {
		const isText = argument.type === 'Literal' || argument.type === 'TemplateLiteral';
		if (!isText) {
			messages.push(...words.visit(argument));
			continue;
		}
		const said = asLate(words, () => words.visit(argument));
		if (said.length > 0) words.mstr.prependLeft(argument.start, '() => ');
		messages.push(...said);
	}
	words.heuristciDetails.call = call;
	return messages;
}

function asLate(words: Transformer, visit: () => Message[]): Message[] {
	const { funcName } = words.heuristciDetails;
	words.heuristciDetails.funcName = 'late';
	try {
		return visit();
	} finally {
		words.heuristciDetails.funcName = funcName;
	}
}

function callsValibot({ callee }: CallExpression): boolean {
	return (
		callee.type === 'MemberExpression' &&
		callee.object.type === 'Identifier' &&
		callee.object.name === 'v'
	);
}

function namesAField({ callee }: CallExpression): boolean {
	return callee.type === 'Identifier' && NAMES_A_FIELD.test(callee.name);
}

/** What both kinds of file have in common; called from their constructors. */
function speakForEachReader(words: Transformer, shared: Shared): void {
	words.initRuntime = () => '';
	words.visitProperty = (node: Property) => lazyProperty(words, shared, node);
	const visitCall = words.visitCallExpression;
	words.visitCallExpression = (node: CallExpression) =>
		callsValibot(node) || namesAField(node) ? lazyMessages(words, node) : visitCall(node);
	const visitBinary = words.visitBinaryExpression;
	words.visitBinaryExpression = (node: BinaryExpression) =>
		/^[!=]==?$/.test(node.operator) ? [] : visitBinary(node);
	const heuristic = words.heuristic;
	words.heuristic = (message) => {
		const result = heuristic(message);
		if (result && message.details.scope === 'script' && shared.isShared()) {
			shared.faults.push(message.msgStr.join('\n'));
			return false;
		}
		return result;
	};
	Object.assign(words, {
		visitThrowStatement: ({ argument }: ThrowStatement) =>
			isOurFault(argument) ? [] : words.visit(argument)
	});
}

/** `throw new Error('…')` is for whoever mends it; our own errors are for whoever reads them. */
function isOurFault(thrown: Node): boolean {
	return (
		thrown.type === 'NewExpression' &&
		'callee' in thrown &&
		typeof thrown.callee === 'object' &&
		thrown.callee !== null &&
		'name' in thrown.callee &&
		typeof thrown.callee.name === 'string' &&
		/^(Type|Range)?Error$/.test(thrown.callee.name)
	);
}

class ScriptWords extends Transformer {
	constructor(code: string, file: string, index: IndexTracker, faults: string[]) {
		super(code, file, index, isForPeople, patterns, noExpression, never, noUrls);
		speakForEachReader(this, {
			faults,
			isShared: () => this.heuristciDetails.funcName == null
		});
	}
}

class ComponentWords extends SvelteTransformer {
	#inText = false;
	#isRead = true;

	constructor(code: string, file: string, index: IndexTracker, faults: string[]) {
		super(code, file, index, isForPeople, patterns, noExpression, never, noUrls);
		speakForEachReader(this, {
			faults,
			isShared: () =>
				'module' in this.runtimeCtx &&
				this.runtimeCtx.module === true &&
				this.heuristciDetails.funcName == null
		});
		// A page keeps its language for as long as it lives: nothing has to be derived again.
		this.visitVariableDeclarator = this.defaultVisitVariableDeclarator;
		const visitConditional = this.visitConditionalExpression;
		this.visitConditionalExpression = (node: ConditionalExpression) =>
			this.#inText ? this.#visitChoice(node) : visitConditional(node);
		const visitExpression = this.visitExpressionTag;
		this.visitExpressionTag = (node: AST.ExpressionTag) =>
			this.#isRead ? this.#asText(() => visitExpression(node)) : visitExpression(node);
		const visitAttribute = this.visitAttribute;
		this.visitAttribute = (node: AST.Attribute) => {
			const isElement = /^[a-z]/.test(this.currentElement ?? '');
			if (isElement && !/^(on|data-)/.test(node.name) && !READ_OUT.has(node.name)) return [];
			const isRead = this.#isRead;
			this.#isRead = READ_OUT.has(node.name);
			const messages = visitAttribute(node);
			this.#isRead = isRead;
			return messages;
		};
		this.mixedVisitor = this.initMixedVisitor();
		this.visitFragment = (node: AST.Fragment) =>
			this.mixedVisitor.visit({
				children: node.nodes,
				commentDirectives: this.commentDirectives,
				inCompoundText: this.inCompoundText,
				scope: 'markup',
				element: this.currentElement ?? '',
				useComponent: false
			});
	}

	#asText(visit: () => Message[]): Message[] {
		this.#inText = true;
		const messages = visit();
		this.#inText = false;
		return messages;
	}

	/** `{done ? 'open' : 'closed'}` in the running text: both are words, whatever they begin with. */
	#visitChoice({ test, consequent, alternate }: ConditionalExpression): Message[] {
		this.#inText = false;
		const messages = this.visit(test);
		for (const branch of [consequent, alternate]) {
			const { forceType } = this.commentDirectives;
			if (branch.type === 'Literal' && /\p{L}{2}/u.test(String(branch.value))) {
				this.commentDirectives.forceType = 'message';
			}
			this.#inText = branch.type === 'ConditionalExpression';
			messages.push(...this.visit(branch));
			this.#inText = false;
			if (forceType === undefined) delete this.commentDirectives.forceType;
			else this.commentDirectives.forceType = forceType;
		}
		return messages;
	}
}
