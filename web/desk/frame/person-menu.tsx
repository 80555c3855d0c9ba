import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Dropdown, Modal } from 'antd';
import { momentName } from '#shared/time';
import { ask, send } from '../../lib/desk/api.ts';
import { useSession } from '../../lib/desk/session.tsx';
import { Avatar } from '../../ui/desk/avatar.tsx';
import { Tag } from '../../ui/desk/tag.tsx';
import { Waiting } from '../../ui/desk/states.tsx';

type Session = {
  id: string;
  device: string;
  way: 'password' | 'code' | 'card';
  since: string;
  lastUsedAt: string;
  current: boolean;
};

/** Who one is: one's sessions, the phone pages, the keys, the way out. */
export function PersonMenu({ onKeys }: { onKeys: () => void }) {
  const { me, area } = useSession();
  const [sessionsAreShown, showSessions] = useState(false);
  const leave = useMutation({
    mutationFn: () => send('session', { method: 'DELETE' }),
    onSettled: () => location.assign('/login'),
  });
  const role = me.roles.find((one) => one.areaId === area.id) ?? me.roles[0];
  const items = [
    { key: 'role', type: 'group' as const, label: role ? `${role.areaName} ${role.label}` : '没有角色' },
    { key: 'sessions', label: '我登录的设备', onClick: () => showSessions(true) },
    ...(me.username ? [{ key: 'password', label: <a href="/password?next=/desk">改密码</a> }] : []),
    { key: 'phone', label: <a href="/">切换到手机页</a> },
    { key: 'keys', label: '键盘操作 ?', onClick: onKeys },
    { type: 'divider' as const },
    { key: 'leave', label: '退出登录', onClick: () => leave.mutate() },
  ];
  return (
    <>
      <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
        <button type="button" className="plain row" aria-haspopup="menu">
          <Avatar name={me.name} face={me.face} />
          <span className="sm nw">{me.name}</span>
        </button>
      </Dropdown>
      <Modal
        open={sessionsAreShown}
        onCancel={() => showSessions(false)}
        footer={null}
        title="我登录的设备"
        destroyOnHidden
      >
        <Sessions />
      </Modal>
    </>
  );
}

const ways: Record<Session['way'], string> = { password: '密码', code: '短信验证码', card: '一户一码' };

function Sessions() {
  const { now } = useSession();
  const client = useQueryClient();
  const list = useQuery({ queryKey: ['sessions'], queryFn: () => ask<{ sessions: Session[] }>('sessions') });
  const end = useMutation({
    mutationFn: (id: string) => send(`sessions/${id}`, { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['sessions'] }),
  });
  if (!list.data) return <Waiting lines={3} />;
  return (
    <ul className="sessions">
      {list.data.sessions.map((one) => (
        <li key={one.id} className="row">
          <div className="sp">
            <b>{one.device}</b>
            <div className="xs mute">
              {ways[one.way]}登录 {momentName(one.since, now())}，最近用 {momentName(one.lastUsedAt, now())}
            </div>
          </div>
          {one.current ? (
            <Tag tone="ok" icon="check">
              就是这台
            </Tag>
          ) : (
            <Button size="small" loading={end.isPending && end.variables === one.id} onClick={() => end.mutate(one.id)}>
              让它退出
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
