const NAMED: Record<string, string> = {
	amp: '&',
	lt: '<',
	gt: '>',
	quot: '"',
	apos: "'",
	nbsp: ' '
};

/** The words of HTML that the curriculum rendered, for searching; never to be shown as HTML again. */
export function plainText(html: string): string {
	return html
		.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ')
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/&(#x?)?([\da-z]+);/gi, (whole, number: string | undefined, name: string) =>
			number === undefined ? (NAMED[name] ?? ' ') : character(whole, number, name)
		)
		.replaceAll(/\s+/g, ' ')
		.trim();
}

function character(whole: string, number: string, digits: string): string {
	const code = Number.parseInt(digits, number === '#x' ? 16 : 10);
	return Number.isNaN(code) || code > 0x10ffff || code === 0 ? whole : String.fromCodePoint(code);
}
