import type { MatterQuery } from '#contract/matters';
import type { Screen } from '#contract/matters/screen';

/** A list that adds up to a figure: whose matters, which of them, and how it is called. */
export type Door = { title: string; areaId: string; query: Partial<Record<keyof MatterQuery, string>> };

export const periods = [
  { id: 'today', label: '今天', before: '昨天' },
  { id: 'week', label: '本周', before: '上周' },
  { id: 'month', label: '本月', before: '上月' },
  { id: 'year', label: '今年', before: '去年' },
] as const;
export type PeriodId = (typeof periods)[number]['id'];

type Place = { id: string; name: string };

/** Every figure of the wall and the list behind it. */
export function doorsOf(screen: Screen) {
  const { areaId, from, to } = screen;
  const word = periods.find((one) => one.id === screen.period)?.label ?? '';
  const ended = { status: 'done', closedFrom: from, closedTo: to, sort: 'closed' } as const;
  return {
    created: (): Door => ({ title: `${word}新增`, areaId, query: { from, to, sort: 'created' } }),
    closed: (): Door => ({ title: `${word}办结`, areaId, query: ended }),
    open: (at?: Place): Door => ({ title: titled(at, '在办'), areaId: at?.id ?? areaId, query: { status: 'open' } }),
    late: (at?: Place): Door => ({ title: titled(at, '逾期'), areaId: at?.id ?? areaId, query: { due: 'late' } }),
    supervised: (): Door => ({ title: '已督办、还在办', areaId, query: { status: 'open', supervised: 'true' } }),
    channel: (channel: string, name: string): Door => ({
      title: `${word}新增 · ${name}`,
      areaId,
      query: { from, to, channel, sort: 'created' },
    }),
    step: (id: string, name: string): Door => ({
      title: `现在在“${name}”`,
      areaId,
      query: { status: 'open', step: id, ...(screen.method ? { method: screen.method.id } : {}) },
    }),
    onTime: (at: Place): Door => ({
      title: `${at.name} · ${word}按时办结`,
      areaId: at.id,
      query: { ...ended, onTime: 'yes' },
    }),
  };
}
export type Doors = ReturnType<typeof doorsOf>;

function titled(at: Place | undefined, what: string): string {
  return at ? `${at.name} · ${what}` : what;
}
