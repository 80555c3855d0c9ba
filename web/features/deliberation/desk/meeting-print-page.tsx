import { useParams } from 'react-router';
import { Button } from 'antd';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import '../../activities/desk/list-page.css';
import { useMeeting, type MeetingPage } from './meetings-api.ts';

const emptyLines = 12;

/** A meeting on paper: before it a list to sign, after it its minutes. */
export function MeetingPrintPage() {
  const { areaId = '', id = '' } = useParams();
  const meeting = useMeeting(areaId, id);
  const refused = refusedOf(meeting.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void meeting.refetch()} />;
  if (!meeting.data) return <Waiting />;
  return (
    <main className="paper-list">
      <div className="paper-tools">
        <Button type="primary" icon={<Icon name="print" size="xs" />} onClick={() => window.print()}>
          打印
        </Button>
        <span>{meeting.data.state === 'held' ? '纪要和会上定的事' : '给没带手机的人签；散会前补记到名单里'}</span>
      </div>
      <Paper page={meeting.data} />
    </main>
  );
}

function Paper({ page }: { page: MeetingPage }) {
  const { now } = useSession();
  const isHeld = page.state === 'held';
  return (
    <article>
      <h1>
        {page.kind}“{page.title}”{isHeld ? '会议纪要' : '签到表'}
      </h1>
      <p>
        {page.startsAt
          ? `${dayName(page.startsAt, now())} ${weekdayName(page.startsAt)} ${clockTime(page.startsAt)}`
          : '时间待定'}{' '}
        · {page.place || '地点待定'} · 到会 {page.present} 人次
      </p>
      <ol>
        {page.items.map(({ id, title }, at) => (
          <li key={id}>
            {at + 1}. {title}
          </li>
        ))}
      </ol>
      {isHeld && <p style={{ whiteSpace: 'pre-line' }}>{page.minutes ?? '纪要还没有写。'}</p>}
      {isHeld && page.agreed.length > 0 && <AgreedTable page={page} />}
      {!isHeld && <SignTable page={page} />}
    </article>
  );
}

function AgreedTable({ page }: { page: MeetingPage }) {
  return (
    <table>
      <caption className="sr">会上定的事</caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">会上定的事</th>
          <th scope="col">谁来办</th>
          <th scope="col">哪天办完</th>
        </tr>
      </thead>
      <tbody>
        {page.agreed.map((one, at) => (
          <tr key={one.id}>
            <td>{at + 1}</td>
            <td>{one.title}</td>
            <td>{one.ownerName}</td>
            <td>{one.dueOn}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SignTable({ page }: { page: MeetingPage }) {
  return (
    <table>
      <caption className="sr">签到表</caption>
      <thead>
        <tr>
          <th scope="col">序号</th>
          <th scope="col">姓名</th>
          <th scope="col">哪一方</th>
          <th scope="col">签到</th>
        </tr>
      </thead>
      <tbody>
        {page.attendances.map((one, at) => (
          <tr key={one.attendee}>
            <td>{at + 1}</td>
            <td>{one.name}</td>
            <td>{one.party}</td>
            <td>已到</td>
          </tr>
        ))}
        {Array.from({ length: emptyLines }, (_, at) => (
          <tr key={`more-${at}`}>
            <td>{page.attendances.length + at + 1}</td>
            <td />
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
