import { useState } from 'react';
import { App } from 'antd';
import type { Area } from '#contract/areas';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { useAccountChange } from './accounts-api.ts';
import type { Colleague } from './people-of.ts';
import { RoleChoice, type Chosen } from './role-choice.tsx';
import { SideForm } from './side-form.tsx';

/** Gives a colleague another role. */
export function RoleDrawer({ area, who, onClose }: { area: Area; who: Colleague; onClose: () => void }) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [chosen, choose] = useState<Chosen>({ role: null, areaId: null });
  const give = useAccountChange(() =>
    send(`areas/${chosen.areaId ?? ''}/grants`, { body: { userId: who.userId, role: chosen.role }, key }),
  );
  return (
    <SideForm
      title={`给${who.name}一个角色`}
      verb="给角色"
      hint="马上生效"
      isReady={Boolean(chosen.role && chosen.areaId)}
      isSending={give.isPending}
      refused={refusedOf(give.error)}
      onClose={onClose}
      onSend={() =>
        give.mutate(undefined, {
          onSuccess: () => {
            void message.success(`${who.name}有了新的角色`);
            onClose();
          },
        })
      }
    >
      <RoleChoice area={area} value={chosen} onChange={choose} />
    </SideForm>
  );
}
