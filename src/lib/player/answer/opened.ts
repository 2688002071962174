/** A writing field of the page that is open. */
export interface OpenField {
	readonly blockId: string;
	readonly isUnsaved: boolean;
	/** @returns whether nothing is unsaved any more. */
	save(): Promise<boolean>;
}

/** For whoever must know whether something is unsaved. */
export const openFields = new Set<OpenField>();
