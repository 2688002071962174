/** The bytes a request asks for, the last one included. */
export interface ByteRange {
	first: number;
	last: number;
}

/**
 * Reads a Range header. Null means the whole file: no header, one that we cannot read, or one that asks
 * for several pieces, which a server may answer whole (RFC 9110, 14.2).
 */
export function rangeOf(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
	const match = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '');
	if (match === null) return null;
	const [, from = '', to = ''] = match;
	if (from === '' && to === '') return null;
	if (from === '') {
		const length = Math.min(Number(to), size);
		return length === 0 ? 'unsatisfiable' : { first: size - length, last: size - 1 };
	}
	const first = Number(from);
	const last = to === '' ? Infinity : Number(to);
	if (last < first) return null;
	return first >= size ? 'unsatisfiable' : { first, last: Math.min(last, size - 1) };
}

/** Whether one of the tags that a client holds is this one; weak tags compare by what they name. */
export function holds(header: string | null, tag: string): boolean {
	if (header === null) return false;
	if (header.trim() === '*') return true;
	return header.split(',').some((one) => one.trim().replace(/^W\//, '') === tag);
}
