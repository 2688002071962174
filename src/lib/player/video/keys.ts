/** What a key does while the focus is in the player. */
export type Command =
	| { do: 'toggle' | 'mute' | 'captions' | 'fullscreen' | 'slower' | 'faster' }
	| { do: 'move'; by: number };

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/** @param inside where the focus is: a control or a slider has its own use for some keys. */
export function commandOf(key: Key, inside: 'player' | 'control' | 'slider'): Command | null {
	if (key.ctrlKey || key.altKey || key.metaKey) return null;
	switch (key.key.toLowerCase()) {
		case ' ':
			return inside === 'player' ? { do: 'toggle' } : null;
		case 'arrowleft':
			return inside === 'slider' ? null : { do: 'move', by: -5 };
		case 'arrowright':
			return inside === 'slider' ? null : { do: 'move', by: 5 };
		case 'k':
			return { do: 'toggle' };
		case 'j':
			return { do: 'move', by: -10 };
		case 'l':
			return { do: 'move', by: 10 };
		case 'm':
			return { do: 'mute' };
		case 'c':
			return { do: 'captions' };
		case 'f':
			return { do: 'fullscreen' };
		case '<':
			return { do: 'slower' };
		case '>':
			return { do: 'faster' };
		default:
			return null;
	}
}
