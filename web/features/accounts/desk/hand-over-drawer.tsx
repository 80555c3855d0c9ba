import { useState } from 'react';
import { App, Select } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useAccountChange } from './accounts-api.ts';
import type { Colleague } from './people-of.ts';
import { Field, SideForm } from './side-form.tsx';

type Props = { areaId: string; leaver: Colleague; people: Colleague[]; onClose: () => void };
type HandedOver = { grantsEnded: number; sessionsEnded: number };

/** 交接: everything a leaver still has open goes to one colleague, her roles end and she is signed out, in one act. */
export function HandOverDrawer({ areaId, leaver, people, onClose }: Props) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [toUserId, choose] = useState<string | null>(null);
  const to = people.find((one) => one.userId === toUserId);
  const handOver = useAccountChange(() =>
    send<HandedOver>(`areas/${areaId}/handovers`, { body: { fromUserId: leaver.userId, toUserId }, key }),
  );
  return (
    <SideForm
      title={`${leaver.name}要离开，交接`}
      verb="交接"
      hint="一次办完，留下记录"
      isReady={Boolean(to)}
      isSending={handOver.isPending}
      refused={refusedOf(handOver.error)}
      onClose={onClose}
      onSend={() =>
        handOver.mutate(undefined, {
          onSuccess: ({ grantsEnded }) => {
            void message.success(`${leaver.name}名下在办的事都给了${to?.name ?? ''}，${grantsEnded} 个角色已收回`);
            onClose();
          },
        })
      }
    >
      <Field id="hand-to" label="交给谁">
        <Select
          id="hand-to"
          showSearch={{ optionFilterProp: 'label' }}
          value={toUserId}
          options={people
            .filter((one) => one.userId !== leaver.userId)
            .map((one) => ({
              value: one.userId,
              label: `${one.name}（${[...new Set(one.grants.map((grant) => grant.label))].join('、')}）`,
            }))}
          onChange={(id: string) => choose(id)}
        />
      </Field>
      <div className="sm">
        <p>点“交接”以后：</p>
        <ul className="plain-list">
          <li>
            {leaver.name}名下没办完的事，全部转给{to?.name ?? '上面选的人'}，时限不变，每件事都记下交接
          </li>
          <li>
            {leaver.name}在这里的 {leaver.grants.length} 个角色收回：
            {leaver.grants.map((grant) => `${grant.label}（${grant.areaName}）`).join('、')}
          </li>
          <li>{leaver.name}登录着的手机和电脑马上退出</li>
        </ul>
      </div>
    </SideForm>
  );
}
