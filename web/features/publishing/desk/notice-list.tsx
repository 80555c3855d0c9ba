import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useNotices, type Notice } from './publishing-api.ts';

type Props = { areaId: string; open: string | null; onOpen: (id: string) => void };

/** Notices that stand now, newest first. */
export function NoticeList({ areaId, open, onOpen }: Props) {
  const { now } = useSession();
  const notices = useNotices(areaId);
  const refused = refusedOf(notices.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void notices.refetch()} />;
  if (!notices.data) return <Waiting />;
  if (notices.data.items.length === 0) return <Empty>现在没有贴着的公告。</Empty>;
  return (
    <section className="card">
      <table className="t">
        <caption className="sr">公告</caption>
        <thead>
          <tr>
            <th className="w-kind">类别</th>
            <th>公告</th>
            <th className="w-where">影响哪里</th>
            <th className="w-time">什么时候</th>
            <th className="w-time">发布</th>
          </tr>
        </thead>
        <tbody>
          {notices.data.items.map((one) => (
            <tr key={one.id} className={one.id === open ? 'open' : undefined}>
              <td>
                <Tag>{one.kindName}</Tag>
              </td>
              <td>
                <button type="button" className="plain link a" onClick={() => onOpen(one.id)}>
                  {one.title}
                </button>
              </td>
              <td>{one.affects || <span className="faint">全社区</span>}</td>
              <td>{whenOf(one, now())}</td>
              <td className="mute">{momentName(one.publishedAt, now())}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function whenOf(notice: Notice, now: Date): string {
  const { startsAt, endsAt } = notice;
  if (startsAt && endsAt) return `${momentName(startsAt, now)} 至 ${momentName(endsAt, now)}`;
  if (startsAt) return `${momentName(startsAt, now)} 起`;
  return endsAt ? `到 ${momentName(endsAt, now)}` : '一直';
}
