const fewCases = 20;

const tooFewCases = 5;

/** So few that a share or a median says nothing about a way of working. Source: issue 3 “live outcome”. */
export const isTooFew = (whole: number): boolean => whole < tooFewCases;

/** `88.6%`; null where only the fraction is honest: of few cases, of all of them, of none. Source: look/desk 6. */
export function sharePercent(part: number, whole: number): string | null {
  if (whole < fewCases || part === whole) return null;
  return `${((part / whole) * 100).toFixed(1)}%`;
}

/** A share in words, never without its fraction. */
export function shareText(part: number, whole: number): string {
  if (whole === 0) return '没有';
  const percent = sharePercent(part, whole);
  return percent ? `${percent}（${part}/${whole}）` : `${part}/${whole}`;
}
