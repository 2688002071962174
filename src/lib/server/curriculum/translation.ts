import type * as v from 'valibot';

/**
 * Lays a translation over what is written in English. The schema says what may be translated: words that have no
 * form of their own. Everything else (ids, addresses, numbers, choices between known words) is English's for ever,
 * and a translation may leave it out or repeat it. Things in a list are matched by their id, or else by their place.
 */

export interface Untranslatable {
	path: (string | number)[];
	message: string;
}

export interface Translated {
	value: unknown;
	/** Whether anything of it is in the other language. */
	changed: boolean;
	complaints: Untranslatable[];
}

export function translate(schema: v.GenericSchema, english: unknown, other: unknown): Translated {
	const walk = new Walk();
	const value = walk.lay(schema, english, other, []);
	return { value, changed: walk.changed, complaints: walk.complaints };
}

/** All that is looked at in a schema of valibot's, of whichever kind. */
interface Shape {
	type: string;
	wrapped?: Shape;
	item?: Shape;
	value?: Shape;
	entries?: Record<string, Shape>;
	options?: unknown[];
	pipe?: { type: string }[];
}

class Walk {
	changed = false;
	readonly complaints: Untranslatable[] = [];

	lay(schema: unknown, english: unknown, other: unknown, path: (string | number)[]): unknown {
		// The walk reads the schema's own fields, which valibot's types do not tell for every kind at once.
		const shape = bare(schema as Shape);
		if (other === undefined || other === null || same(english, other)) return english;
		if (isList(english)) return this.layList(shape, english, other, path);
		if (isGroup(english)) return this.layGroup(shape, english, other, path);
		if (typeof english === 'string' && typeof other === 'string' && isFreeText(shape)) {
			this.changed = true;
			return other;
		}
		if (english === undefined || english === null) {
			this.complain(path, 'is not in the English file. Add it there first, or remove it here.');
		} else {
			this.complain(path, 'always comes from the English file. Remove it here.');
		}
		return english;
	}

	private layList(
		shape: Shape,
		english: readonly unknown[],
		other: unknown,
		path: (string | number)[]
	): unknown {
		if (!isList(other)) {
			this.complain(path, 'must be a list, as in the English file.');
			return english;
		}
		if (english.every(hasId)) return this.layById(shape, english, other, path);
		if (other.length !== english.length) {
			this.complain(
				path,
				`has ${other.length} entries, and ${english.length} in the English file. Give as many, in the same order.`
			);
			return english;
		}
		return english.map((item, at) => this.lay(shape.item, item, other[at], [...path, at]));
	}

	private layById(
		shape: Shape,
		english: readonly { id: unknown }[],
		other: readonly unknown[],
		path: (string | number)[]
	): unknown {
		const byId = new Map<unknown, unknown>();
		other.forEach((item, at) => {
			const id = hasId(item) ? item.id : undefined;
			if (english.some((one) => one.id === id)) byId.set(id, item);
			else if (id === undefined) this.complain([...path, at], 'needs the id it has in English.');
			else {
				const message = `has the id ${JSON.stringify(id)}, which the English file has not. Mend the id.`;
				this.complain([...path, at], message);
			}
		});
		return english.map((item, at) => this.lay(shape.item, item, byId.get(item.id), [...path, at]));
	}

	private layGroup(
		shape: Shape,
		english: Record<string, unknown>,
		other: unknown,
		path: (string | number)[]
	): unknown {
		if (!isGroup(other)) {
			this.complain(path, 'must be a group, as in the English file.');
			return english;
		}
		const laid = { ...english };
		for (const [key, value] of Object.entries(other)) {
			laid[key] = this.lay(shape.entries?.[key] ?? shape.value, english[key], value, [
				...path,
				key
			]);
		}
		return laid;
	}

	private complain(path: (string | number)[], what: string): void {
		this.complaints.push({ path, message: `\`${path.map(String).join('.') || 'This'}\` ${what}` });
	}
}

/** Without `nullish` and its like around it. */
function bare(shape: Shape | undefined): Shape {
	let inner = shape ?? { type: 'unknown' };
	while (inner.wrapped) inner = inner.wrapped;
	return inner;
}

/** Text of any form: an id, an address or a language has a pattern. */
function isFreeText(shape: Shape): boolean {
	if (shape.type === 'union' || shape.type === 'variant') {
		// Every option of a union is a schema.
		return (shape.options ?? []).some((option) => isFreeText(bare(option as Shape)));
	}
	return shape.type === 'string' && !(shape.pipe ?? []).some(({ type }) => type === 'regex');
}

function isList(value: unknown): value is unknown[] {
	return Array.isArray(value);
}

function isGroup(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function hasId(value: unknown): value is { id: unknown } {
	return isGroup(value) && value['id'] !== undefined;
}

function same(one: unknown, other: unknown): boolean {
	return one === other || JSON.stringify(one) === JSON.stringify(other);
}
