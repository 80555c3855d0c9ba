import { useState } from 'react';
import { App, Button, Checkbox, Input, Radio, Select, Space } from 'antd';
import { addDays, shanghaiDate } from '#shared/time';
import type { ApiKeyList, KeyCapability } from '#contract/accounts/keys';
import type { Area } from '#contract/areas';
import { copyText } from '../../../lib/desk/clipboard.ts';
import { refusedOf, send } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useAccountChange, type MadeKey, type NewKey } from './accounts-api.ts';
import { Field, SideForm } from './side-form.tsx';

const terms = [
  { value: 90, label: '三个月' },
  { value: 365, label: '一年' },
  { value: 730, label: '两年' },
];

type Use = 'open311' | 'api';
const uses = [
  { value: 'open311', label: '提交事项（Open311 标准）' },
  { value: 'api', label: '读写接口，只限勾选的' },
];

type Props = { area: Area; choices: ApiKeyList['choices']; onClose: () => void };

/** Makes a key for another system; it is shown here this once. */
export function KeyDrawer({ area, choices, onClose }: Props) {
  const { message } = App.useApp();
  const { now } = useSession();
  const [name, setName] = useState('');
  const [use, setUse] = useState<Use>('open311');
  const [can, setCan] = useState<KeyCapability[]>([]);
  const [days, setDays] = useState(365);
  const until = addDays(shanghaiDate(now()), days);
  const make = useAccountChange((body: NewKey) => send<MadeKey>(`areas/${area.id}/api-keys`, { body }));
  const key = make.data?.key;
  return (
    <SideForm
      title="给其他系统做一把钥匙"
      verb={key ? '关上' : '做一把'}
      hint={key ? '' : use === 'api' ? '权限不会比您自己的大' : `能往${area.name}提交事项，能看的和公开页一样多`}
      isReady={Boolean(name.trim()) && (use === 'open311' || can.length > 0)}
      isSending={make.isPending}
      refused={refusedOf(make.error)}
      onClose={onClose}
      onSend={() => (key ? onClose() : make.mutate({ name, until, can: use === 'api' ? can : [] }))}
    >
      {key && <Note tone="ok">做好了。现在就交给对方，关上以后谁也看不到它，丢了只能再做一把。</Note>}
      <Field id="key-name" label="给哪个系统">
        <Input
          id="key-name"
          autoComplete="off"
          maxLength={40}
          placeholder="比如 市 12345 平台"
          readOnly={Boolean(key)}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Field>
      {!key && (
        <>
          <Field id="key-use" label="用来做什么">
            <Radio.Group
              id="key-use"
              options={uses}
              value={use}
              onChange={(event) => {
                setUse(event.target.value as Use);
                setDays(365);
              }}
            />
          </Field>
          {use === 'api' && (
            <Field id="key-can" label="能做什么">
              <Checkbox.Group
                className="key-can"
                options={choices}
                value={can}
                onChange={(chosen) => setCan(chosen as KeyCapability[])}
              />
            </Field>
          )}
          <Field id="key-days" label={`用多久（到 ${until} 为止）`}>
            <Select
              id="key-days"
              options={terms.filter(({ value }) => use === 'open311' || value <= 365)}
              value={days}
              onChange={setDays}
            />
          </Field>
        </>
      )}
      {key && (
        <Field id="key-text" label={use === 'api' ? '钥匙（Authorization: Bearer）' : '钥匙（api_key）'}>
          <Space.Compact block>
            <Input id="key-text" readOnly value={key} />
            <Button onClick={() => void copyText(key).then((done) => done && message.success('复制好了'))}>复制</Button>
          </Space.Compact>
        </Field>
      )}
    </SideForm>
  );
}
