import { useState } from 'react';
import { Button, Drawer } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useSetFund, type FundPage, type FundSettings } from './funds-api.ts';
import { SettingsFields } from './settings-fields.tsx';

/** Changes how a fund is called and reached. */
export function SettingsDrawer({ fund, onClose }: { fund: FundPage; onClose: () => void }) {
  const { name, bankName, bankTail, hotline, opinionBox } = fund;
  const [form, setForm] = useState<FundSettings>({ name, bankName, bankTail, hotline, opinionBox });
  const set = useSetFund(fund);
  const refused = refusedOf(set.error);
  return (
    <Drawer
      open
      size={480}
      mask={false}
      onClose={onClose}
      title="账户资料"
      footer={
        <div className="funds-foot">
          {refused && <Note tone="late">{refused.detail}</Note>}
          <div className="row">
            <span className="sp" />
            <Button type="primary" loading={set.isPending} onClick={() => set.mutate(form, { onSuccess: onClose })}>
              保存
            </Button>
          </div>
        </div>
      }
    >
      <div className="funds-fields">
        <SettingsFields
          form={form}
          fields={refused?.fields ?? {}}
          onChange={(changes) => setForm({ ...form, ...changes })}
        />
      </div>
    </Drawer>
  );
}
