/** What was asked as plain words, short enough for one line of a list. */

const LONGEST = 80;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

export function wordsOf(html: string): string {
	const text = html
		.replaceAll(/<[^>]*>/g, ' ')
		.replaceAll(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
			if (typeof name === 'string') return NAMED[name] ?? whole;
			return String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(String(hex), 16));
		})
		.replaceAll(/\s+/g, ' ')
		.trim();
	if (text.length <= LONGEST) return text;
	return `${text.slice(0, text.lastIndexOf(' ', LONGEST))}…`;
}
