/** How somebody likes to read: the same on every page with prose. */
export const TEXT_SIZES = ['usual', 'large', 'larger', 'largest'] as const;
export const LINE_WIDTHS = ['narrow', 'usual', 'wide'] as const;
export const SPACINGS = ['usual', 'open', 'wide'] as const;
export const MOTIONS = ['usual', 'calm'] as const;

export type Reading = {
	size: (typeof TEXT_SIZES)[number];
	width: (typeof LINE_WIDTHS)[number];
	spacing: (typeof SPACINGS)[number];
	motion: (typeof MOTIONS)[number];
};

export const USUAL_READING: Reading = {
	size: 'usual',
	width: 'usual',
	spacing: 'usual',
	motion: 'usual'
};

/** As one word, for a cookie and for the database. */
export function writeReading({ size, width, spacing, motion }: Reading): string {
	return [size, width, spacing, motion].join('.');
}

/** What was written; null when nothing was. A part that is not known is the usual one. */
export function readReading(written: string | null | undefined): Reading | null {
	if (!written) return null;
	const [size, width, spacing, motion] = written.split('.');
	return asReading({ size, width, spacing, motion });
}

/** From the attributes of the page, which the server wrote and the settings change. */
export function readingOn({ dataset }: HTMLElement): Reading {
	return asReading({
		size: dataset['textSize'],
		width: dataset['lineWidth'],
		spacing: dataset['spacing'],
		motion: dataset['motion']
	});
}

export function showReading({ dataset }: HTMLElement, reading: Reading): void {
	dataset['textSize'] = reading.size;
	dataset['lineWidth'] = reading.width;
	dataset['spacing'] = reading.spacing;
	dataset['motion'] = reading.motion;
}

/** The same as text, for the page's first line. */
export function readingAttributes({ size, width, spacing, motion }: Reading): string {
	return `data-text-size="${size}" data-line-width="${width}" data-spacing="${spacing}" data-motion="${motion}"`;
}

function asReading(given: Record<keyof Reading, string | undefined>): Reading {
	return {
		size: oneOf(TEXT_SIZES, given.size) ?? 'usual',
		width: oneOf(LINE_WIDTHS, given.width) ?? 'usual',
		spacing: oneOf(SPACINGS, given.spacing) ?? 'usual',
		motion: oneOf(MOTIONS, given.motion) ?? 'usual'
	};
}

function oneOf<Name extends string>(names: readonly Name[], given: unknown): Name | undefined {
	return names.find((name) => name === given);
}
