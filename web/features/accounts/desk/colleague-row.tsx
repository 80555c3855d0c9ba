import { App, Button, Dropdown, Popconfirm } from 'antd';
import { refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Avatar } from '../../../ui/desk/avatar.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useAccountChange, type Grant } from './accounts-api.ts';
import type { Colleague } from './people-of.ts';

type Props = { one: Colleague; onDo: (what: 'role' | 'hand-over' | 'password') => void };

/** A colleague with her roles, each of which can be ended. */
export function ColleagueRow({ one, onDo }: Props) {
  const { me } = useSession();
  const isMe = one.userId === me.id;
  return (
    <tr>
      <td>
        <span className="row">
          <Avatar name={one.name} face={one.face} />
          {one.name}
          {isMe && <span className="faint xs">我</span>}
        </span>
      </td>
      <td>{one.username ?? <span className="faint">用手机号登录</span>}</td>
      <td className="roles">
        {one.grants.map((grant) => (
          <Role key={grant.id} grant={grant} isMine={isMe} />
        ))}
      </td>
      <td>
        <span className="row acts">
          <Button size="small" onClick={() => onDo('role')}>
            给角色
          </Button>
          {!isMe && (
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  { key: 'hand-over', label: '交接给别人' },
                  ...(one.username ? [{ key: 'password', label: '重设密码' }] : []),
                ],
                onClick: ({ key }) => onDo(key as 'hand-over' | 'password'),
              }}
            >
              <Button size="small" type="text" aria-label={`${one.name}：更多`} icon={<Icon name="more" size="xs" />} />
            </Dropdown>
          )}
        </span>
      </td>
    </tr>
  );
}

function Role({ grant, isMine }: { grant: Grant; isMine: boolean }) {
  const { message } = App.useApp();
  const end = useAccountChange(() => send(`areas/${grant.areaId}/grants/${grant.id}`, { method: 'DELETE' }));
  return (
    <span className="tag">
      {grant.label} · {grant.areaName}
      {!isMine && (
        <Popconfirm
          title={`收回${grant.name}的“${grant.label}”？`}
          description="马上不能再用。名下在办的事还在，要交出去请用“交接给别人”。"
          okText="收回"
          cancelText="先不"
          onConfirm={() =>
            end.mutate(undefined, {
              onSuccess: () => void message.success(`${grant.name}的“${grant.label}”收回了`),
              onError: (error) => void message.error(refusedOf(error)?.detail, 6),
            })
          }
        >
          <button type="button" className="plain" aria-label={`收回${grant.name}的${grant.label}`}>
            <Icon name="close" size="xs" />
          </button>
        </Popconfirm>
      )}
    </span>
  );
}
