import { prepare, runSteps, staticSteps } from './steps.ts';

/** npm run check: what can be known without running the app. */

await prepare();
const failed = await runSteps(staticSteps, 2);
console.log(failed.length === 0 ? 'All is well.' : `To mend: ${failed.join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
