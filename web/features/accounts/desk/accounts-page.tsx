import { useState } from 'react';
import { Button, Input } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { AccountDrawer } from './account-drawer.tsx';
import { useGrants } from './accounts-api.ts';
import { ColleagueRow } from './colleague-row.tsx';
import { HandOverDrawer } from './hand-over-drawer.tsx';
import { RobotsCard } from '../../messages/desk/robots-card.tsx';
import { KeysCard } from './keys-card.tsx';
import { PasswordDrawer } from './password-drawer.tsx';
import { colleaguesOf, type Colleague } from './people-of.ts';
import { RoleDrawer } from './role-drawer.tsx';
import './accounts.css';

// A city has hundreds of colleagues; whoever looks for one types a name.
const pageSize = 50;

type Doing = { what: 'account' } | { what: 'role' | 'hand-over' | 'password'; who: Colleague };

/** Who may do what here and below; new accounts, roles given and ended, and a leaver's work handed over in one act. */
export function AccountsPage() {
  const { area } = useSession();
  const [words, setWords] = useState('');
  const [shown, show] = useState(pageSize);
  const [doing, setDoing] = useState<Doing | null>(null);
  const grants = useGrants(area.id);
  const refused = refusedOf(grants.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void grants.refetch()} />;
  if (!grants.data) return <Waiting />;
  const people = colleaguesOf(grants.data);
  const asked = words.trim();
  const found = people.filter((one) =>
    [one.name, one.username ?? '', ...one.grants.flatMap((grant) => [grant.label, grant.areaName])].some((text) =>
      text.includes(asked),
    ),
  );
  const close = (): void => setDoing(null);
  return (
    <div className="accounts">
      <div className="page-head">
        <h1>账号与权限</h1>
        <span className="mute sm">
          {area.name}及以下 {people.length} 人。角色在它的辖区和下面都有效。
        </span>
        <span className="sp" />
        <Input
          className="finder"
          allowClear
          aria-label="找同事"
          placeholder="姓名、角色、辖区"
          prefix={<Icon name="search" size="xs" />}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            show(pageSize);
          }}
        />
        <Button icon={<Icon name="excel" size="xs" />} href={`/api/v1/areas/${area.id}/exports/staff`}>
          导出 Excel
        </Button>
        <Button icon={<Icon name="plus" size="xs" />} onClick={() => setDoing({ what: 'account' })}>
          建账号
        </Button>
      </div>
      <section className="card">
        <table className="t">
          <caption className="sr">同事和角色</caption>
          <thead>
            <tr>
              <th className="w-person">姓名</th>
              <th className="w-user">用户名</th>
              <th>角色和辖区</th>
              <th className="w-acts">
                <span className="sr">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map((one) => (
              <ColleagueRow key={one.userId} one={one} onDo={(what) => setDoing({ what, who: one })} />
            ))}
          </tbody>
        </table>
        {found.length > shown && (
          <p className="pad">
            <Button onClick={() => show(shown + pageSize)}>再看一些，还有 {found.length - shown} 人</Button>
          </p>
        )}
        {found.length === 0 && <Empty>没有找到“{asked}”。</Empty>}
      </section>
      <KeysCard area={area} />
      <RobotsCard area={area} />
      {doing?.what === 'account' && <AccountDrawer area={area} onClose={close} />}
      {doing?.what === 'role' && <RoleDrawer area={area} who={doing.who} onClose={close} />}
      {doing?.what === 'password' && <PasswordDrawer areaId={area.id} who={doing.who} onClose={close} />}
      {doing?.what === 'hand-over' && (
        <HandOverDrawer areaId={area.id} leaver={doing.who} people={people} onClose={close} />
      )}
    </div>
  );
}
