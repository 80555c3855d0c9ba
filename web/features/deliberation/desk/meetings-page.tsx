import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Button } from 'antd';
import { clockTime, dayName, shanghaiParts } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { MeetingDrawer } from './meeting-drawer.tsx';
import { useMeetingFigures, useMeetings, type Meeting, type When } from './meetings-api.ts';
import './talk-desk.css';

const tabs: { id: When; label: string }[] = [
  { id: 'next', label: '要开的' },
  { id: 'planned', label: '在筹备' },
  { id: 'past', label: '开过的' },
];

/** Meetings on the desk: to come, in preparation, held. */
export function MeetingsPage() {
  const { area } = useSession();
  const [search, setSearch] = useSearchParams();
  const [plans, plan] = useState(false);
  const when = tabs.find(({ id }) => id === search.get('tab'))?.id ?? 'next';
  const meetings = useMeetings(area.id, when);
  const refused = refusedOf(meetings.error);
  return (
    <div className="talk-desk">
      <div className="page-head">
        <h1>议事会</h1>
        <div className="tabs" role="group" aria-label="哪些会">
          {tabs.map(({ id, label }) => (
            <button key={id} type="button" aria-pressed={id === when} onClick={() => setSearch({ tab: id })}>
              {label}
            </button>
          ))}
        </div>
        <span className="sp" />
        <YearLine areaId={area.id} />
        <Button type="primary" icon={<Icon name="plus" size="xs" />} onClick={() => plan(true)}>
          筹备一次会
        </Button>
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void meetings.refetch()} />}
      {!meetings.data && !refused && <Waiting />}
      {meetings.data && (
        <section className="card">
          {meetings.data.items.length === 0 ? <Empty>这里还没有会。</Empty> : <Rows items={meetings.data.items} />}
        </section>
      )}
      {plans && <MeetingDrawer areaId={area.id} meeting={null} onClose={() => plan(false)} />}
    </div>
  );
}

/** 人 and 人次 are two figures. */
function YearLine({ areaId }: { areaId: string }) {
  const { now } = useSession();
  const { data } = useMeetingFigures(areaId, shanghaiParts(now()).year);
  if (!data || data.meetings === 0) return null;
  return (
    <span className="mute sm">
      今年开了 {data.meetings} 次，签到 {data.people} 人、到会 {data.personTimes} 人次；定了 {data.agreed} 件，办成{' '}
      {data.done} 件
    </span>
  );
}

function Rows({ items }: { items: Meeting[] }) {
  const { now } = useSession();
  return (
    <table className="t">
      <caption className="sr">议事会</caption>
      <thead>
        <tr>
          <th className="w-mid">时间</th>
          <th>会</th>
          <th className="w-mid">种类</th>
          <th>地点</th>
          <th className="w-short">到会</th>
          <th className="w-short">定了</th>
          <th className="w-mid">状态</th>
        </tr>
      </thead>
      <tbody>
        {items.map((meeting) => (
          <tr key={meeting.id}>
            <td>{meeting.startsAt ? `${dayName(meeting.startsAt, now())} ${clockTime(meeting.startsAt)}` : '待定'}</td>
            <td>
              <Link className="a" to={`/meetings/${meeting.areaId}/${meeting.id}`}>
                {meeting.title}
              </Link>
            </td>
            <td>{meeting.kind}</td>
            <td>{meeting.place || '待定'}</td>
            <td>{meeting.present > 0 ? `${meeting.present} 人次` : '—'}</td>
            <td>{meeting.conclusions > 0 ? `${meeting.conclusions} 件` : '—'}</td>
            <td>{meeting.stateName}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
