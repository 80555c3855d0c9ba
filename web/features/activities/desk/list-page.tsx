import { useParams } from 'react-router';
import { Button } from 'antd';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useAttendances, useSessionAsked, type AttendanceList } from './attendances-api.ts';
import './list-page.css';

const emptyLines = 12;

/** The list of a session on paper: names to sign, and lines for those who come without having enrolled. */
export function ListPage() {
  const { areaId = '', id = '' } = useParams();
  const { refused: recordRefused, ...asked } = useSessionAsked(areaId, id);
  const list = useAttendances(asked);
  const refused = refusedOf(list.error) ?? recordRefused;
  if (refused) return <RefusedPage refused={refused} retry={() => void list.refetch()} />;
  if (!list.data) return <Waiting />;
  return (
    <main className="paper-list">
      <div className="paper-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span>给没带手机的人签；散场后在签到里勾上</span>
      </div>
      <Sheet list={list.data} />
    </main>
  );
}

function Sheet({ list }: { list: AttendanceList }) {
  const { now } = useSession();
  const { title, session, items, place } = list;
  const stateName = (state: AttendanceList['items'][number]['state']): string =>
    state === 'waiting' ? '候补' : state === null ? '现场' : '报了名';
  const enrolled = items.filter(({ state }) => state === 'enrolled').length;
  return (
    <article>
      <h1>{title} 签到表</h1>
      <p>
        {dayName(session.startsAt, now())} {weekdayName(session.startsAt)} {clockTime(session.startsAt)}—
        {clockTime(session.endsAt)} · {session.place || place} · 报名 {enrolled} 人
      </p>
      <table>
        <caption className="sr">签到表</caption>
        <thead>
          <tr>
            <th scope="col">序号</th>
            <th scope="col">姓名</th>
            <th scope="col">报名</th>
            <th scope="col">签到</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one, at) => (
            <tr key={one.attendee}>
              <td>{at + 1}</td>
              <td>{one.name}</td>
              <td>{stateName(one.state)}</td>
              <td>{one.at ? '已到' : ''}</td>
            </tr>
          ))}
          {Array.from({ length: emptyLines }, (_, at) => (
            <tr key={`more-${at}`}>
              <td>{items.length + at + 1}</td>
              <td />
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
