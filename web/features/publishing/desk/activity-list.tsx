import { useState } from 'react';
import { addDays, clockTime, momentName, shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useActivities, type Activity } from './publishing-api.ts';

const pastDays = 60;
type Props = { areaId: string; open: string | null; onOpen: (id: string) => void };

/** Activities to come, or those of the last two months. */
export function ActivityList({ areaId, open, onOpen }: Props) {
  const { now } = useSession();
  const [isPast, showPast] = useState(false);
  const today = shanghaiDate(now());
  const activities = useActivities(areaId, isPast ? { from: addDays(today, -pastDays), to: addDays(today, -1) } : null);
  const refused = refusedOf(activities.error);
  const items = activities.data?.items ?? [];
  const sorted = isPast ? [...items].reverse() : items;
  return (
    <section className="card">
      <h2>
        {isPast ? `过去 ${pastDays} 天办过的` : '还没有办的'}
        {activities.data && <span className="mute">{items.length} 场</span>}
        <span className="r">
          <button type="button" className="plain link" onClick={() => showPast(!isPast)}>
            {isPast ? '看还没有办的' : '看办过的'}
          </button>
        </span>
      </h2>
      {refused && <RefusedPage refused={refused} retry={() => void activities.refetch()} />}
      {!activities.data && !refused && <Waiting />}
      {activities.data && items.length === 0 && <Empty>{isPast ? '这段时间没有办过。' : '还没有排活动。'}</Empty>}
      {items.length > 0 && (
        <table className="t">
          <caption className="sr">活动</caption>
          <thead>
            <tr>
              <th className="w-time">什么时候</th>
              <th>活动</th>
              <th className="w-where">地点</th>
              <th className="w-seats">报名</th>
              <th className="w-kind">状态</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((one) => (
              <Row key={one.id} one={one} now={now()} isOpen={one.id === open} onOpen={onOpen} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

type RowProps = { one: Activity; now: Date; isOpen: boolean; onOpen: (id: string) => void };

function Row({ one, now, isOpen, onOpen }: RowProps) {
  return (
    <tr className={isOpen ? 'open' : undefined}>
      <td>
        {momentName(one.startsAt, now)}–{clockTime(one.endsAt)}
      </td>
      <td>
        <button type="button" className="plain link a" onClick={() => onOpen(one.id)}>
          {one.title}
        </button>
        <div className="z">
          {one.kindName} · {one.host}
        </div>
      </td>
      <td>{one.place}</td>
      <td>{one.seats === null ? '不用报名' : `${one.enrolled} / ${one.seats} 人`}</td>
      <td>
        <Tag tone={one.state === 'full' ? 'due' : one.state === 'begun' ? 'ok' : 'plain'}>{one.stateName}</Tag>
      </td>
    </tr>
  );
}
