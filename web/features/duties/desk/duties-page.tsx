import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import type { DutyState } from '#contract/duties';
import { addDays, shanghaiDate } from '#shared/time';
import { queryText, refusedOf } from '../../../lib/desk/api.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { AbsenceDrawer } from './absence-drawer.tsx';
import { CoverageCard } from './coverage-card.tsx';
import { useCoverage, useSets } from './duties-api.ts';
import { PeriodsDrawer } from './periods-drawer.tsx';
import { SetsCard } from './sets-card.tsx';
import './duties.css';

const spans = [
  { days: 7, label: '最近 7 天' },
  { days: 14, label: '最近 14 天' },
  { days: 30, label: '最近 30 天' },
];
const daysFirst = 14;

/** Duties of the community: which grid did what on which day, who is away, and which sets run here. */
export function DutiesPage() {
  const { area } = useSession();
  return isWide(area) ? (
    <Empty>定期任务按社区看。请在上面选一个社区。</Empty>
  ) : (
    <CommunityDuties key={area.id} areaId={area.id} />
  );
}

function CommunityDuties({ areaId }: { areaId: string }) {
  const { now, can } = useSession();
  const [search, setSearch] = useSearchParams();
  const [isNoting, note] = useState(false);
  const sets = useSets(areaId);
  const adopted = (sets.data ?? []).filter((one) => one.adopted);
  const today = shanghaiDate(now());
  const to = search.get('to') ?? today;
  const from = search.get('from') ?? addDays(to, 1 - daysFirst);
  const set = search.get('set') ?? adopted[0]?.id;
  const change = (changes: Record<string, string | null>): void =>
    setSearch(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  const refused = refusedOf(sets.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void sets.refetch()} />;
  if (!sets.data) return <Waiting lines={9} />;
  const asked = { set, from, to };
  return (
    <div className="duties">
      <div className="page-head">
        <h1>定期任务</h1>
        <div className="tabs" role="group" aria-label="哪一组任务">
          {adopted.map((one) => (
            <button key={one.id} type="button" aria-pressed={one.id === set} onClick={() => change({ set: one.id })}>
              {one.name.zh}
            </button>
          ))}
        </div>
        <span className="sp" />
        <div className="tabs" role="group" aria-label="时段">
          {spans.map(({ days, label }) => {
            const first = addDays(today, 1 - days);
            return (
              <button
                key={days}
                type="button"
                aria-pressed={from === first && to === today}
                onClick={() => change({ from: first, to: today })}
              >
                {label}
              </button>
            );
          })}
        </div>
        {adopted.length > 0 && (
          <a className="tool row" href={`/api/v1/areas/${areaId}/duties/periods.xlsx${queryText(asked)}`} download>
            <Icon name="excel" size="xs" />
            导出
          </a>
        )}
        {can('duty.arrange') && <Button onClick={() => note(true)}>请假与代班</Button>}
      </div>
      {adopted.length > 0 ? (
        <Coverage areaId={areaId} asked={asked} open={change} />
      ) : (
        <Empty>这里还没有采用定期任务。从下面挑一组，采用以后就按它派。</Empty>
      )}
      <SetsCard areaId={areaId} sets={sets.data} />
      {search.has('list') && (
        <PeriodsDrawer
          areaId={areaId}
          asked={{
            set,
            from: search.get('day') ?? from,
            to: search.get('day') ?? to,
            subject: search.get('subject') ?? undefined,
            state: (search.get('state') as DutyState | null) ?? undefined,
          }}
          onClose={() => change({ list: null, day: null, subject: null, state: null })}
        />
      )}
      {isNoting && <AbsenceDrawer areaId={areaId} onClose={() => note(false)} />}
    </div>
  );
}

type Open = (changes: Record<string, string | null>) => void;

function Coverage({
  areaId,
  asked,
  open,
}: {
  areaId: string;
  asked: { set: string | undefined; from: string; to: string };
  open: Open;
}) {
  const coverage = useCoverage(areaId, asked);
  const refused = refusedOf(coverage.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void coverage.refetch()} />;
  if (!coverage.data) return <Waiting lines={7} />;
  return (
    <CoverageCard
      coverage={coverage.data}
      isOld={coverage.isPlaceholderData}
      open={(wanted) => open({ list: '1', day: null, subject: null, state: null, ...wanted })}
    />
  );
}
