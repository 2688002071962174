/** A role as its holder reads it. What a guide named stays as it is. */
export function roleWord(role: string): string {
	switch (role) {
		case 'facilitator':
			return 'Leads the talk';
		case 'scribe':
			return 'Writes the note';
		case 'timekeeper':
			return 'Keeps the time';
		case 'reporter':
			return 'Tells the room';
		default:
			return role;
	}
}
