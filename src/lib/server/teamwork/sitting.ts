import * as v from 'valibot';
import { now } from '../clock.ts';
import { listSeries, type Module, type Series } from '../curriculum/index.ts';
import { prisma, statement } from '../db/index.ts';
import { transaction } from '../db/transaction.ts';
import { Invalid, NotFound, Refused } from '../errors.ts';
import { uuid } from '../forms.ts';
import { creditModule, openPlace, type Place } from '../progress/index.ts';
import type { Viewer, ViewerEnrolment } from '../viewer.ts';

/**
 * A module in a group: one person leads, plays it on their screen and writes under their own name. The
 * others named get the same credit when the module is complete, and only by their own yes.
 */

const MOST = 30;

export const sittingInput = v.object({
	members: v.optional(
		v.pipe(
			v.union([v.array(uuid), uuid]),
			v.transform((chosen) => [...new Set([chosen].flat())]),
			v.maxLength(MOST, 'A group around one screen has at most 30 people.')
		),
		[]
	)
});

export const attendanceInput = v.object({
	sitting: uuid,
	answer: v.picklist(['yes', 'no'], 'Say yes or no.')
});

/** What the module's page shows of it. */
export type SittingView = {
	/** Whether the viewer leads a group through it, and with whom. Null when they go alone. */
	led: { members: { enrolmentId: string; name: string; confirmed: boolean }[] } | null;
	/** Whom they could name: their own team first. */
	others: { enrolmentId: string; name: string; isTeam: boolean }[];
	/** Who led the viewer through it, once they have said that they were there. */
	attended: { leader: string; others: string[] } | null;
};

export type AskedSitting = {
	id: string;
	leader: string;
	moduleTitle: string;
	/** When the group finished the module. */
	on: Date;
};

/** The column that says whether a person leads a group through a module, and with whom; it is `$4`. */
export const SITTING_COLUMN = `
	(select coalesce((
			select json_agg(person.name order by lower(person.name), person.id)
			from sitting_member
			join enrolment named on named.id = sitting_member.enrolment_id
			join person on person.id = named.person_id
			where sitting_member.sitting_id = sitting.id
		), '[]')
		from sitting where leader_id = enrolment.id and module_id = $4) as "groupWith"`;

/** Null for who cannot work through this module in a group. */
export async function readSitting({
	enrolment,
	module
}: Pick<Place, 'enrolment'> & { module: Module }): Promise<SittingView | null> {
	if (!mayLead(enrolment, module)) return null;
	const { enrolmentId, cohortId } = enrolment;
	const [led, people, attended] = await Promise.all([
		prisma().sitting.findUnique({
			where: { leaderId_moduleId: { leaderId: enrolmentId, moduleId: module.id } },
			select: { members: { select: { enrolmentId: true, wasThere: true } } }
		}),
		prisma().enrolment.findMany({
			where: { cohortId, role: 'participant' },
			orderBy: [{ person: { name: 'asc' } }, { id: 'asc' }],
			select: { id: true, organisationId: true, person: { select: { name: true } } }
		}),
		prisma().sittingMember.findFirst({
			where: { enrolmentId, wasThere: true, sitting: { moduleId: module.id } },
			select: {
				sitting: {
					select: { leaderId: true, members: { where: { wasThere: true } } }
				}
			}
		})
	]);
	const own = people.find(({ id }) => id === enrolmentId);
	const nameOf = (id: string) => people.find((each) => each.id === id)?.person.name;
	const others = people
		.filter(({ id }) => id !== enrolmentId)
		.map(({ id, organisationId, person }) => ({
			enrolmentId: id,
			name: person.name,
			isTeam: organisationId === own?.organisationId
		}))
		.toSorted((one, other) => Number(other.isTeam) - Number(one.isTeam));
	return {
		led: led && {
			members: others.flatMap(({ enrolmentId: id, name }) => {
				const member = led.members.find((each) => each.enrolmentId === id);
				return member ? [{ enrolmentId: id, name, confirmed: member.wasThere === true }] : [];
			})
		},
		others,
		attended: attended && {
			leader: nameOf(attended.sitting.leaderId) ?? '',
			others: attended.sitting.members
				.filter((member) => member.enrolmentId !== enrolmentId)
				.map((member) => nameOf(member.enrolmentId))
				.filter((name) => name !== undefined)
				.toSorted((one, other) => one.localeCompare(other, 'en'))
		}
	};
}

/**
 * Names who is with the viewer, anew or for the first time. Who has said that they were there stays named.
 */
export async function keepSitting(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string,
	{ members }: v.InferOutput<typeof sittingInput>
): Promise<void> {
	const { enrolment, module, record } = await openPlace(viewer, seriesSlug, moduleSlug);
	if (!mayLead(enrolment, module)) throw new NotFound();
	const { enrolmentId: leaderId, cohortId } = enrolment;
	if (members.length === 0) throw new Invalid('Choose at least one person who is with you.');
	const known = await prisma().enrolment.count({
		where: { id: { in: members, not: leaderId }, cohortId, role: 'participant' }
	});
	if (known !== members.length) throw new NotFound();
	await transaction(async (client) => {
		if (record.modules.has(module.id)) {
			const { rowCount } = await client.query(
				'select from sitting where leader_id = $1 and module_id = $2',
				[leaderId, module.id]
			);
			if (rowCount === 0) {
				throw new Refused('You finished this module alone, so it is too late to name a group.');
			}
		}
		const { rows } = await client.query<{ id: string }>(
			`insert into sitting (leader_id, module_id, started_at) values ($1, $2, $3)
			on conflict (leader_id, module_id) do update set started_at = sitting.started_at
			returning id`,
			[leaderId, module.id, now()]
		);
		const id = rows[0]?.id;
		await client.query(
			`delete from sitting_member
			where sitting_id = $1 and was_there is not true and enrolment_id <> all($2::uuid[])`,
			[id, members]
		);
		await client.query(
			`insert into sitting_member (sitting_id, enrolment_id)
			select $1, unnest($2::uuid[]) on conflict do nothing`,
			[id, members]
		);
	});
}

/** Goes on alone: nobody is asked any more. Once somebody has said that they were there, it stays. */
export async function endSitting(
	viewer: Viewer,
	seriesSlug: string,
	moduleSlug: string
): Promise<void> {
	const { enrolment, module } = await openPlace(viewer, seriesSlug, moduleSlug);
	if (!mayLead(enrolment, module)) throw new NotFound();
	const confirmed = await prisma().sittingMember.count({
		where: { wasThere: true, sitting: { leaderId: enrolment.enrolmentId, moduleId: module.id } }
	});
	if (confirmed > 0) {
		throw new Refused(
			'Somebody has said that they worked through it with you, so it stays a group.'
		);
	}
	await prisma().sitting.deleteMany({
		where: { leaderId: enrolment.enrolmentId, moduleId: module.id }
	});
}

const ASKED = `
	select sitting.id, sitting.module_id as "moduleId", leader_person.name as leader,
		module_completion.completed_at as "on"
	from sitting_member
	join sitting on sitting.id = sitting_member.sitting_id
	join enrolment leader on leader.id = sitting.leader_id
	join person leader_person on leader_person.id = leader.person_id
	join module_completion on module_completion.enrolment_id = leader.id
		and module_completion.module_id = sitting.module_id
	where sitting_member.enrolment_id = any($1::uuid[]) and sitting_member.was_there is null
		and not exists (
			select from module_completion own
			where own.enrolment_id = sitting_member.enrolment_id and own.module_id = sitting.module_id
		)
	order by 4, sitting.id`;

/** The groups that finished a module and named the viewer, who has not said whether they were there. */
export async function listAskedSittings(viewer: Viewer): Promise<AskedSitting[]> {
	const own = participantIn(viewer).map(({ enrolmentId }) => enrolmentId);
	if (own.length === 0) return [];
	const rows = await statement<{ id: string; moduleId: string; leader: string; on: Date }>(
		'asked-sittings',
		ASKED,
		[own]
	);
	return rows.flatMap(({ moduleId, ...row }) => {
		const found = findModuleById(moduleId);
		return found ? [{ ...row, moduleTitle: found.module.title }] : [];
	});
}

/**
 * The viewer says whether they were there. Yes gives them what whoever led has completed of the module,
 * from now on. @throws Locked where the module is not open to them yet.
 */
export async function answerSitting(
	viewer: Viewer,
	{ sitting: id, answer }: v.InferOutput<typeof attendanceInput>
): Promise<void> {
	const own = participantIn(viewer);
	const member = await prisma().sittingMember.findFirst({
		where: { sittingId: id, enrolmentId: { in: own.map(({ enrolmentId }) => enrolmentId) } },
		select: {
			enrolmentId: true,
			sitting: { select: { leaderId: true, moduleId: true } }
		}
	});
	const enrolment = own.find(({ enrolmentId }) => enrolmentId === member?.enrolmentId);
	const found = findModuleById(member?.sitting.moduleId ?? '');
	if (member === null || enrolment === undefined || found === null) throw new NotFound();
	const { leaderId } = member.sitting;
	const { series, module } = found;
	// As they stand in the cohort in which they were named, whatever others they are in.
	if (answer === 'yes') {
		await openPlace({ ...viewer, enrolments: [enrolment] }, series.slug, module.slug);
	}
	await transaction(async (client) => {
		const { rowCount } = await client.query(
			`update sitting_member set was_there = $3, said_at = $4
			where sitting_id = $1 and enrolment_id = $2 and was_there is null
				and exists (select from module_completion where enrolment_id = $5 and module_id = $6)`,
			[id, enrolment.enrolmentId, answer === 'yes', now(), leaderId, module.id]
		);
		if (rowCount === 1 && answer === 'yes') {
			await creditModule(client, leaderId, enrolment.enrolmentId, module);
		}
	});
}

function mayLead({ role }: ViewerEnrolment, { modes }: Module): boolean {
	return role === 'participant' && modes.includes('group');
}

function participantIn({ enrolments }: Viewer): ViewerEnrolment[] {
	return enrolments.filter(({ role }) => role === 'participant');
}

function findModuleById(id: string): { series: Series; module: Module } | null {
	for (const series of listSeries()) {
		const module = series.modules.find((each) => each.id === id);
		if (module !== undefined) return { series, module };
	}
	return null;
}
