import { App, Button } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { useAccountChange, useSessions, type Session } from './accounts-api.ts';
import './accounts.css';

const ways: Record<Session['way'], string> = { password: '用户名和密码', code: '短信验证码', card: '一户一码' };

/** Where I am signed in, and how to end it there. */
export function SessionsPage() {
  const { me } = useSession();
  const { message } = App.useApp();
  const sessions = useSessions();
  const endOthers = useAccountChange(() => send<{ ended: number }>('sessions', { method: 'DELETE' }));
  const refused = refusedOf(sessions.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void sessions.refetch()} />;
  if (!sessions.data) return <Waiting />;
  const others = sessions.data.filter((one) => !one.current).length;
  return (
    <div className="accounts">
      <div className="page-head">
        <h1>我的登录</h1>
        <span className="mute sm">{me.name}在这些地方登录着。不认得的，结束它，再改密码。</span>
        <span className="sp" />
        {others > 0 && (
          <Button
            loading={endOthers.isPending}
            onClick={() =>
              endOthers.mutate(undefined, {
                onSuccess: ({ ended }) => void message.success(`别处 ${ended} 个登录已结束`),
                onError: (error) => void message.error(refusedOf(error)?.detail, 6),
              })
            }
          >
            结束别处的 {others} 个
          </Button>
        )}
      </div>
      <section className="card">
        <table className="t">
          <caption className="sr">我的登录</caption>
          <thead>
            <tr>
              <th>在哪里</th>
              <th className="w-user">怎样登录</th>
              <th className="w-user">登录于</th>
              <th className="w-user">上次用</th>
              <th className="w-acts">
                <span className="sr">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {sessions.data.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Row({ one }: { one: Session }) {
  const { message } = App.useApp();
  const end = useAccountChange(() => send(`sessions/${one.id}`, { method: 'DELETE' }));
  const now = wallClock();
  return (
    <tr>
      <td>
        {one.device} {one.current && <Tag tone="ok">就是这里</Tag>}
      </td>
      <td>{ways[one.way]}</td>
      <td>{momentName(one.since, now)}</td>
      <td>{momentName(one.lastUsedAt, now)}</td>
      <td>
        {!one.current && (
          <Button
            size="small"
            loading={end.isPending}
            onClick={() =>
              end.mutate(undefined, { onError: (error) => void message.error(refusedOf(error)?.detail, 6) })
            }
          >
            结束
          </Button>
        )}
      </td>
    </tr>
  );
}

/** Sessions go by the wall clock, which the demo does not move. */
function wallClock(): Date {
  return new Date();
}
