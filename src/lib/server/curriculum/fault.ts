/** Something an author must mend: where, and a sentence that says how. */
export interface Fault {
	file: string;
	line: number;
	message: string;
	/** Only asks to lock a new id, which does not stop the dev server or the build. */
	mend?: 'lock';
}

export function describeFault(fault: Fault): string {
	return `${fault.file}:${fault.line}: ${fault.message}`;
}

/** The content cannot be shown; the message lists every fault. */
export class FaultyContent extends Error {
	readonly faults: Fault[];

	constructor(faults: Fault[]) {
		super(`The content under modules/ has faults:\n${faults.map(describeFault).join('\n')}`);
		this.name = 'FaultyContent';
		this.faults = faults;
	}
}
