import * as v from 'valibot';
import { momentIn } from '../cohorts/index.ts';
import { getSeries, type Module, type Variant } from '../curriculum/index.ts';
import { now } from '../clock.ts';
import { Invalid } from '../errors.ts';
import { words } from '../forms.ts';
import { isDay, isZone } from './dates.ts';
import { VARIANTS } from './meeting.ts';

/** What a facilitator says of a meeting, when it is planned and when it is changed. */

export const day = v.pipe(v.string('Choose a date.'), v.check(isDay, 'Choose a date.'));

const clock = v.pipe(
	v.string('Choose a time.'),
	v.regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Choose a time.')
);

const httpsLink = v.pipe(
	words(500, 'the call link'),
	v.trim(),
	v.check(
		(link) => link === '' || isHttps(link),
		'Enter the whole address of the call. It begins with https://'
	)
);

/** Empty, or as long as they say; empty is as long as the guide. */
const minutes = v.pipe(
	v.string('Say how many minutes it takes.'),
	v.trim(),
	v.regex(/^\d{0,3}$/, 'Say how many minutes it takes, from 5 to 600.'),
	v.transform((typed) => (typed === '' ? null : Number(typed))),
	v.check(
		(length) => length === null || (length >= 5 && length <= 600),
		'Say how many minutes it takes, from 5 to 600.'
	)
);

export const meetingFields = {
	module: v.pipe(v.string('Choose a module.'), v.maxLength(200, 'Choose a module.')),
	variant: v.picklist(VARIANTS, 'Choose how you meet.'),
	day,
	time: clock,
	zone: v.pipe(v.string('Choose a time zone.'), v.check(isZone, 'Choose a time zone.')),
	minutes,
	place: v.pipe(words(200, 'the place'), v.trim()),
	callLink: httpsLink
};

function isHttps(link: string): boolean {
	return URL.canParse(link) && new URL(link).protocol === 'https:';
}

/** The module of the series, with the guide that the meeting follows. */
export function requireModule(seriesId: string, moduleId: string): Module {
	const module = getSeries(seriesId).modules.find(({ id }) => id === moduleId);
	const message = 'Choose a module of this series.';
	if (module === undefined) throw new Invalid(message, { module: message });
	return module;
}

export function requireGuide(module: Module, variant: Variant): { minutes: number } {
	const guide = module.guides.find((one) => one.variant === variant);
	if (guide !== undefined) return guide;
	const message = `“${module.title}” has no guide for this way to meet. Choose another way.`;
	throw new Invalid(message, { variant: message });
}

const DAY = 24 * 60 * 60 * 1000;

/** The moment that clocks of the zone show then. */
export function requireMoment(zone: string, onDay: string, time: string): Date {
	const moment = momentIn(zone, `${onDay}T${time}`);
	const message = 'Choose a date.';
	if (moment === null) throw new Invalid(message, { day: message });
	if (moment.getTime() < now().getTime() - DAY) {
		const over = 'This date is over. Choose one that is ahead.';
		throw new Invalid(over, { day: over });
	}
	return moment;
}
