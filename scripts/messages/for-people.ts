import type { HeuristicFunc, Message } from 'wuchale';

/** Elements whose text is not language. */
const NO_WORDS = new Set(['script', 'style', 'code', 'pre', 'path']);

/** The same in every language: our own name, and the names of keys. */
const NAMES = new Set(['Throughline', 'ArrowLeft', 'ArrowRight', 'Enter', 'Escape', 'Home', 'End']);

/** Attributes and properties that people read or hear, whatever their text begins with. */
export const READ_OUT = new Set([
	'alt',
	'aria-label',
	'aria-description',
	'hint',
	'label',
	'placeholder',
	'text',
	'title'
]);

/** Calls whose words are for whoever runs the server, or for no one. */
const NOT_READ =
	/^matchMedia$|^(console|document|log)\.|^\[\w+\]\.(?!(\$transaction|map|flatMap)$)|\.(querySelector|closest|matches|matchMedia|getRootNode|query|error|warn|info)$|headers\./;

/** A sentence or the name of a thing: it begins with a capital, and is not one word in capitals. */
function isWords(text: string): boolean {
	if (/\w=\w/.test(text)) return false;
	return /^[\p{Lu}“¿¡]|^#[^#]* .*\.$/u.test(text) && !/^([A-Z]|\P{L})+$/u.test(text);
}

/** Part of a sentence: words with spaces between them, and none of the signs of code. */
function isPhrase(text: string): boolean {
	return (
		/\p{L}{2}/u.test(text) &&
		/ /.test(text) &&
		/^[\p{L}\p{N}#“(][\p{L}\p{N}\s#,.;:?…“”‘’·()–-]*$/u.test(text)
	);
}

/** Where the domains name a field for the sentence that says what is wrong with it. */
export const NAMES_A_FIELD = /^(line|words|wholeNumber)$/;

/** Code that speaks to machines more than to people: a part of a sentence there is a header or a query. */
const IN_SERVER = /^src\/(lib\/server\/|[\w.-]+$)|\/\+server\.ts$/;

/** Which of the texts in our code a person reads: those are the ones to be translated. */
export const isForPeople: HeuristicFunc = ({ msgStr, details }: Message) => {
	const text = msgStr.join('\n');
	if (!/\p{L}{2}/u.test(text.replaceAll(/\{\d+\}/g, '')) || NAMES.has(text)) return false;
	if (details.element !== undefined && NO_WORDS.has(details.element)) return false;
	if (details.scope === 'markup') return 'message';
	if (details.attribute !== undefined && READ_OUT.has(details.attribute)) return 'message';
	if (details.call !== undefined && NOT_READ.test(details.call)) return false;
	if (details.call !== undefined && NAMES_A_FIELD.test(details.call)) return 'message';
	const inServer = IN_SERVER.test(details.file);
	if (!isWords(text)) {
		return details.attribute === undefined && !inServer && isPhrase(text) ? 'message' : false;
	}
	if (details.scope === 'attribute') return 'message';
	// In the code of pages one word may be a label; on the server a lone word is a header or a name.
	return !inServer || text.includes(' ') ? 'message' : false;
};
