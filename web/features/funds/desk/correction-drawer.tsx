import { useState } from 'react';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { formatFen, parseYuan } from '#shared/money';
import { shanghaiDate } from '#shared/time';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useDraft } from '../../../lib/desk/drafts.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { ImagesPart } from '../../matters/desk/fields/images-part.tsx';
import { AccountField } from './account-field.tsx';
import { Field } from './field.tsx';
import { useCorrect, type FundPage, type VoucherCard, type VoucherCorrection } from './funds-api.ts';
import { papers, ways } from './voucher-fields.tsx';

type Props = { fund: FundPage; voucher: VoucherCard; onClose: () => void; onDone: () => void };

/** Corrects a posted voucher, or notes a refund: the old entry is taken back in an open month, the right one made beside it. */
export function CorrectionDrawer({ fund, voucher, onClose, onDone }: Props) {
  const { me, now } = useSession();
  const { accountId, way, receiptNo, party, amount } = voucher;
  const [form, setForm, drop] = useDraft<VoucherCorrection>(me.id, `correction.${voucher.id}`, {
    ...{ day: shanghaiDate(now()), amount: (amount / 100).toFixed(2), accountId, way, receiptNo, party },
    ...{ memo: '', papers: [] },
  });
  const [key, renew] = useState(newKey);
  const correct = useCorrect(fund, voucher.id);
  const refused = refusedOf(correct.error);
  const save = (): void =>
    correct.mutate(
      { form, key },
      {
        onSuccess: () => {
          drop();
          onDone();
        },
        onError: () => renew(newKey()),
      },
    );
  const fen = parseYuan(form.amount);
  return (
    <Drawer
      open
      size={560}
      mask={false}
      onClose={onClose}
      title={`更正 ${voucher.number ?? ''}`}
      footer={
        <div className="funds-foot">
          {refused && <Note tone="late">{[refused.detail, ...Object.values(refused.fields ?? {})].join(' ')}</Note>}
          <div className="row">
            <span className="sp sm mute">另一位复核后，两笔都记在现在的月份，原来的凭证不动</span>
            <Button
              type="primary"
              disabled={fen === null || fen < 0 || form.memo.trim().length < 2}
              loading={correct.isPending}
              onClick={save}
            >
              交复核
            </Button>
          </div>
        </div>
      }
    >
      <p className="mute sm">
        原来记的：{voucher.kindName} {formatFen(amount)} 元，{voucher.memo}。退回来一部分，填实际应该是多少；整笔作废填
        0。
      </p>
      <Fields fund={fund} voucher={voucher} form={form} set={(changes) => setForm({ ...form, ...changes })} />
    </Drawer>
  );
}

type FieldsProps = {
  fund: FundPage;
  voucher: VoucherCard;
  form: VoucherCorrection;
  set: (changes: Partial<VoucherCorrection>) => void;
};

function Fields({ fund, voucher, form, set }: FieldsProps) {
  const kind = fund.accounts.find(({ id }) => id === voucher.accountId)?.kind;
  return (
    <div className="funds-fields">
      <Field id="correction-amount" label="应该是多少（元）">
        <Input
          id="correction-amount"
          inputMode="decimal"
          value={form.amount}
          onChange={(event) => set({ amount: event.target.value })}
        />
      </Field>
      <AccountField
        fund={fund}
        kind={kind === 'income' ? 'income' : kind === 'asset' ? 'transfer' : 'payment'}
        way={form.way}
        value={form.accountId}
        problem={undefined}
        onChange={(accountId) => set({ accountId })}
      />
      <Field id="correction-memo" label="为什么更正">
        <Input
          id="correction-memo"
          maxLength={200}
          placeholder="例如：少用了 5 米管子，施工队退款"
          value={form.memo}
          onChange={(event) => set({ memo: event.target.value })}
        />
      </Field>
      <div className="row">
        <Field id="correction-day" label="哪一天">
          <DatePicker
            id="correction-day"
            allowClear={false}
            value={dayjs(form.day)}
            onChange={(day) => day && set({ day: day.format('YYYY-MM-DD') })}
          />
        </Field>
        <Field id="correction-way" label="方式">
          <Select
            id="correction-way"
            value={form.way}
            options={ways}
            onChange={(way: VoucherCorrection['way']) => set({ way })}
          />
        </Field>
      </div>
      <ImagesPart
        field={papers}
        id="correction-papers"
        value={form.papers}
        areaId={fund.areaId}
        problem={undefined}
        onChange={(value) => set({ papers: [value ?? []].flat().map(String) })}
      />
    </div>
  );
}
