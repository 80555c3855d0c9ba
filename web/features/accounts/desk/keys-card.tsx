import { useState } from 'react';
import { App, Button, Popconfirm } from 'antd';
import { momentName, shanghaiDate } from '#shared/time';
import type { Area } from '#contract/areas';
import { refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useAccountChange, useKeys, type Key } from './accounts-api.ts';
import { KeyDrawer } from './key-drawer.tsx';

/** Keys with which other systems file matters here (Open311), or ask the API. */
export function KeysCard({ area }: { area: Area }) {
  const [isMaking, setMaking] = useState(false);
  const keys = useKeys(area);
  if (!keys.data) return null;
  return (
    <section className="card keys">
      <div className="page-head">
        <h2>给其他系统的钥匙</h2>
        <span className="mute sm">
          拿着它的系统能按 Open311 标准提交事项，或者按勾选的权限读写接口。读公开的事不用钥匙。
        </span>
        <span className="sp" />
        <Button icon={<Icon name="key" size="xs" />} onClick={() => setMaking(true)}>
          做一把
        </Button>
      </div>
      {keys.data.items.length === 0 ? (
        <Empty>还没有。有系统要接进来时，做一把给它。</Empty>
      ) : (
        <table className="t">
          <caption className="sr">给其他系统的钥匙</caption>
          <thead>
            <tr>
              <th>给哪个系统</th>
              <th>能做什么</th>
              <th className="w-person">到什么时候</th>
              <th className="w-person">上次用</th>
              <th className="w-person">谁做的</th>
              <th className="w-acts">
                <span className="sr">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.data.items.map((one) => (
              <Row key={one.id} one={one} areaId={area.id} />
            ))}
          </tbody>
        </table>
      )}
      {isMaking && <KeyDrawer area={area} choices={keys.data.choices} onClose={() => setMaking(false)} />}
    </section>
  );
}

function Row({ one, areaId }: { one: Key; areaId: string }) {
  const { message } = App.useApp();
  const { now } = useSession();
  const revoke = useAccountChange(() => send(`areas/${areaId}/api-keys/${one.id}`, { method: 'DELETE' }));
  const isOver = now().getTime() >= Date.parse(one.expiresAt);
  // It ends with its last day, so the instant itself is the day after.
  const until = shanghaiDate(Date.parse(one.expiresAt) - 1);
  return (
    <tr className={one.revokedAt || isOver ? 'faint' : ''}>
      <td>{one.name}</td>
      <td>{one.does}</td>
      <td>{one.revokedAt ? '已停用' : isOver ? `${until} 到期了` : until}</td>
      <td>{one.lastUsedAt ? momentName(one.lastUsedAt, now()) : '没用过'}</td>
      <td>{one.madeByName}</td>
      <td>
        {!one.revokedAt && !isOver && (
          <Popconfirm
            title={`停用给${one.name}的钥匙？`}
            description="马上就不能用了，不能恢复；已经办了的事不受影响。"
            okText="停用"
            cancelText="不停用"
            onConfirm={() =>
              revoke.mutate(undefined, {
                onSuccess: () => void message.success('停用了'),
                onError: (error) => void message.error(refusedOf(error)?.detail, 6),
              })
            }
          >
            <Button size="small" loading={revoke.isPending}>
              停用
            </Button>
          </Popconfirm>
        )}
      </td>
    </tr>
  );
}
