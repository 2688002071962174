import type { PageLoad } from './$types';

/** The door, the room and what answers in it come when they are needed: many phones are on a slow line. */
export const load: PageLoad = async ({ data: { phone, group, votes, opening, after } }) => {
	const isIn = phone.room !== null;
	const isAsked = phone.own !== null && phone.own.asks.length > 0;
	const isInGroup = phone.room !== null && phone.room.breakout !== null;
	const isShown = phone.room?.asked.now?.isRevealed === true;
	const isOpening = opening.commitments.length > 0;
	const [door, room, answer, groupCard, wall, openingCard, claim, afterEnd] = await Promise.all([
		isIn ? null : import('./Door.svelte'),
		isIn ? import('./InRoom.svelte') : null,
		isAsked ? import('./Answer.svelte') : null,
		isInGroup ? import('$lib/live/GroupCard.svelte') : null,
		isShown ? import('$lib/live/Wall.svelte') : null,
		isOpening ? import('./Opening.svelte') : null,
		phone.claim === null ? null : import('./Claim.svelte'),
		after === null ? null : import('./AfterEnd.svelte')
	]);
	return {
		phone,
		group,
		votes,
		opening,
		after,
		Door: door?.default ?? null,
		InRoom: room?.default ?? null,
		Answer: answer?.default ?? null,
		GroupCard: groupCard?.default ?? null,
		Wall: wall?.default ?? null,
		Opening: openingCard?.default ?? null,
		Claim: claim?.default ?? null,
		AfterEnd: afterEnd?.default ?? null
	};
};
