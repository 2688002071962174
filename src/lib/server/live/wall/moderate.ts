import * as v from 'valibot';
import { Invalid, NotFound } from '../../errors.ts';
import { line, uuid } from '../../forms.ts';
import { sendingOf } from '../../sending.ts';
import type { Viewer } from '../../viewer.ts';
import { actionKey, change, requireRunning, type Held } from '../change.ts';
import { IS_WALL } from './read-wall.ts';
import { getFacilitated } from '../meeting.ts';

/**
 * What facilitators do with a wall: take an answer off it, lift one out, put answers in themes. They see no
 * more of who wrote what than everybody else does.
 */

/** So that the wall stays one that a room can read. */
const MOST_THEMES = 12;
/** Only what is answered in words and goes to a wall has one. */

const yesNo = v.picklist(['yes', 'no'], 'Please reload the page.');
const themeName = line(60, 'the name of the theme');

export const hideInput = v.object({ key: actionKey, entry: uuid, hidden: yesNo });
export const highlightInput = v.object({ key: actionKey, entry: uuid, highlighted: yesNo });
/** An empty theme takes the answer out of the one that it is in. */
export const placeInput = v.object({
	key: actionKey,
	entry: uuid,
	theme: v.optional(v.union([uuid, v.literal('')], 'Choose a theme.'), '')
});
export const addThemeInput = v.object({ key: actionKey, ask: uuid, name: themeName });
export const renameThemeInput = v.object({ key: actionKey, theme: uuid, name: themeName });
export const themeInput = v.object({ key: actionKey, theme: uuid });

/** Takes an answer off the projector and the phones, or lets it back. It stays in its writer’s journal. */
export async function hideEntry(
	viewer: Viewer,
	meetingId: string,
	{ key, entry, hidden }: v.InferOutput<typeof hideInput>
): Promise<void> {
	await onEntry(viewer, meetingId, key, entry, async ({ client, number }) => {
		await client.query('update live_response set hidden = $2, number = $3 where id = $1', [
			entry,
			hidden === 'yes',
			number
		]);
		return hidden === 'yes' ? 'hide' : 'show';
	});
}

export async function highlightEntry(
	viewer: Viewer,
	meetingId: string,
	{ key, entry, highlighted }: v.InferOutput<typeof highlightInput>
): Promise<void> {
	await onEntry(viewer, meetingId, key, entry, async ({ client, number }) => {
		await client.query('update live_response set highlighted = $2, number = $3 where id = $1', [
			entry,
			highlighted === 'yes',
			number
		]);
		return 'highlight';
	});
}

/** Puts an answer in a theme of the same wall, or in none. */
export async function placeEntry(
	viewer: Viewer,
	meetingId: string,
	{ key, entry, theme }: v.InferOutput<typeof placeInput>
): Promise<void> {
	await onEntry(viewer, meetingId, key, entry, async ({ client, number }) => {
		const { rowCount } = await client.query(
			`update live_response set theme_id = $2, number = $3
			where id = $1 and ($2::uuid is null or exists (
				select from live_theme where id = $2 and ask_id = live_response.ask_id
			))`,
			[entry, theme === '' ? null : theme, number]
		);
		// Another facilitator may just have deleted it.
		if (rowCount === 0) throw new Invalid('This theme is no longer there.');
		return 'theme-entry';
	});
}

export async function addTheme(
	viewer: Viewer,
	meetingId: string,
	{ key, ask, name }: v.InferOutput<typeof addThemeInput>
): Promise<void> {
	await onWall(viewer, meetingId, sendingOf({ key, ask, name }), async (held) => {
		await requireFound(
			held,
			`select from live_ask ask where ask.live_session_id = $1 and ask.id = $2 and ${IS_WALL}`,
			ask
		);
		const { rows } = await held.client.query<{ name: string; position: number }>(
			'select name, position from live_theme where ask_id = $1 order by position',
			[ask]
		);
		if (rows.length >= MOST_THEMES) {
			throw new Invalid(`A wall can have ${MOST_THEMES} themes. Delete one first.`);
		}
		requireNew(name, rows);
		await held.client.query('insert into live_theme (ask_id, name, position) values ($1, $2, $3)', [
			ask,
			name,
			(rows.at(-1)?.position ?? 0) + 1
		]);
		return { kind: 'theme', data: { ask } };
	});
}

export async function renameTheme(
	viewer: Viewer,
	meetingId: string,
	{ key, theme, name }: v.InferOutput<typeof renameThemeInput>
): Promise<void> {
	await onTheme(viewer, meetingId, sendingOf({ key, theme, name }), theme, async ({ client }) => {
		const { rows } = await client.query<{ name: string }>(
			`select name from live_theme
			where id <> $1 and ask_id = (select ask_id from live_theme where id = $1)`,
			[theme]
		);
		requireNew(name, rows);
		await client.query('update live_theme set name = $2 where id = $1', [theme, name]);
		return 'rename-theme';
	});
}

/** Its answers stay on the wall, in no theme. */
export async function deleteTheme(
	viewer: Viewer,
	meetingId: string,
	{ key, theme }: v.InferOutput<typeof themeInput>
): Promise<void> {
	await onTheme(viewer, meetingId, key, theme, async ({ client, number }) => {
		await client.query(
			'update live_response set theme_id = null, number = $2 where theme_id = $1',
			[theme, number]
		);
		await client.query('delete from live_theme where id = $1', [theme]);
		return 'delete-theme';
	});
}

function requireNew(name: string, others: readonly { name: string }[]): void {
	if (others.every((other) => other.name.toLowerCase() !== name.toLowerCase())) return;
	const message = 'There is a theme of this name already.';
	throw new Invalid(message, { name: message });
}

/** Does something with an answer on a wall of this meeting; what its writer kept off the wall is not found. */
function onEntry(
	viewer: Viewer,
	meetingId: string,
	key: string,
	entry: string,
	work: (held: Held) => Promise<string>
): Promise<void> {
	return onWall(viewer, meetingId, key, async (held) => {
		await requireFound(
			held,
			`select from live_response response join live_ask ask on ask.id = response.ask_id
			where ask.live_session_id = $1 and response.id = $2 and response.on_wall and ${IS_WALL}`,
			entry
		);
		return { kind: await work(held), data: { entry } };
	});
}

function onTheme(
	viewer: Viewer,
	meetingId: string,
	key: string,
	theme: string,
	work: (held: Held) => Promise<string>
): Promise<void> {
	return onWall(viewer, meetingId, key, async (held) => {
		await requireFound(
			held,
			`select from live_theme theme join live_ask ask on ask.id = theme.ask_id
			where ask.live_session_id = $1 and theme.id = $2`,
			theme
		);
		return { kind: await work(held), data: { theme } };
	});
}

/** It is looked up while the room is held: what was deleted by the first of two tries is not missed by the second. */
async function onWall(
	viewer: Viewer,
	meetingId: string,
	key: string,
	work: (held: Held) => Promise<{ kind: string; data: Record<string, unknown> }>
): Promise<void> {
	await getFacilitated(viewer, meetingId);
	await change(meetingId, viewer, key, async (held) => {
		requireRunning(held);
		return { ...(await work(held)), parts: ['wall', 'parked'] };
	});
}

async function requireFound({ client, meetingId }: Held, sql: string, id: string): Promise<void> {
	const { rowCount } = await client.query(sql, [meetingId, id]);
	if (rowCount === 0) throw new NotFound();
}
