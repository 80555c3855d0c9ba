import { useState } from 'react';
import { Input } from 'antd';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useAccountChange } from './accounts-api.ts';
import { firstPassword, type Colleague } from './people-of.ts';
import { Field, SideForm } from './side-form.tsx';

/** A new first password for a colleague who forgot hers; she changes it at the next sign-in. */
export function PasswordDrawer({ areaId, who, onClose }: { areaId: string; who: Colleague; onClose: () => void }) {
  const [key] = useState(newKey);
  const [password] = useState(() => firstPassword(crypto.getRandomValues(new Uint8Array(16))));
  const reset = useAccountChange(() =>
    send(`areas/${areaId}/accounts/${who.userId}/password`, { method: 'PUT', body: { password }, key }),
  );
  return (
    <SideForm
      title={`重设${who.name}的密码`}
      verb={reset.isSuccess ? '关上' : '重设'}
      hint={reset.isSuccess ? '' : '已登录的地方都会退出'}
      isReady
      isSending={reset.isPending}
      refused={refusedOf(reset.error)}
      onClose={onClose}
      onSend={() => (reset.isSuccess ? onClose() : reset.mutate())}
    >
      {reset.isSuccess && <Note tone="ok">改好了。把密码当面告诉{who.name}，下次登录要改。</Note>}
      <Field id="new-password" label="新的首次密码">
        <Input id="new-password" readOnly value={password} />
      </Field>
    </SideForm>
  );
}
