import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Me } from '#contract/accounts';
import type { Screen } from '#contract/matters/screen';
import { ask, refusedOf } from '../lib/desk/api.ts';
import { useLive } from '../lib/desk/live.ts';
import { doorsOf, type Door, type PeriodId } from './doors.ts';
import { Foot, Head } from './head-foot.tsx';
import { Happening, Sources, Totals } from './left.tsx';
import { SchematicMap } from './map.tsx';
import { OverList } from './over-list.tsx';
import { LongestLate, OnTime, StepTimes } from './right.tsx';
import { stageHeight, stageWidth, useIdle, useStageScale } from './use-stage.ts';

const refreshMs = 300_000;
const idleMs = 180_000;
// An address of the live stream holds this many areas.
const heardMax = 50;
const wide = ['city', 'district', 'street', 'community'];

/** The one screen of a city, a district, a street or a community. */
export function Wall() {
  const me = useQuery({ queryKey: ['me'], queryFn: () => ask<Me>('me') });
  const refused = refusedOf(me.error);
  if (refused && refused.status !== 401) return <Say>{refused.detail}</Say>;
  if (!me.data) return <Stage>{null}</Stage>;
  if (!me.data.can.includes('screen.read')) {
    return <Say>您的账号看不了一屏。请书记或上级管理员给您加上。</Say>;
  }
  const asked = new URLSearchParams(location.search).get('area');
  const held = me.data.roles.filter((role) => wide.includes(role.level));
  const areaId = asked ?? [...held].sort((a, b) => wide.indexOf(a.level) - wide.indexOf(b.level))[0]?.areaId;
  return areaId ? <AreaWall areaId={areaId} /> : <Say>您还没有任何辖区的角色。</Say>;
}

function AreaWall({ areaId }: { areaId: string }) {
  const [period, setPeriod] = useState<PeriodId>('today');
  const [door, setDoor] = useState<Door | null>(null);
  const screen = useQuery({
    queryKey: ['matters', areaId, 'screen', period],
    queryFn: () => ask<Screen>(`areas/${areaId}/screen`, { period }),
    placeholderData: keepPreviousData,
    refetchInterval: refreshMs,
  });
  const home = useCallback(() => {
    setDoor(null);
    setPeriod('today');
  }, []);
  useIdle(idleMs, home);
  useLive(heardBy(areaId, screen.data));
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setDoor(null);
    };
    window.addEventListener('keydown', pressed);
    return () => window.removeEventListener('keydown', pressed);
  }, []);
  const doors = useMemo(() => (screen.data ? doorsOf(screen.data) : null), [screen.data]);
  const refused = refusedOf(screen.error);
  if (!screen.data || !doors) return refused ? <Say>{refused.detail}</Say> : <Stage>{null}</Stage>;
  const parts = { screen: screen.data, doors, open: setDoor };
  return (
    <Stage>
      <Head screen={screen.data} period={period} onPeriod={setPeriod} />
      <main className="wg">
        <div className="col">
          <Totals {...parts} />
          <Sources {...parts} />
          <Happening {...parts} />
        </div>
        <section className="p map" aria-label="地图">
          {isOnePlace(screen.data) ? (
            <OverList door={door ?? doors.open()} onClose={door ? () => setDoor(null) : null} />
          ) : (
            <>
              <SchematicMap {...parts} />
              {door && <OverList door={door} onClose={() => setDoor(null)} />}
            </>
          )}
        </section>
        <div className="col">
          <LongestLate {...parts} />
          <StepTimes {...parts} />
          <OnTime {...parts} />
        </div>
      </main>
      <Foot screen={screen.data} isOld={screen.isError} />
    </Stage>
  );
}

/** A single community has no map: its open matters stand there instead. */
function isOnePlace({ districts }: Screen): boolean {
  const [district] = districts;
  return districts.length === 1 && district?.communities.length === 1 && district.polygon.length === 0;
}

function heardBy(areaId: string, screen: Screen | undefined): string[] {
  const communities = screen?.districts.flatMap((district) => district.communities.map((one) => one.id)) ?? [];
  return [...new Set([areaId, ...communities])].slice(0, heardMax);
}

function Stage({ children }: { children: ReactNode }) {
  const scale = useStageScale();
  return (
    <div
      className="stage"
      style={{
        width: stageWidth,
        height: stageHeight,
        transform: `translate(-50%, -50%) scale(${scale})`,
      }}
    >
      {children}
    </div>
  );
}

function Say({ children }: { children: ReactNode }) {
  return (
    <Stage>
      <main className="say">
        <p role="alert">{children}</p>
        <p>
          <a href="/desk">去工作台</a>
        </p>
      </main>
    </Stage>
  );
}
