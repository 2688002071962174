import { createHash } from 'node:crypto';
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia';
import { prisma, statement } from '../db/index.ts';
import type { ViewerEnrolment, ViewerOrganisation } from '../viewer.ts';

/** However much a session is used, its holder signs in again after this long. */
const ABSOLUTE_DAYS = 180;

export type PersonAttributes = {
	name: string;
	email: string;
	videoSpeed: number;
	/** What they chose; null while they have not. */
	language: string | null;
	/** How they like to read, as it is written; null while they have not said. */
	reading: string | null;
	enrolments: ViewerEnrolment[];
	organisations: ViewerOrganisation[];
};

type SessionRow = PersonAttributes & { personId: string; expiresAt: Date };

/** Who holds the session, and all their roles: asked at every request, so it is one statement. */
const VIEWER = `
	select
		auth_session.person_id as "personId",
		auth_session.expires_at as "expiresAt",
		person.name,
		person.email,
		person.video_speed as "videoSpeed",
		person.language,
		person.reading,
		(select coalesce(json_agg(json_build_object(
			'enrolmentId', enrolment.id,
			'cohortId', enrolment.cohort_id,
			'seriesId', cohort.series_id,
			'role', enrolment.role
		) order by enrolment.role, enrolment.created_at desc), '[]')
		from enrolment join cohort on cohort.id = enrolment.cohort_id
		where enrolment.person_id = person.id) as enrolments,
		(select coalesce(json_agg(json_build_object(
			'organisationId', organisation_id,
			'role', role
		) order by created_at), '[]')
		from organisation_membership
		where organisation_membership.person_id = person.id) as organisations
	from auth_session join person on person.id = auth_session.person_id
	where auth_session.id = $1
		and auth_session.created_at > now() - interval '${ABSOLUTE_DAYS} days'`;

/** Lucia's door to the database. Only the hash of a session's id is stored. */
export const adapter: Adapter = {
	async getSessionAndUser(sessionId) {
		const [row] = await statement<SessionRow>('viewer', VIEWER, [hashed(sessionId)]);
		if (row === undefined) return [null, null];
		const { personId, expiresAt, ...attributes } = row;
		const session: DatabaseSession = { id: sessionId, userId: personId, expiresAt, attributes: {} };
		const user: DatabaseUser = { id: personId, attributes };
		return [session, user];
	},

	async getUserSessions(personId) {
		const rows = await prisma().authSession.findMany({ where: { personId } });
		return rows.map((row) => ({ ...row, userId: row.personId, attributes: {} }));
	},

	async setSession({ id, userId, expiresAt }) {
		await prisma().authSession.create({ data: { id: hashed(id), personId: userId, expiresAt } });
	},

	async updateSessionExpiration(sessionId, expiresAt) {
		await prisma().authSession.updateMany({
			where: { id: hashed(sessionId) },
			data: { expiresAt }
		});
	},

	async deleteSession(sessionId) {
		await prisma().authSession.deleteMany({ where: { id: hashed(sessionId) } });
	},

	async deleteUserSessions(personId) {
		await prisma().authSession.deleteMany({ where: { personId } });
	},

	async deleteExpiredSessions() {
		await prisma().authSession.deleteMany({ where: { expiresAt: { lte: new Date() } } });
	}
};

function hashed(sessionId: string): string {
	return createHash('sha256').update(sessionId).digest('hex');
}
