import type { Speaks } from '$lib/server/curriculum/index.ts';

const names: Record<Exclude<Speaks['who'], 'roles'>, string> = {
	everyone: 'Everyone may speak',
	nobody: 'Nobody speaks',
	'in-turn': 'One at a time, in turn',
	'in-pairs': 'In pairs',
	facilitator: 'The facilitator speaks'
};

/** Who may speak in a step of a protocol. */
export function speakersOf(speaks: Speaks): string {
	return speaks.who === 'roles' ? `Speaking: ${speaks.names.join(', ')}` : names[speaks.who];
}
