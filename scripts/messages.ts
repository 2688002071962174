import { parseArgs } from 'node:util';
import { gather, problemsOf, readCatalogue, writeCatalogue } from './messages/catalogue.ts';

/**
 * npm run messages: brings the texts of the interface from the code into the catalogue, and lists those
 * that wait for their Spanish. With --check it writes nothing, and fails when there is something to do.
 */
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const { said, faults } = await gather();
const before = readCatalogue();
const missing = [...said].filter(([key]) => !before.has(key));
const gone = [...before.keys()].filter((key) => !said.has(key));
if (!values.check) writeCatalogue(said, before);

const problems = problemsOf(said, faults, before);
if (problems.length > 0) {
	console.log(problems.join('\n'));
	console.log(
		values.check && missing.length > 0
			? `\n${problems.length} to mend. Run npm run messages, then write the Spanish in src/lib/messages/es.po.`
			: `\n${problems.length} to mend. Write the Spanish in src/lib/messages/es.po.`
	);
} else {
	console.log(`${said.size} texts, all in English and Spanish.`);
}
if (!values.check) console.log(`${missing.length} new, ${gone.length} gone.`);
if (values.check && problems.length > 0) process.exitCode = 1;
