import { startDemoApp } from './demo-app.ts';

/** For the browser journeys: a database, the demo network and the built app of their own. */
export default async function setup(): Promise<() => Promise<void>> {
	const app = await startDemoApp({ durable: false });
	process.env['BASE_URL'] = app.origin;
	process.env['JOURNEYS_DATABASE_URL'] = app.databaseUrl;
	process.env['JOURNEYS_LOG'] = app.logFile;
	return app.stop;
}
