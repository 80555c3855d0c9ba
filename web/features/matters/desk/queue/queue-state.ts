import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { shanghaiDate } from '#shared/time';
import { useSession } from '../../../../lib/desk/session.tsx';
import type { CountKey, ListQuery } from '../matters-api.ts';

/** What a query may hold, by its name in the address. */
export const filterNames = [
  'q',
  'method',
  'step',
  'due',
  'category',
  'grid',
  'channel',
  'from',
  'to',
  'closedFrom',
  'closedTo',
  'stars',
  'rated',
  'satisfied',
  'inGrid',
  'onTime',
  'status',
  'mine',
  'supervised',
  'building',
  'sort',
] as const;
export type FilterName = (typeof filterNames)[number];
export type Filters = Partial<Record<FilterName, string>>;

export type Tab = { id: string; label: string; count?: CountKey; filters: Filters; isLate?: boolean };

/** The first day of the month that holds a day. */
function monthStart(now: Date): string {
  return `${shanghaiDate(now).slice(0, 7)}-01`;
}

/** The tabs above the list; each count equals the list its tab opens. */
export function standingTabs(now: Date): Tab[] {
  return [
    { id: 'open', label: '全部在办', count: 'open', filters: { status: 'open' } },
    { id: 'waiting', label: '等我办', count: 'waiting', filters: { mine: 'waiting' } },
    { id: 'late', label: '已逾期', count: 'late', filters: { due: 'late' }, isLate: true },
    { id: 'today', label: '今天到期', count: 'today', filters: { due: 'today' } },
    { id: 'handed', label: '我交出去的', count: 'handed', filters: { mine: 'handed' } },
    { id: 'supervised', label: '督办的', count: 'supervised', filters: { status: 'open', supervised: 'true' } },
    { id: 'hotline', label: '12345 转来', count: 'hotline', filters: { status: 'open', channel: 'hotline' } },
    {
      id: 'closed',
      label: '本月办结',
      count: 'closedThisMonth',
      filters: { status: 'done', closedFrom: monthStart(now), sort: 'closed' },
    },
  ];
}

export type QueueState = {
  tab: string;
  filters: Filters;
  query: ListQuery;
  cursor: string | null;
  limit: number;
  /** `areaId/number` of the matter in the drawer. */
  open: { areaId: string; number: string } | null;
  /** A community inside a wider area, when the list is narrowed to it. */
  within: string | null;
  setTab(tab: Tab, replace?: boolean): void;
  setFilters(filters: Filters): void;
  setPage(cursor: string | null, limit?: number): void;
  setOpen(open: { areaId: string; number: string } | null): void;
  setWithin(areaId: string | null): void;
};

const limitDefault = 20;

/** The query lives in the address, so that it can be kept, sent and gone back to. */
export function useQueueState(): QueueState {
  const [search, setSearch] = useSearchParams();
  const { now } = useSession();
  const change = useCallback(
    (edit: (next: URLSearchParams) => void, replace = false) =>
      setSearch(
        (old) => {
          const next = new URLSearchParams(old);
          edit(next);
          return next;
        },
        { replace },
      ),
    [setSearch],
  );
  const filters = useMemo(() => filtersOf(search), [search]);
  const named = filterNames.some((name) => search.has(name));
  const tab = search.get('tab') ?? (named ? '' : 'open');
  const standing = standingTabs(now()).find((one) => one.id === tab);
  const whole = { ...standing?.filters, ...filters };
  const limit = Number(search.get('limit') ?? limitDefault);
  const cursor = search.get('cursor');
  const open = search.get('open')?.split('/');
  return {
    tab,
    filters: whole,
    query: { ...whole, limit, ...(cursor ? { cursor } : {}) },
    cursor,
    limit,
    open: open?.[0] && open[1] ? { areaId: open[0], number: open[1] } : null,
    within: search.get('in'),
    ...stepsOf(change, now()),
  };
}

type Change = (edit: (next: URLSearchParams) => void, replace?: boolean) => void;
type Steps = Pick<QueueState, 'setTab' | 'setFilters' | 'setPage' | 'setOpen' | 'setWithin'>;

function write(params: URLSearchParams, name: string, value: string | null | undefined): void {
  if (value) params.set(name, value);
  else params.delete(name);
}

/** Ways from one query to another, each a new address. */
function stepsOf(change: Change, now: Date): Steps {
  return {
    setTab: (next, replace) =>
      change((params) => {
        for (const name of [...filterNames, 'cursor', 'open']) params.delete(name);
        params.set('tab', next.id);
        if (standingTabs(now).some((one) => one.id === next.id)) return;
        for (const [name, value] of Object.entries(next.filters)) params.set(name, value);
      }, replace),
    setFilters: (next) =>
      change((params) => {
        for (const name of [...filterNames, 'cursor', 'open', 'tab']) params.delete(name);
        for (const [name, value] of Object.entries(next)) write(params, name, value);
      }),
    setPage: (next, size) =>
      change((params) => {
        params.delete('open');
        write(params, 'cursor', next);
        if (size) params.set('limit', String(size));
      }),
    setOpen: (next) => change((params) => write(params, 'open', next && `${next.areaId}/${next.number}`), true),
    setWithin: (areaId) =>
      change((params) => {
        params.delete('cursor');
        write(params, 'in', areaId);
      }),
  };
}

function filtersOf(search: URLSearchParams): Filters {
  return Object.fromEntries(
    filterNames.flatMap((name) => {
      const value = search.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}
