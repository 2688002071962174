import { create } from 'qrcode';
import { config } from '../config.ts';

export type JoinLink = {
	/** Grouped so that it can be read out and typed. */
	code: string;
	href: string;
	/** The link as a QR code: the dark squares as one SVG path, on a square of `size` units. */
	qr: { size: number; path: string };
};

const QUIET_ZONE = 4;

export function joinLink(joinCode: string): JoinLink {
	const href = `${config().origin}/join/${joinCode}`;
	const { modules } = create(href, { errorCorrectionLevel: 'M' });
	let path = '';
	for (let row = 0; row < modules.size; row += 1) {
		for (let column = 0; column < modules.size; column += 1) {
			if (modules.get(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
		}
	}
	return {
		code: `${joinCode.slice(0, 4)} ${joinCode.slice(4)}`,
		href,
		qr: { size: modules.size + 2 * QUIET_ZONE, path }
	};
}
