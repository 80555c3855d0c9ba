/** What one area shows of itself, as stored by the worker. Days are those of Shanghai. */
export type Rollup = {
  open: number;
  late: number;
  supervised: number;
  days: { day: string; channel: string | null; created: number; closed: number; onTime: number }[];
};

export type Totals = {
  open: number;
  late: number;
  supervised: number;
  created: number;
  createdBefore: number;
  closed: number;
  closedBefore: number;
  onTime: number;
  channels: { channel: string; count: number }[];
};

/** Adds up roll-ups over a period (`to` exclusive) and the stretch before it, which begins at `before`. */
export function sumRollups(rollups: Rollup[], period: { from: string; to: string; before: string }): Totals {
  const days = rollups.flatMap((rollup) => rollup.days);
  const within = days.filter((day) => day.day >= period.from && day.day < period.to);
  const earlier = days.filter((day) => day.day >= period.before && day.day < period.from);
  const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
  const channels = new Map<string, number>();
  for (const day of within) if (day.channel) channels.set(day.channel, (channels.get(day.channel) ?? 0) + day.created);
  return {
    open: sum(rollups.map((one) => one.open)),
    late: sum(rollups.map((one) => one.late)),
    supervised: sum(rollups.map((one) => one.supervised)),
    created: sum(within.map((day) => day.created)),
    createdBefore: sum(earlier.map((day) => day.created)),
    closed: sum(within.map((day) => day.closed)),
    closedBefore: sum(earlier.map((day) => day.closed)),
    onTime: sum(within.map((day) => day.onTime)),
    channels: [...channels].map(([channel, count]) => ({ channel, count })).sort((a, b) => b.count - a.count),
  };
}
