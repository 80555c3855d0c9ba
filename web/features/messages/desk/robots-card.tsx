import { useState } from 'react';
import { App, Button, Popconfirm } from 'antd';
import { momentName } from '#shared/time';
import type { Area } from '#contract/areas';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { RobotDrawer } from './robot-drawer.tsx';
import { useRobotChange, useRobots, type Robot, type RobotList } from './robots-api.ts';

/** Robots of staff groups in WeCom, DingTalk or Feishu, and mailboxes, that are told what waits or is late. */
export function RobotsCard({ area }: { area: Area }) {
  const [isAdding, setAdding] = useState(false);
  const robots = useRobots(area);
  if (!robots.data) return null;
  return (
    <section className="card robots">
      <div className="page-head">
        <h2>工作群的机器人和邮箱</h2>
        <span className="mute sm">有事等着办、逾期时说一声：只说编号、类别和到了哪一步，不说人和门牌。</span>
        <span className="sp" />
        <Button icon={<Icon name="plus" size="xs" />} onClick={() => setAdding(true)}>
          接一个
        </Button>
      </div>
      {robots.data.items.length === 0 ? (
        <Empty>还没有。在企业微信、钉钉或飞书的群里添加一个群机器人，把它的网址贴到这里。</Empty>
      ) : (
        <table className="t">
          <caption className="sr">工作群的机器人和邮箱</caption>
          <thead>
            <tr>
              <th>哪个群、谁的邮箱</th>
              <th>说什么</th>
              <th>最近一次</th>
              <th className="w-person">谁接的</th>
              <th className="w-two-acts">
                <span className="sr">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {robots.data.items.map((one) => (
              <Row key={one.id} one={one} area={area} words={robots.data} />
            ))}
          </tbody>
        </table>
      )}
      {isAdding && <RobotDrawer area={area} words={robots.data} onClose={() => setAdding(false)} />}
    </section>
  );
}

function lastOf({ sentAt, failedAt, failure }: Robot, now: Date): string {
  if (failedAt) return `${momentName(failedAt, now)}没有送到：${failure ?? ''}`;
  return sentAt ? `${momentName(sentAt, now)}送到了` : '还没发过';
}

function labelOf(choices: { value: string; label: string }[], value: string): string {
  return choices.find((one) => one.value === value)?.label ?? value;
}

function Row({ one, area, words }: { one: Robot; area: Area; words: RobotList }) {
  const { message } = App.useApp();
  const { now } = useSession();
  const change = useRobotChange(area);
  const act = (asked: Parameters<typeof change.mutate>[0], done: string): void =>
    change.mutate(asked, {
      onSuccess: () => void message.success(done),
      onError: (error) => void message.error(refusedOf(error)?.detail, 6),
    });
  return (
    <tr>
      <td>
        {one.name}
        <span className="mute sm"> {labelOf(words.kinds, one.kind)}</span>
      </td>
      <td>{one.tells.map((tell) => labelOf(words.tells, tell)).join('、')}</td>
      <td className={one.failedAt ? 'late-text' : ''}>{lastOf(one, now())}</td>
      <td>{one.madeByName}</td>
      <td>
        <Button
          size="small"
          loading={change.isPending}
          onClick={() => act({ path: `/${one.id}/trial`, method: 'POST' }, '发出去了，看看收到没有')}
        >
          试发一条
        </Button>{' '}
        <Popconfirm
          title={`停用“${one.name}”？`}
          description="马上就不再往那里说，地址和密钥一并删掉。"
          okText="停用"
          cancelText="不停用"
          onConfirm={() => act({ path: `/${one.id}`, method: 'DELETE' }, '停用了')}
        >
          <Button size="small">停用</Button>
        </Popconfirm>
      </td>
    </tr>
  );
}
