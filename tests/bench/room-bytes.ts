import type { DemoApp } from '../support/demo-app.ts';
import type { BenchRoom } from './live-room.ts';
import { visit } from './visit.ts';

/**
 * What a first visit of each surface of a room costs, while a question is before everybody: compressed
 * JavaScript until nothing comes any more.
 */

/** In kB, as asked of each. The projector stands in the room’s network; it is held to the console’s. */
const BARS = { door: 50, phone: 50, console: 90, projector: 90 };

export type SurfaceFigures = {
	surface: keyof typeof BARS;
	scriptBytes: number;
	requests: number;
	isKept: boolean;
};

export async function measureRoomBytes(demo: DemoApp, room: BenchRoom): Promise<SurfaceFigures[]> {
	const sessions = `${demo.origin}/facilitate/sessions/${room.id}`;
	const visits = [
		['door', `${demo.origin}/live/${room.code}`, 'nobody=here'],
		['phone', `${demo.origin}/live/${room.code}`, room.guests[0] ?? ''],
		['console', `${sessions}/console`, room.facilitator],
		['projector', `${sessions}/projector`, room.facilitator]
	] as const;
	const figures: SurfaceFigures[] = [];
	for (const [surface, url, cookie] of visits) {
		const { scriptBytes, requests } = await visit(url, cookie, {});
		const isKept = scriptBytes / 1024 <= BARS[surface];
		figures.push({ surface, scriptBytes, requests, isKept });
	}
	return figures;
}

export function printRoomBytes(figures: readonly SurfaceFigures[]): void {
	console.table(
		figures.map(({ surface, scriptBytes, requests, isKept }) => ({
			surface,
			'JavaScript kB': (scriptBytes / 1024).toFixed(1),
			asked: BARS[surface],
			requests,
			bar: isKept ? 'kept' : 'MISSED'
		}))
	);
}
