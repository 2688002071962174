import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openModule } from '../src/lib/server/cohorts/index.ts';
import { closeDatabase } from '../src/lib/server/db/index.ts';
import { GET, HEAD } from '../src/routes/(learn)/learn/[series]/[module]/media/[file]/+server.ts';
import { makeSmallNetwork, type Name, type SmallNetwork } from './support/small-network.ts';

let network: SmallNetwork;

beforeAll(async () => {
	network = await makeSmallNetwork();
});
afterAll(closeDatabase);

async function ask(name: Name, module: string, file: string, headers: Record<string, string> = {}) {
	const params = { series: 'leading-with-access-and-equity', module, file };
	const request = new Request(`http://localhost/learn/media/${file}`, { headers });
	const event = { locals: { viewer: network.viewers[name] }, params, request };
	return GET(event as Parameters<typeof GET>[0]);
}

describe('the media of a module', () => {
	test('goes to who takes part, in ranges', async () => {
		const response = await ask('Ana Reyes', 'start-with-who-is-missing', 'rooms.mp4', {
			range: 'bytes=0-99'
		});
		expect(response.status).toBe(206);
		expect(response.headers.get('content-type')).toBe('video/mp4');
		expect((await response.arrayBuffer()).byteLength).toBe(100);
	});

	test('has captions as text that browsers take for captions', async () => {
		const response = await ask('Ana Reyes', 'start-with-who-is-missing', 'rooms.es.vtt');
		expect(response.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
		expect(await response.text()).toMatch(/^WEBVTT/);
	});

	test('does not exist for who has no place in the series', async () => {
		const asked = ask('Priya Raman', 'start-with-who-is-missing', 'rooms.mp4');
		await expect(asked).rejects.toMatchObject({ status: 404 });
	});

	test('is locked while its module is, also for names that are not there', async () => {
		const module = 'read-what-the-numbers-leave-out';
		await expect(ask('Ana Reyes', module, 'any.mp4')).rejects.toMatchObject({ status: 403 });
		await openModule(network.viewers['Denise Whitfield'], network.cohort.id, 'lae-2');
		await expect(ask('Ana Reyes', module, 'any.mp4')).rejects.toMatchObject({ status: 404 });
	});

	test.each(['../module.md', 'rooms.script.md', '..%2fmodule.md', 'rooms.mp4\0', 'rooms.pictures'])(
		'never is another file: %j',
		async (file) => {
			const asked = ask('Ana Reyes', 'start-with-who-is-missing', encodeURIComponent(file));
			await expect(asked).rejects.toMatchObject({ status: 404 });
		}
	);

	test('can be asked about without its bytes', () => {
		expect(HEAD).toBe(GET);
	});
});
