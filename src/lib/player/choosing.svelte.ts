import { post } from './post.ts';

/** A choice that is sent in the background, without a reload and without disturbing what is being written. */
export function choosing(
	page: () => { blockId: string; ownerId: string; href: string; refresh: () => void }
) {
	let isSending = $state(false);
	let message: string | null = $state(null);
	let isSignedOut = $state(false);

	async function send(choices: readonly string[]): Promise<boolean> {
		const { blockId, ownerId, href, refresh } = page();
		isSending = true;
		const posted = await post(href, 'choose', { blockId, owner: ownerId, choices });
		isSending = false;
		isSignedOut = posted.kind === 'signed-out';
		message = null;
		if (posted.kind === 'done') refresh();
		else if (posted.kind === 'refused') message = posted.message;
		else if (posted.kind === 'unreachable') {
			message = 'That did not reach us. What you chose is still here: please try again.';
		}
		return posted.kind === 'done';
	}

	return {
		send,
		get isSending() {
			return isSending;
		},
		get message() {
			return message;
		},
		get isSignedOut() {
			return isSignedOut;
		}
	};
}
