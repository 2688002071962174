const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words that somebody typed, as HTML that shows just them. */
export function escaped(text: string): string {
	return text.replaceAll(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}
