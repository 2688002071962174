import * as v from 'valibot';
import {
	LINE_WIDTHS,
	MOTIONS,
	SPACINGS,
	TEXT_SIZES,
	writeReading,
	type Reading
} from '../../reading.ts';
import { config } from '../config.ts';
import { prisma } from '../db/index.ts';
import { READING_COOKIE } from '../reading.ts';
import type { Viewer } from '../viewer.ts';

const shown = () => 'Choose one of the settings shown.';

/** The form on every page with prose: the settings, and the page to come back to. */
export const readingChoice = v.object({
	size: v.picklist(TEXT_SIZES, shown),
	width: v.picklist(LINE_WIDTHS, shown),
	spacing: v.picklist(SPACINGS, shown),
	motion: v.picklist(MOTIONS, shown),
	to: v.optional(v.string(), '/')
});

const YEAR = 365 * 24 * 60 * 60;

/**
 * Keeps how a person likes to read: in this browser, and for all their devices when they are signed in.
 * @returns the cookie to set, in the form that Kit's `cookies.set` takes.
 */
export async function chooseReading(viewer: Viewer | null, reading: Reading) {
	const written = writeReading(reading);
	if (viewer !== null) {
		await prisma().person.update({ where: { id: viewer.personId }, data: { reading: written } });
	}
	const secure = config().origin.startsWith('https:');
	return {
		name: READING_COOKIE,
		value: written,
		attributes: { path: '/', httpOnly: true, secure, sameSite: 'lax' as const, maxAge: YEAR }
	};
}
