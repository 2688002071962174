import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import {
	bindMigrationAwareSqlAdapterFactory,
	ColumnTypeEnum,
	type SqlDriverAdapter,
	type SqlMigrationAwareDriverAdapterFactory
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as v from 'valibot';

/**
 * What is missing in a database for it to equal prisma/schema, as SQL; empty when they are equal.
 * By Prisma's own schema engine in its WebAssembly form: the native one has to be downloaded.
 */
export async function schemaDifference(url: string, schemaDirectory: string): Promise<string> {
	load();
	const files = readdirSync(schemaDirectory)
		.filter((name) => name.endsWith('.prisma'))
		.sort()
		.map((name) => join(schemaDirectory, name))
		.map((path) => ({ path, content: readFileSync(path, 'utf8') }));
	const schemaEngine = await engine.SchemaEngine.new(
		{ datamodels: files.map(({ path, content }) => [path, content]) },
		() => undefined,
		bindMigrationAwareSqlAdapterFactory(catalogReader(url))
	);
	try {
		const { stdout } = await schemaEngine.diff({
			// The database that the adapter is bound to.
			from: { tag: 'schemaDatasource', files, configDir: schemaDirectory },
			to: { tag: 'schemaDatamodel', files },
			script: true,
			exitCode: null,
			filters: { externalTables: [], externalEnums: [] }
		});
		const script = stdout?.trim() ?? '';
		return script.startsWith('-- This is an empty migration') ? '' : script;
	} finally {
		schemaEngine.free();
	}
}

/**
 * The engine of Prisma 7.10 cannot read the catalog of PostgreSQL 18 through adapter-pg: the adapter
 * does not know the type "char", and the engine does not know that NOT NULL is a constraint there
 * (prisma/orm issue 29635). Both are mended in its two queries until Prisma mends them.
 */
function catalogReader(url: string): SqlMigrationAwareDriverAdapterFactory {
	const inner = new PrismaPg({ connectionString: url });
	const connect = async (opened: Promise<SqlDriverAdapter>) => {
		const adapter = await opened;
		const queryRaw = adapter.queryRaw.bind(adapter);
		adapter.queryRaw = async (query) => {
			const result = await queryRaw({ ...query, sql: forPostgres18(query.sql) });
			const columnTypes = result.columnTypes.map((type, index) =>
				ONE_CHARACTER.has(result.columnNames[index] ?? '') ? ColumnTypeEnum.Character : type
			);
			return { ...result, columnTypes };
		};
		return adapter;
	};
	return {
		provider: inner.provider,
		adapterName: inner.adapterName,
		connect: () => connect(inner.connect()),
		connectToShadowDb: () => connect(inner.connectToShadowDb())
	};
}

const ONE_CHARACTER = new Set(['constraint_type', 'confdeltype', 'confupdtype']);

function forPostgres18(sql: string): string {
	return sql
		.replace(`contype NOT IN ('p', 'u', 'f')`, `contype NOT IN ('p', 'u', 'f', 'n')`)
		.replace('constr.contype AS constraint_type', 'constr.contype::text AS constraint_type')
		.replace('con.confdeltype,', 'con.confdeltype::text AS confdeltype,')
		.replace('con.confupdtype,', 'con.confupdtype::text AS confupdtype,');
}

const Start = v.custom<() => void>((value) => typeof value === 'function');

let loaded = false;

function load(): void {
	if (loaded) return;
	const main = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
	const binary = readFileSync(new URL('schema_engine_bg.wasm', main));
	const { exports } = new WebAssembly.Instance(new WebAssembly.Module(binary), {
		'./schema_engine_bg.js': { ...engine }
	});
	engine.__wbg_set_wasm(exports);
	const begin = v.parse(Start, exports['__wbindgen_start']);
	begin();
	loaded = true;
}
