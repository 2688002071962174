import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const COMPLETE = {
	DATABASE_URL: 'postgresql://someone:secret@db.internal:5432/throughline',
	ORIGIN: 'https://learn.example.org',
	ANSWERS_KEY: Buffer.alloc(32).toString('base64')
};

test('A complete environment is read, without the demo', () => {
	expect(readConfig(COMPLETE)).toMatchObject({ demo: false, logLevel: 'info' });
});

test('Every missing or wrong variable is named at once, and no secret is shown', () => {
	const read = () =>
		readConfig({ DATABASE_URL: 'mysql://someone:secret@db', ORIGIN: 'learn.example.org/' });
	expect(read).toThrow(/DATABASE_URL[\s\S]*ORIGIN[\s\S]*ANSWERS_KEY/);
	expect(read).toThrow(/ANSWERS_KEY: set it to 32 random bytes/);
	expect(read).not.toThrow(/secret/);
});

test('The demo runs on this machine only', () => {
	const demo = { ...COMPLETE, THROUGHLINE_DEMO: '1' };
	expect(() => readConfig(demo)).toThrow(/THROUGHLINE_DEMO/);
	expect(readConfig({ ...demo, ORIGIN: 'http://localhost:3000' }).demo).toBe(true);
});
