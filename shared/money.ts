/** Money is whole fen on both sides; text of yuan is read digit by digit and never becomes a fraction on the way. */

/** The most that one amount may be: 100 billion yuan, far within what a number holds exactly. */
export const mostFen = 10_000_000_000_000;

const yuanForm = /^[¥￥]?([+-]?)(\d{1,12}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,2}))?(?:元)?$/;

/** `１２，３４５．６０` typed with Chinese keys on, as everybody else writes it. */
function plain(text: string): string {
  return text
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replace(/[。]/g, '.')
    .replace(/[−–—]/g, '-')
    .replace(/\s/g, '');
}

/** Fen of a text of yuan such as `12,345.6`, `¥0.10` or `-3元`; null when it is none, or has more than two decimals. */
export function parseYuan(text: string): number | null {
  const found = yuanForm.exec(plain(text));
  if (!found) return null;
  const [, sign, whole = '', decimals = ''] = found;
  const fen = Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0'));
  if (fen > mostFen) return null;
  return sign === '-' && fen > 0 ? -fen : fen;
}

/** `12,345.60` of fen, with a minus where it is owed. */
export function formatFen(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '-' : ''}${whole}.${digits.slice(-2)}`;
}
