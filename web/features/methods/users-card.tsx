import { Link } from 'react-router';
import { Button, Popover } from 'antd';
import { isWide, useSession } from '../../lib/desk/session.tsx';
import { isTooFew, sharePercent } from '../../lib/desk/share.ts';
import { Waiting } from '../../ui/desk/states.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useMethod, type Method, type TakenFrom, type WholeVersion } from './methods-api.ts';

type User = Method['users'][number];
type Take = { onTake: (from: TakenFrom) => void; onVersion: (version: WholeVersion) => void };

/** Communities that use the method: what they ended, how much of it in time, what they changed. */
export function UsersCard({ method, ...take }: { method: Method } & Take) {
  const { area } = useSession();
  const users = [...method.users].sort((a, b) => Number(b.areaId === area.id) - Number(a.areaId === area.id));
  return (
    <section className="card users" id="method-users">
      <h2>
        <Icon name="people" size="xs" />
        谁在用
        <span className="r">{users.length} 个社区</span>
      </h2>
      {users.length === 0 && <p className="sm mute pad">还没有社区采用。</p>}
      {users.length > 0 && (
        <div className="users-scroll" tabIndex={0} role="region" aria-label="采用的社区">
          <table>
            <thead>
              <tr>
                <th>社区</th>
                <th>办结</th>
                <th>按时</th>
                <th>改动</th>
              </tr>
            </thead>
            <tbody>
              {users.map((user) => (
                <tr key={user.areaId}>
                  <td className="cut">
                    {user.areaId === area.id ? <b>{user.name}（本社区）</b> : user.name} <small>{user.street}</small>
                  </td>
                  <td>
                    <Ended user={user} method={method.id} />
                  </td>
                  <td>{onTimeText(user)}</td>
                  <td>
                    <Changes user={user} method={method} {...take} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function onTimeText({ ended, onTime }: User): string {
  if (ended === 0) return '—';
  return isTooFew(ended) ? '还不足' : (sharePercent(onTime, ended) ?? `${onTime}/${ended}`);
}

/** Opens its list where the reader may see it: at home, or from an area above. */
function Ended({ user, method }: { user: User; method: string }) {
  const { area } = useSession();
  if (user.ended === 0) return <span className="faint">0</span>;
  if (user.areaId !== area.id && !isWide(area)) return <>{user.ended}</>;
  const within = user.areaId === area.id ? '' : `&in=${user.areaId}`;
  return (
    <Link className="fig" to={`/matters?status=done&method=${method}&sort=closed${within}`}>
      {user.ended}
    </Link>
  );
}

function Changes({ user, method, ...take }: { user: User; method: Method } & Take) {
  if (user.changed === 0) return <span className="faint">无</span>;
  return (
    <Popover
      trigger="click"
      arrow={false}
      destroyOnHidden
      content={<Differences user={user} method={method} {...take} />}
    >
      <button type="button" className="plain fig">
        {user.changed} 处
      </button>
    </Popover>
  );
}

function Differences({ user, method, onTake, onVersion }: { user: User; method: Method } & Take) {
  const { area, can } = useSession();
  const theirs = useMethod(method.id, user.areaId);
  if (!theirs.data) return <Waiting lines={2} />;
  const { settable, variant, yaml } = theirs.data;
  const changed = settable.filter((one) => JSON.stringify(one.value) !== JSON.stringify(one.original));
  const take = (): void => {
    if (!variant?.isFile) {
      const values = Object.fromEntries(changed.map((one) => [one.path, one.value]));
      return onTake({ areaId: user.areaId, name: user.name, values });
    }
    onVersion({
      title: `用${user.name}的版本`,
      note: '整份取来。先看和这里现在用的有什么不同；采用以前什么都不变。',
      adoption: { method: method.id, file: yaml, from: user.areaId },
    });
  };
  return (
    <div className="differences">
      <b>{user.name}改了</b>
      <ul>
        {(variant?.changes ?? []).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {can('method.adopt') && user.areaId !== area.id && (
        <Button size="small" onClick={take}>
          照它的改法
        </Button>
      )}
    </div>
  );
}
