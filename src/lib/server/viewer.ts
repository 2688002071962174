import type { Language } from '../languages.ts';
import type { Reading } from '../reading.ts';
import { NotFound } from './errors.ts';

/** Who is asking. The first argument of every domain function that reads or writes for somebody. */
export type Viewer = {
	personId: string;
	name: string;
	email: string;
	/** Playback speed of videos, 0.5 to 2. */
	videoSpeed: number;
	/** The language of everything they read: chosen, or else what their browser asks for. */
	language: Language;
	/** How they like to read, on all their devices; null while they have not said. */
	reading: Reading | null;
	/** The cohorts in which the viewer has a place. */
	enrolments: readonly ViewerEnrolment[];
	/** The organisations of which the viewer is lead or staff; the role holds for all below them. */
	organisations: readonly ViewerOrganisation[];
};

export type ViewerEnrolment = {
	enrolmentId: string;
	cohortId: string;
	seriesId: string;
	role: 'participant' | 'facilitator';
};

export type ViewerOrganisation = { organisationId: string; role: 'lead' | 'staff' };

/**
 * The viewer of a route behind the gate.
 * @throws NotFound where the gate keeps the route from them.
 */
export function requireViewer({ viewer, isRefused }: App.Locals): Viewer {
	if (viewer === null || isRefused) throw new NotFound();
	return viewer;
}

export function facilitates(viewer: Viewer): boolean {
	return viewer.enrolments.some((enrolment) => enrolment.role === 'facilitator');
}

export function leads(viewer: Viewer): boolean {
	return viewer.organisations.length > 0;
}
