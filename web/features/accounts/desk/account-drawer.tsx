import { useState } from 'react';
import { App, Button, Input, Space } from 'antd';
import type { Area } from '#contract/areas';
import { copyText } from '../../../lib/desk/clipboard.ts';
import { newKey, refusedOf, send } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useAccountChange, type Staff } from './accounts-api.ts';
import { firstPassword } from './people-of.ts';
import { RoleChoice, type Chosen } from './role-choice.tsx';
import { Field, SideForm } from './side-form.tsx';

/** Makes an account for a colleague with a first role; the first password is told once and changed at the first sign-in. */
export function AccountDrawer({ area, onClose }: { area: Area; onClose: () => void }) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [password] = useState(() => firstPassword(crypto.getRandomValues(new Uint8Array(16))));
  const [form, setForm] = useState({ name: '', username: '', phone: '' });
  const [chosen, choose] = useState<Chosen>({ role: null, areaId: null });
  const create = useAccountChange(() => {
    const phone = form.phone.trim();
    const body: Staff = {
      name: form.name,
      username: form.username,
      password,
      ...(phone ? { phone } : {}),
      roles: [{ role: chosen.role ?? '', areaId: chosen.areaId ?? '' }],
    };
    return send(`areas/${area.id}/accounts`, { body, key });
  });
  const told = `里仁工作台 ${location.origin}/desk　用户名 ${form.username}　首次密码 ${password}（登录后要改）`;
  const text = (id: 'name' | 'username' | 'phone', label: string) => (
    <Field id={`account-${id}`} label={label}>
      <Input
        id={`account-${id}`}
        autoComplete="off"
        value={form[id]}
        onChange={(event) => setForm({ ...form, [id]: event.target.value })}
      />
    </Field>
  );
  return (
    <SideForm
      title="建账号"
      verb={create.isSuccess ? '关上' : '建账号'}
      hint={create.isSuccess ? '' : '姓名、用户名、角色和在哪里，都填了才能建'}
      isReady={Boolean(form.name.trim() && form.username.trim() && chosen.role && chosen.areaId)}
      isSending={create.isPending}
      refused={refusedOf(create.error)}
      onClose={onClose}
      onSend={() => (create.isSuccess ? onClose() : create.mutate())}
    >
      {create.isSuccess && <Note tone="ok">账号建好了。把下面的密码当面告诉{form.name}，它只在这里出现这一次。</Note>}
      {text('name', '姓名')}
      {text('username', '用户名（字母和数字）')}
      {text('phone', '手机号（可不填，填了可以用验证码登录）')}
      <RoleChoice area={area} value={chosen} onChange={choose} />
      <Field id="account-password" label="首次密码（第一次登录要改）">
        <Space.Compact block>
          <Input id="account-password" readOnly value={password} />
          <Button onClick={() => void copyText(told).then((done) => done && message.success('复制好了'))}>复制</Button>
        </Space.Compact>
      </Field>
    </SideForm>
  );
}
