import { create } from 'qrcode';

/** An address as a QR code: the dark squares as one SVG path, on a square of `size` units. */
export type Qr = { size: number; path: string };

const QUIET_ZONE = 4;

export function drawQr(href: string): Qr {
	const { modules } = create(href, { errorCorrectionLevel: 'M' });
	let path = '';
	for (let row = 0; row < modules.size; row += 1) {
		for (let column = 0; column < modules.size; column += 1) {
			if (modules.get(row, column)) path += `M${column + QUIET_ZONE} ${row + QUIET_ZONE}h1v1h-1z`;
		}
	}
	return { size: modules.size + 2 * QUIET_ZONE, path };
}
