import QRCode from 'qrcode';

/** A QR code as one path on a grid of `size` squares, with the quiet zone a scanner wants. */
export type Qr = { size: number; path: string };

const quiet = 3;

export function qrOf(text: string): Qr {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++)
      if (modules.get(row, column)) path += `M${column + quiet} ${row + quiet}h1v1h-1z`;
  return { size: modules.size + 2 * quiet, path };
}
