const fewCases = 20;

/** A share with its fraction; of few cases only the fraction. Source: look/desk 6. */
export function shareWords(part: number, whole: number): { short: string; long: string } {
  if (whole === 0) return { short: '—', long: '还没有' };
  const percent = `${((part / whole) * 100).toFixed(1)}%`;
  if (whole < fewCases) return { short: `${part}/${whole}`, long: `${part}/${whole}` };
  return { short: percent, long: `${percent}（${part}/${whole}）` };
}
