import { useCallback, useEffect, useMemo, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import type { Me } from '#contract/accounts';
import type { AreaPage } from '#contract/areas';
import { ask, refusedOf } from '../lib/desk/api.ts';
import { useRemembered } from '../lib/desk/remember.ts';
import { SessionContext, type DeskSession } from '../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../ui/desk/states.tsx';

type Clock = { now: string; demo: boolean };

/** Finds out who sits here and in which area; leads to the sign-in page when nobody does. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery({ queryKey: ['me'], queryFn: () => ask<Me>('me'), staleTime: Infinity });
  const mustChange = me.data?.mustChangePassword ?? false;
  useEffect(() => {
    if (mustChange) location.assign('/password?next=/desk');
  }, [mustChange]);
  if (mustChange) return <Waiting />;
  if (me.data) return <InArea me={me.data}>{children}</InArea>;
  const refused = refusedOf(me.error);
  if (!refused || refused.status === 401) return <Waiting />;
  return <RefusedPage refused={refused} retry={() => void me.refetch()} />;
}

function firstArea(me: Me): string | null {
  const desk = me.roles.find((role) => ['community', 'street', 'district', 'city'].includes(role.level));
  return (desk ?? me.roles[0])?.areaId ?? me.homeArea?.id ?? null;
}

function InArea({ me, children }: { me: Me; children: ReactNode }) {
  const [search, setSearch] = useSearchParams();
  const [kept, keep] = useRemembered<string | null>(me.id, 'area', null);
  const wanted = search.get('area');
  const areaId = wanted ?? kept ?? firstArea(me);
  useEffect(() => {
    if (!wanted) return;
    keep(wanted);
    setSearch(
      (now) => {
        now.delete('area');
        return now;
      },
      { replace: true },
    );
  }, [wanted, keep, setSearch]);
  const area = useQuery({
    queryKey: ['area', areaId],
    queryFn: () => ask<AreaPage>(`areas/${areaId ?? ''}`),
    enabled: areaId !== null,
    staleTime: Infinity,
  });
  const clock = useQuery({ queryKey: ['clock'], queryFn: () => ask<Clock>('clock'), staleTime: 300_000 });
  const page = area.data;
  useEffect(() => {
    // A grid's worker sees the lists of the community the grid belongs to.
    if (page && !['community', 'street', 'district', 'city'].includes(page.level)) keep(page.ownerId);
  }, [page, keep]);
  const ticking = useMemo(() => startClock(clock.data?.now), [clock.data?.now]);
  const can = useCallback((capability: string) => me.can.includes(capability), [me.can]);
  const demo = clock.data?.demo ?? false;
  const session = useMemo<DeskSession | null>(
    () => (page ? { me, area: page, ancestors: page.ancestors, setAreaId: keep, demo, now: ticking, can } : null),
    [page, me, keep, demo, ticking, can],
  );
  if (areaId === null) {
    return <RefusedPage refused={{ status: 403, detail: '您还没有任何辖区的角色。请本社区书记或管理员给您加上。' }} />;
  }
  if (session) return <SessionContext value={session}>{children}</SessionContext>;
  const refused = refusedOf(area.error);
  if (!refused) return <Waiting />;
  return <RefusedPage refused={refused} retry={() => (kept ? keep(null) : void area.refetch())} />;
}

/** The server's time, going on from the moment it was told. */
function startClock(told: string | undefined): () => Date {
  const aheadMs = told ? new Date(told).getTime() - Date.now() : 0;
  return () => new Date(Date.now() + aheadMs);
}
