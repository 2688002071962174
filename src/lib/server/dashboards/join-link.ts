import { config } from '../config.ts';
import { drawQr, type Qr } from '../qr.ts';

export type JoinLink = {
	/** Grouped so that it can be read out and typed. */
	code: string;
	href: string;
	qr: Qr;
};

export function joinLink(joinCode: string): JoinLink {
	const href = `${config().origin}/join/${joinCode}`;
	return { code: `${joinCode.slice(0, 4)} ${joinCode.slice(4)}`, href, qr: drawQr(href) };
}
