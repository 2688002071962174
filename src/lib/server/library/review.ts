import * as v from 'valibot';
import { now } from '../clock.ts';
import { statement } from '../db/index.ts';
import { transaction } from '../db/transaction.ts';
import { Conflict, Invalid, NotFound, Refused } from '../errors.ts';
import { uuid, words } from '../forms.ts';
import { listOrganisationsBelow } from '../network/index.ts';
import type { Viewer } from '../viewer.ts';
import { indexEntries } from './keep-index.ts';
import { practiceEntries, type PracticeText } from './practice-entry.ts';

/** What the staff of an organisation do with what was offered below them. */

export type OfferedPractice = PracticeText & {
	state: 'offered' | 'published' | 'returned';
	offeredAt: Date;
	/** It is the reader's own: somebody else decides on it. */
	isOwn: boolean;
	reviews: { published: boolean; note: string; by: string; at: Date }[];
	href: string | null;
};

export type ReviewPage = { waiting: OfferedPractice[]; decided: OfferedPractice[] };

export const reviewInput = v.object({
	practice: uuid,
	decision: v.picklist(['publish', 'return'], 'Choose what happens with it.'),
	note: words(2000, 'your note')
});

const TEXT = `
	practice.id, practice.title, did, changed, advice, practice.great_for as "greatFor",
	practice.level, practice.module_id as "moduleId", credit_names as "creditNames",
	organisation.name as organisation`;

/** Who offered it is not told but by the names they gave for the credit. */
const BELOW = `
	select ${TEXT}, practice.state, practice.offered_at as "offeredAt",
		practice.offered_by_id = $2 as "isOwn",
		(select href from library_entry where practice_id = practice.id limit 1) as href,
		(select coalesce(json_agg(json_build_object(
			'published', published, 'note', note, 'by', person.name, 'at', reviewed_at
		) order by reviewed_at desc), '[]')
		from practice_review join person on person.id = reviewed_by_id
		where practice_id = practice.id) as reviews
	from practice join organisation on organisation.id = practice.organisation_id
	where practice.organisation_id = any($1::uuid[])
		and practice.state in ('offered', 'returned', 'published')
	order by practice.offered_at desc, practice.id
	limit 200`;

/** What waits for a decision and what was decided, below the viewer's organisations. */
export async function readReviews(viewer: Viewer): Promise<ReviewPage> {
	const rows = await statement<OfferedPractice>('practices-below', BELOW, [
		await reach(viewer),
		viewer.personId
	]);
	const practices = rows.map((row) => ({
		...row,
		reviews: row.reviews.map((review) => ({ ...review, at: new Date(review.at) }))
	}));
	return {
		// Whoever waited longest is read first.
		waiting: practices.filter(({ state }) => state === 'offered').toReversed(),
		decided: practices.filter(({ state }) => state !== 'offered')
	};
}

/** Publishes it as it stands, or sends it back with a note. Nothing in it is changed. */
export async function reviewPractice(
	viewer: Viewer,
	{ practice: id, decision, note }: v.InferOutput<typeof reviewInput>
): Promise<void> {
	const organisations = await reach(viewer);
	const published = decision === 'publish';
	if (!published && note.trim() === '') {
		const message = 'Say what would help, so that they can change it.';
		throw new Invalid(message, { note: message });
	}
	const time = now();
	await transaction(async (client) => {
		const { rows } = await client.query<PracticeText & { state: string; isOwn: boolean }>(
			`select ${TEXT}, practice.state, practice.offered_by_id = $3 as "isOwn"
			from practice join organisation on organisation.id = practice.organisation_id
			where practice.id = $1 and practice.organisation_id = any($2::uuid[])
				and practice.state in ('offered', 'returned', 'published')
			for update of practice`,
			[id, organisations, viewer.personId]
		);
		const [practice] = rows;
		if (practice === undefined) throw new NotFound();
		if (practice.isOwn) throw new Refused('You offered this one: somebody else decides on it.');
		if (practice.state !== 'offered') {
			throw new Conflict('Somebody decided on this one a moment ago. Open the page again to see.');
		}
		await client.query(
			`insert into practice_review (practice_id, reviewed_by_id, published, note, reviewed_at)
			values ($1, $2, $3, $4, $5)`,
			[id, viewer.personId, published, note.trim(), time]
		);
		await client.query(
			`update practice set state = $2::practice_state, published_at = $3, updated_at = $4 where id = $1`,
			[id, published ? 'published' : 'returned', published ? time : null, time]
		);
		if (published) await indexEntries(client, practiceEntries(practice));
	});
}

async function reach(viewer: Viewer): Promise<string[]> {
	const below = await listOrganisationsBelow(
		viewer.organisations.map(({ organisationId }) => organisationId)
	);
	return below.map(({ id }) => id);
}
