import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { seal } from '../answers/index.ts';
import { now } from '../clock.ts';
import { transaction } from '../db/transaction.ts';
import { Invalid, Refused } from '../errors.ts';
import { uuid, words } from '../forms.ts';
import { limitTries } from '../identity/index.ts';
import { listOrganisationsAbove } from '../network/index.ts';
import { sendingId } from '../sending.ts';
import type { Viewer } from '../viewer.ts';
import { findAbout, type About } from './about.ts';
import { HELP_KINDS, routeOf, type HelpKind } from './routing.ts';
import { organisationOf, requireSender, sender } from './sender.ts';

/** Asking the network for help. */

export const helpInput = v.object({
	kind: v.picklist(HELP_KINDS, 'Choose what would help you.'),
	text: words(5000, 'your words'),
	/** The address of the page that it is about; empty for none. */
	about: v.pipe(words(300, 'the page'), v.trim()),
	/** Names one sending: sent twice, it is one request. */
	key: uuid,
	sender
});

export type NewHelpPage = {
	sender: string;
	key: string;
	about: About | null;
	/** Where each kind would go, by name; null where nobody could answer. */
	goesTo: Record<HelpKind, string | null>;
};

const LIMIT = { name: 'help', tries: 20, seconds: 60 * 60 };

export async function readNewHelp(viewer: Viewer, aboutPath: string): Promise<NewHelpPage> {
	const organisationId = await organisationOf(viewer);
	const way = organisationId === null ? [] : await listOrganisationsAbove(viewer, organisationId);
	const nameOf = (kind: HelpKind) => {
		const to = routeOf(kind, way);
		return way.find(({ id }) => id === to)?.name ?? null;
	};
	return {
		sender: viewer.personId,
		key: randomUUID(),
		about: aboutPath.includes('\0') ? null : await findAbout(viewer, aboutPath),
		goesTo: {
			tool: nameOf('tool'),
			topicGroup: nameOf('topicGroup'),
			consultation: nameOf('consultation')
		}
	};
}

/**
 * Sends a request to the organisation that covers the viewer.
 * @returns its id.
 * @throws Refused where nobody above could answer; TooMany.
 */
export async function askForHelp(
	viewer: Viewer,
	input: v.InferOutput<typeof helpInput>
): Promise<string> {
	requireSender(viewer, input.sender);
	if (input.text.trim() === '') {
		const message = 'Say in a sentence or two what you need.';
		throw new Invalid(message, { text: message });
	}
	const organisationId = await organisationOf(viewer);
	const way = organisationId === null ? [] : await listOrganisationsAbove(viewer, organisationId);
	const atId = routeOf(input.kind, way);
	if (organisationId === null || atId === null) {
		throw new Refused(
			'Nobody in your network can answer yet. Join a cohort first, or ask your facilitator.'
		);
	}
	await limitTries(LIMIT, viewer.personId);
	const about = input.about === '' ? null : await findAbout(viewer, input.about);
	const time = now();
	const id = sendingId({ ...input, by: viewer.personId });
	await transaction(async (client) => {
		const { rowCount } = await client.query(
			`insert into help_request (id, asked_by_id, organisation_id, at_id, kind, about_href, about_title,
				asked_at, waiting_since, changed_at)
			values ($1, $2, $3, $4, $5::help_kind, $6, $7, $8, $8, $8)
			on conflict (id) do nothing`,
			[
				id,
				viewer.personId,
				organisationId,
				atId,
				KIND_COLUMN[input.kind],
				about?.href ?? '',
				about?.title ?? '',
				time
			]
		);
		// Sent twice.
		if (rowCount === 0) return;
		await client.query(
			`insert into help_message (request_id, author_id, sealed, created_at) values ($1, $2, $3, $4)`,
			[id, viewer.personId, seal(input.text, helpPlace(id)), time]
		);
	});
	return id;
}

/** As the database writes them. */
const KIND_COLUMN: Record<HelpKind, string> = {
	tool: 'tool',
	topicGroup: 'topic_group',
	consultation: 'consultation'
};

/** Where a message of a request is sealed for. */
export function helpPlace(requestId: string): string {
	return `help:${requestId}`;
}
