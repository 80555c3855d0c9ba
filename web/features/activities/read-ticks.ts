export type Ticks = { ticks: { attendee: string; there: boolean }[]; headcount?: number | null };

/**
 * What the list of a door says: who was ticked and was not before, and whose tick was taken back. What another phone has ticked
 * meanwhile stays. An untouched headcount is not sent.
 */
export function readTicks(form: FormData): Ticks {
  const there = new Set(form.getAll('there').map(String));
  const before = new Set(form.getAll('came').map(String));
  const ticks = [
    ...[...there].filter((one) => !before.has(one)).map((attendee) => ({ attendee, there: true })),
    ...[...before].filter((one) => !there.has(one)).map((attendee) => ({ attendee, there: false })),
  ];
  const heads = String(form.get('headcount') ?? '').trim();
  if (heads === String(form.get('headcountBefore') ?? '')) return { ticks };
  const count = Number(heads);
  return { ticks, headcount: heads === '' || !Number.isInteger(count) || count < 0 ? null : count };
}
