import { useState } from 'react';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { FundList } from '#contract/funds';
import { shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useDraft } from '../../../lib/desk/drafts.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Field } from './field.tsx';
import { useOpenFund, type NewFund } from './funds-api.ts';
import { SettingsFields } from './settings-fields.tsx';

type Props = { areaId: string; places: FundList['openable']; onClose: () => void };

/** Opens a fund for an account that was opened at the bank. */
export function OpenDrawer({ areaId, places, onClose }: Props) {
  const { me, now } = useSession();
  const [at, choose] = useState(0);
  const place = places[at];
  const [form, setForm, drop] = useDraft<NewFund>(me.id, `fund.${areaId}`, {
    ...{ word: '', estateId: null, name: place?.wordName ?? '' },
    ...{ bankName: '', bankTail: '', hotline: '', opinionBox: '' },
    ...{ openedOn: shanghaiDate(now()), bankOpening: '', cashOpening: '' },
  });
  const open = useOpenFund(areaId);
  const refused = refusedOf(open.error);
  const set = (changes: Partial<NewFund>): void => setForm({ ...form, ...changes });
  const choosePlace = (index: number): void => {
    if (form.name === place?.wordName) set({ name: places[index]?.wordName ?? '' });
    choose(index);
  };
  const save = (): void => {
    if (!place) return;
    const { word, estateId } = place;
    const body = { ...form, word, estateId, name: form.name.trim() || place.wordName };
    open.mutate(
      { ...body, bankOpening: form.bankOpening || '0', cashOpening: form.cashOpening || '0' },
      {
        onSuccess: () => {
          drop();
          onClose();
        },
      },
    );
  };
  return (
    <Drawer
      open
      size={520}
      mask={false}
      onClose={onClose}
      title="开户"
      footer={
        <div className="funds-foot">
          {refused && <Note tone="late">{[refused.detail, ...Object.values(refused.fields ?? {})].join(' ')}</Note>}
          <div className="row">
            <span className="sp sm mute">账本和收支类别会一起建好，各小区可以再加自己的</span>
            <Button type="primary" disabled={!place} loading={open.isPending} onClick={save}>
              开户
            </Button>
          </div>
        </div>
      }
    >
      <div className="funds-fields">
        <Field id="fund-place" label="哪里的什么钱" problem={refused?.fields?.['estateId']}>
          <Select
            id="fund-place"
            value={at}
            options={places.map((one, index) => ({ value: index, label: `${one.place} · ${one.wordName}` }))}
            onChange={choosePlace}
          />
        </Field>
        <SettingsFields form={form} fields={refused?.fields ?? {}} onChange={set} />
        <Opening form={form} fields={refused?.fields ?? {}} set={set} />
      </div>
    </Drawer>
  );
}

type OpeningProps = { form: NewFund; fields: Record<string, string>; set: (changes: Partial<NewFund>) => void };

function Opening({ form, fields, set }: OpeningProps) {
  return (
    <div className="row">
      <Field id="fund-openedOn" label="从哪一天起记账" problem={fields['openedOn']}>
        <DatePicker
          id="fund-openedOn"
          allowClear={false}
          value={dayjs(form.openedOn)}
          onChange={(day) => day && set({ openedOn: day.format('YYYY-MM-DD') })}
        />
      </Field>
      <Field id="fund-bankOpening" label="那天银行里有（元）" problem={fields['bankOpening']}>
        <Input
          id="fund-bankOpening"
          inputMode="decimal"
          placeholder="0"
          value={form.bankOpening}
          onChange={(event) => set({ bankOpening: event.target.value })}
        />
      </Field>
      <Field id="fund-cashOpening" label="现金有（元）" problem={fields['cashOpening']}>
        <Input
          id="fund-cashOpening"
          inputMode="decimal"
          placeholder="0"
          value={form.cashOpening}
          onChange={(event) => set({ cashOpening: event.target.value })}
        />
      </Field>
    </div>
  );
}
