import { Drawer } from 'antd';
import { Link } from 'react-router';
import type { DutyPeriod, DutyState } from '#contract/duties';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import type { IconName } from '../../../icons/icons.ts';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag, type Tone } from '../../../ui/desk/tag.tsx';
import { usePeriods, type PeriodsAsked } from './duties-api.ts';

const looks: Record<DutyState, { tone: Tone; icon: IconName }> = {
  late: { tone: 'late', icon: 'warn' },
  open: { tone: 'due', icon: 'clock' },
  done: { tone: 'ok', icon: 'check' },
  excused: { tone: 'info', icon: 'pause' },
};

/** The list behind a figure: each duty of each subject with how it stands and who did it. */
export function PeriodsDrawer({
  areaId,
  asked,
  onClose,
}: {
  areaId: string;
  asked: PeriodsAsked;
  onClose: () => void;
}) {
  const periods = usePeriods(areaId, asked);
  const items = periods.data?.pages.flatMap((page) => page.items) ?? [];
  const refused = refusedOf(periods.error);
  return (
    <Drawer
      open
      size={480}
      mask={false}
      onClose={onClose}
      title={asked.from === asked.to ? asked.from : `${asked.from} 至 ${asked.to}`}
    >
      {refused ? <RefusedPage refused={refused} retry={() => void periods.refetch()} /> : null}
      {periods.isPending ? <Waiting /> : null}
      {periods.data && items.length === 0 ? <Empty>没有这样的任务。</Empty> : null}
      <ul className="period-list">
        {items.map((one) => (
          <li key={`${one.to}${one.subject.id}${one.duty}`}>
            <PeriodLine one={one} areaId={areaId} />
          </li>
        ))}
      </ul>
      {periods.hasNextPage ? (
        <button
          type="button"
          className="plain fig"
          disabled={periods.isFetchingNextPage}
          onClick={() => void periods.fetchNextPage()}
        >
          再看一些
        </button>
      ) : null}
    </Drawer>
  );
}

function PeriodLine({ one, areaId }: { one: DutyPeriod; areaId: string }) {
  const { now } = useSession();
  const look = looks[one.state];
  return (
    <>
      <div className="row">
        <b>{one.name}</b>
        <span className="mute">{one.subject.label}</span>
        <span className="sp" />
        <Tag tone={look.tone} icon={look.icon}>
          {one.stateName}
        </Tag>
      </div>
      <p className="mute sm">
        {one.from === one.to ? one.to : `${one.from} 至 ${one.to}`}
        {one.done
          ? ` · ${momentName(one.done.at, now())} ${one.done.by}${one.done.standsFor ? `（代${one.done.standsFor}）` : ''}`
          : one.who
            ? ` · 该${one.who}做`
            : ''}
        {one.matter ? (
          <>
            {' · '}
            <Link className="fig" to={`/matters/${areaId}/${one.matter}`}>
              发现的问题
            </Link>
          </>
        ) : null}
      </p>
    </>
  );
}
