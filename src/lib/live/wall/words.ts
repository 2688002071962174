/** The words that a wall has in common. Nobody’s own: a word counts once two answers have it. */

/** A wall of fewer answers has no word view: it would tell who wrote what. */
export const ENOUGH_ANSWERS = 5;
const SHARED_BY = 2;
const SHORTEST = 3;

type Word = {
	word: string;
	/** In how many answers it stands. */
	answers: number;
	/** How large it is drawn, from 1 to 5. */
	size: number;
};

/** Of both languages of the house: a room may write in either. */
const STOP_WORDS = new Set(
	`a about after again all also am an and any are as at be because been before being both but by can could did do
	does doing done don down during each even every few for from further get gets getting go goes going got had has
	have having he her here hers herself him himself his how i if in into is it its itself just let like lot make
	makes many may me might more most much must my myself need needs no nor not now of off on once one only or other
	our ours ourselves out over own really same say see she should so some something still such than that the their
	theirs them themselves then there these they thing things this those though through to too under until up upon us
	very want wants was way we well were what when where which while who whom why will with without would yes you
	your yours yourself yourselves
	aren can't cannot couldn didn doesn don't hadn hasn haven he's i'd i'll i'm i've isn it's let's mustn shan she's
	shouldn that's there's they're they've wasn we'll we're we've weren what's who's won wouldn you'll you're you've
	a al algo algunas algunos ante antes aquel aquella aquello así aún aunque bien cada casi como cómo con contra cual
	cuál cuando cuándo cuanto de del desde después donde dónde dos durante e el él ella ellas ello ellos en entre era
	eran eres es esa esas ese eso esos esta está están estar estas este esto estos estoy fue fueron ha haber había han
	has hasta hay he hemos la las le les lo los más me menos mi mí mientras mis mucha muchas mucho muchos muy nada ni
	no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por porque pues que qué
	quien quién quienes se sea sean según ser sería si sí sido siempre sin sobre solo sólo somos son soy su sus también
	tan tanto te tener tengo ti tiene tienen todas todavía todo todos toda tu tú tus un una unas uno unos usted ustedes
	va van vez voy y ya yo`
		.split(/\s+/)
		.filter((word) => word !== '')
);

const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

/** The words that at least two of the texts share, the commonest first; none while there are too few texts. */
export function sharedWords(texts: readonly string[], most = 40): Word[] {
	if (texts.length < ENOUGH_ANSWERS) return [];
	const found = new Map<string, { answers: number; forms: Map<string, number> }>();
	for (const text of texts) count(text, found);
	const shared = [...found.values()]
		.filter(({ answers }) => answers >= SHARED_BY)
		.map(({ answers, forms }) => ({ word: commonest(forms), answers }))
		.sort((one, other) => other.answers - one.answers || one.word.localeCompare(other.word))
		.slice(0, most);
	const highest = shared[0]?.answers ?? SHARED_BY;
	return shared.map((one) => ({ ...one, size: sizeOf(one.answers, highest) }));
}

/** Each word once for each text, however often it stands in it. */
function count(
	text: string,
	found: Map<string, { answers: number; forms: Map<string, number> }>
): void {
	const forms = new Map<string, string>();
	for (const [match] of text.normalize('NFC').matchAll(WORD)) {
		const key = match.toLowerCase().replaceAll('’', "'");
		if (key.length >= SHORTEST && !STOP_WORDS.has(key) && !forms.has(key)) forms.set(key, match);
	}
	for (const [key, form] of forms) {
		const word = found.get(key) ?? { answers: 0, forms: new Map<string, number>() };
		word.answers += 1;
		word.forms.set(form, (word.forms.get(form) ?? 0) + 1);
		found.set(key, word);
	}
}

/** As most wrote it, so that a name keeps its capital; among equals without one. */
function commonest(forms: ReadonlyMap<string, number>): string {
	const [first] = [...forms].sort(
		([one, often], [other, oftener]) =>
			oftener - often || Number(one !== one.toLowerCase()) - Number(other !== other.toLowerCase())
	);
	return first?.[0] ?? '';
}

function sizeOf(answers: number, highest: number): number {
	if (highest === SHARED_BY) return 3;
	return 1 + Math.round((4 * (answers - SHARED_BY)) / (highest - SHARED_BY));
}
