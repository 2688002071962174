/**
 * For who comes in again: when they came stays, unless a facilitator has said meanwhile that they had not been
 * there, which leaves a stay without length.
 */
export const ARRIVED = `case when live_attendee.left_at = live_attendee.arrived_at
	then excluded.arrived_at else live_attendee.arrived_at end`;
