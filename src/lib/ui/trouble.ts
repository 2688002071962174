/**
 * Why a form did not arrive, in words that its page can show: the page stays, and with it what was typed.
 * @param status none where no server was reached.
 */
export function troubleOf(status: number | undefined, thrown: unknown): string {
	if (status === 401) return 'You are signed out. Your words stay here.';
	const said = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
	if (status === undefined || status >= 500 || !said) {
		return 'That did not reach us. Your words stay here: send them again.';
	}
	return String(thrown.message);
}
