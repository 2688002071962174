import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const ROUTES = join(import.meta.dirname, '..', '..', 'src', 'routes');
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'fallback'];

/** Every page, endpoint and action on disk, each as `METHOD /address` or `POST /address ?/action`. */
export function listRoutes(): string[] {
	const files = readdirSync(ROUTES, { recursive: true, encoding: 'utf8' });
	const found = files.flatMap((file) => {
		const address = addressOf(file);
		if (/(^|\/)\+page\.(svelte|server\.ts|ts)$/.test(file)) {
			const actions = file.endsWith('.server.ts') ? actionsOf(join(ROUTES, file)) : [];
			return [`GET ${address}`, ...actions.map((action) => `POST ${address} ?/${action}`)];
		}
		if (/(^|\/)\+server\.ts$/.test(file)) {
			return methodsOf(join(ROUTES, file)).map((method) => `${method} ${address}`);
		}
		return [];
	});
	return [...new Set(found)].sort();
}

function addressOf(file: string): string {
	const parts = relative('.', file)
		.split('/')
		.slice(0, -1)
		.filter((part) => !part.startsWith('('));
	return `/${parts.join('/')}`;
}

function actionsOf(file: string): string[] {
	const actions = exportsOf(file).get('actions');
	if (actions === undefined || !ts.isObjectLiteralExpression(actions)) return [];
	return actions.properties.flatMap(({ name }) => (name ? [name.getText()] : []));
}

function methodsOf(file: string): string[] {
	return [...exportsOf(file).keys()].filter((name) => METHODS.includes(name));
}

function exportsOf(file: string): Map<string, ts.Expression | undefined> {
	const source = ts.createSourceFile(
		file,
		readFileSync(file, 'utf8'),
		ts.ScriptTarget.Latest,
		true
	);
	const found = new Map<string, ts.Expression | undefined>();
	for (const statement of source.statements) {
		const isExported =
			ts.canHaveModifiers(statement) &&
			ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
		if (!isExported) continue;
		if (ts.isFunctionDeclaration(statement) && statement.name) {
			found.set(statement.name.text, undefined);
		}
		if (!ts.isVariableStatement(statement)) continue;
		for (const { name, initializer } of statement.declarationList.declarations) {
			found.set(name.getText(), initializer);
		}
	}
	return found;
}
