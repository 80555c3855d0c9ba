import { DatePicker, Input, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import type { AskedField } from '#contract/matters';
import { formatFen, parseYuan } from '#shared/money';
import { ImagesPart } from '../../matters/desk/fields/images-part.tsx';
import { AccountField } from './account-field.tsx';
import { Field } from './field.tsx';
import type { Form, FundPage } from './funds-api.ts';
import '../../matters/desk/detail/detail.css';

type Props = {
  fund: FundPage;
  form: Form;
  /** The amount and that it is paid come from a matter. */
  carried: boolean;
  /** What was refused, by field. */
  fields: Record<string, string>;
  onChange: (form: Form) => void;
};

export const papers: AskedField = {
  id: 'papers',
  label: { zh: '凭据照片', en: 'Papers' },
  type: 'images',
  optional: true,
  many: true,
  max: 20,
};

const kinds = [
  { value: 'payment', label: '支出' },
  { value: 'income', label: '收入' },
  { value: 'transfer', label: '银行、现金互转' },
];
export const ways = [
  { value: 'bank', label: '银行' },
  { value: 'cash', label: '现金' },
  { value: 'receipt', label: '已付（凭据号）' },
];

/** What a voucher holds: how much, for what, whose, which day, and the papers. */
export function VoucherFields({ fund, form, carried, fields, onChange }: Props) {
  const set = (changes: Partial<Form>): void => onChange({ ...form, ...changes });
  const comes = form.kind === 'income';
  return (
    <div className="funds-fields">
      {!carried && (
        <Segmented
          aria-label="收入还是支出"
          value={form.kind}
          options={kinds}
          onChange={(kind) => set({ kind: kind as Form['kind'], accountId: '' })}
        />
      )}
      <Amount form={form} carried={carried} problem={fields['amount']} set={set} />
      <AccountField
        fund={fund}
        kind={form.kind}
        way={form.way}
        value={form.accountId}
        problem={fields['accountId']}
        onChange={(accountId) => set({ accountId })}
      />
      {form.kind !== 'transfer' && (
        <Field id="voucher-party" label={comes ? '谁付的' : '付给谁'} problem={fields['party']}>
          <Input
            id="voucher-party"
            maxLength={60}
            placeholder={comes ? '例如：地面停车 42 户' : '例如：恒通管道安装队'}
            value={form.party}
            onChange={(event) => set({ party: event.target.value })}
          />
        </Field>
      )}
      <Field id="voucher-memo" label="为什么" problem={fields['memo']}>
        <Input
          id="voucher-memo"
          maxLength={200}
          placeholder={comes ? '例如：6 月地面停车费' : '例如：3 号楼水管更换，合同尾款'}
          value={form.memo}
          onChange={(event) => set({ memo: event.target.value })}
        />
      </Field>
      <When form={form} fields={fields} set={set} />
      <div className="funds-field">
        <span className="label">{'凭据照片（收据、发票、回单）'}</span>
        <ImagesPart
          field={papers}
          id="voucher-papers"
          value={form.papers}
          areaId={fund.areaId}
          problem={undefined}
          onChange={(value) => set({ papers: [value ?? []].flat().map(String) })}
        />
        {fields['papers'] && <p className="problem">{fields['papers']}</p>}
      </div>
      {form.kind === 'payment' && <Related fund={fund} form={form} set={set} problem={fields['payeeUserId']} />}
    </div>
  );
}

type Part = { form: Form; set: (changes: Partial<Form>) => void };

/** The amount as it is typed, read back digit by digit. */
function Amount({ form, carried, problem, set }: Part & { carried: boolean; problem: string | undefined }) {
  const fen = parseYuan(form.amount);
  return (
    <Field id="voucher-amount" label={carried ? '金额（元，事项里定的，不能改）' : '金额（元）'} problem={problem}>
      <Input
        id="voucher-amount"
        inputMode="decimal"
        disabled={carried}
        placeholder="1280.50"
        value={form.amount}
        onChange={(event) => set({ amount: event.target.value })}
      />
      {form.amount !== '' && (
        <span className="sm mute">{fen === null ? '写成元，最多两位小数' : `${formatFen(fen)} 元`}</span>
      )}
    </Field>
  );
}

function When({ form, fields, set }: Part & { fields: Record<string, string> }) {
  return (
    <div className="row">
      <Field id="voucher-day" label="哪一天" problem={fields['day']}>
        <DatePicker
          id="voucher-day"
          allowClear={false}
          value={dayjs(form.day)}
          onChange={(day) => day && set({ day: day.format('YYYY-MM-DD') })}
        />
      </Field>
      <Field id="voucher-way" label="方式">
        <Select id="voucher-way" value={form.way} options={ways} onChange={(way: Form['way']) => set({ way })} />
      </Field>
      <Field
        id="voucher-receipt"
        label={form.way === 'receipt' ? '凭据号' : '凭据号（有就填）'}
        problem={fields['receiptNo']}
      >
        <Input
          id="voucher-receipt"
          maxLength={40}
          value={form.receiptNo}
          onChange={(event) => set({ receiptNo: event.target.value })}
        />
      </Field>
    </div>
  );
}

/** Who of the committee is paid, or has to do with whoever is: said here, shown, and kept from approving. */
function Related({ fund, form, set, problem }: Part & { fund: FundPage; problem: string | undefined }) {
  if (fund.members.length === 0) return null;
  const members = fund.members.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Field id="voucher-payee" label="就是付给某位委员本人的（没有就空着）" problem={problem}>
        <Select
          id="voucher-payee"
          value={form.payeeUserId ?? ''}
          options={[{ value: '', label: '不是' }, ...members]}
          onChange={(id: string) => set({ payeeUserId: id || null })}
        />
      </Field>
      <Field id="voucher-related" label="收款方和哪位委员有关联（没有就空着，有关联的不能复核）">
        <Select
          id="voucher-related"
          mode="multiple"
          value={form.relatedIds}
          options={members}
          placeholder="没有关联"
          onChange={(relatedIds: string[]) => set({ relatedIds })}
        />
      </Field>
      {form.relatedIds.length > 0 && (
        <Field id="voucher-related-note" label="是什么关联">
          <Input
            id="voucher-related-note"
            maxLength={200}
            placeholder="例如：弟弟开的店"
            value={form.relatedNote}
            onChange={(event) => set({ relatedNote: event.target.value })}
          />
        </Field>
      )}
    </>
  );
}
