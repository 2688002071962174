import type { HandleClientError } from '@sveltejs/kit';

/** As the browsers say that nothing came. */
const AWAY = /fetch|network|load failed/i;

export const handleError: HandleClientError = ({ error, message }) => {
	const isAway = error instanceof TypeError && AWAY.test(error.message);
	return { message, ...(isAway && { isAway }) };
};
