import { createSecretKey, type KeyObject } from 'node:crypto';
import * as v from 'valibot';

const text = v.pipe(v.string(), v.trim(), v.minLength(1));

const answersKey = v.pipe(
	v.string('set it to 32 random bytes in base64, for example: openssl rand -base64 32'),
	v.check(
		(value) => Buffer.from(value, 'base64').length === 32,
		'must be 32 bytes in base64, for example: openssl rand -base64 32'
	)
);

const origin = v.pipe(
	v.string('set it to the address that people open, for example https://learn.example.org'),
	v.check(
		(value) => URL.canParse(value) && new URL(value).origin === value,
		'must be an address without a path, for example https://learn.example.org'
	)
);

/** Every variable that the app reads. adapter-node reads PORT, HOST and the proxy's headers itself. */
const variables = v.object({
	DATABASE_URL: v.pipe(
		v.string('set it to a PostgreSQL address: postgresql://user:password@host:5432/name'),
		v.regex(/^postgres(ql)?:\/\//, 'must start with postgresql://')
	),
	ORIGIN: origin,
	ANSWERS_KEY: answersKey,
	MODULES_DIR: v.optional(text, 'modules'),
	LOG_LEVEL: v.optional(v.picklist(['debug', 'info', 'warn', 'error', 'silent']), 'info'),
	THROUGHLINE_DEMO: v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0')
});

export type Config = {
	databaseUrl: string;
	origin: string;
	/** 32 bytes, as a key: making one of the bytes at each use costs more than the sealing. */
	answersKey: KeyObject;
	modulesDirectory: string;
	logLevel: string;
	/** Whether the cast can be entered as with one click. */
	demo: boolean;
};

/**
 * Reads the environment.
 * @throws Error that lists every missing or wrong variable at once.
 */
export function readConfig(environment: Record<string, string | undefined>): Config {
	const names = Object.keys(variables.entries);
	const parsed = v.safeParse(
		variables,
		Object.fromEntries(names.map((name) => [name, environment[name]]))
	);
	const faults = parsed.success
		? []
		: parsed.issues.map((issue) => `  ${v.getDotPath(issue) ?? '?'}: ${issue.message}`);
	if (environment['THROUGHLINE_DEMO'] === '1' && !isThisMachine(environment['ORIGIN'])) {
		faults.push(
			'  THROUGHLINE_DEMO: the demo lets anybody in as anybody, so it runs at localhost only; unset it'
		);
	}
	if (!parsed.success || faults.length > 0) {
		throw new Error(
			`The environment is not complete:\n${faults.join('\n')}\nSee docs/operations.md.`
		);
	}
	const { output } = parsed;
	return {
		databaseUrl: output.DATABASE_URL,
		origin: output.ORIGIN,
		answersKey: createSecretKey(output.ANSWERS_KEY, 'base64'),
		modulesDirectory: output.MODULES_DIR,
		logLevel: output.LOG_LEVEL,
		demo: output.THROUGHLINE_DEMO === '1'
	};
}

function isThisMachine(address: string | undefined): boolean {
	if (address === undefined || !URL.canParse(address)) return false;
	return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname);
}

let current: Config | undefined;

/** The environment of this process, read once. */
export function config(): Config {
	current ??= readConfig(process.env);
	return current;
}
