import type { SubmitFunction } from '@sveltejs/kit';
import { readAnew } from '$lib/read-anew.ts';
import { sendInPlace } from '$lib/ui/sending.ts';

/** As `sendInPlace`; and whoever was overtaken sees how the meeting stands now, beside what they entered. */
export const sendChange: SubmitFunction = async (sending) => {
	const after = await sendInPlace(sending);
	return async (outcome) => {
		await after?.(outcome);
		const { result } = outcome;
		if (result.type === 'failure' && result.status === 409) await readAnew();
	};
};
