import { config } from '../config.ts';
import { drawQr, type Qr } from '../qr.ts';

export type JoinLink = {
	/** Grouped so that it can be read out and typed. */
	code: string;
	href: string;
	qr: Qr;
};

/** Into a cohort. */
export function joinLink(joinCode: string): JoinLink {
	return linkTo(`/join/${joinCode}`, `${joinCode.slice(0, 4)} ${joinCode.slice(4)}`);
}

/** Into a meeting. */
export function liveLink(code: string): JoinLink {
	return linkTo(`/live/${code}`, `${code.slice(0, 3)} ${code.slice(3)}`);
}

function linkTo(path: string, code: string): JoinLink {
	const href = config().origin + path;
	return { code, href, qr: drawQr(href) };
}
