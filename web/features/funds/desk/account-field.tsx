import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Field } from './field.tsx';
import { useAddAccount, type Form, type FundPage } from './funds-api.ts';

type Props = {
  fund: FundPage;
  kind: Form['kind'];
  way: Form['way'];
  value: string;
  problem: string | undefined;
  onChange: (accountId: string) => void;
};

const wanted = { income: 'income', payment: 'expense', transfer: 'asset' } as const;

/** The kind of income or expense; an estate adds its own. */
export function AccountField({ fund, kind, way, value, problem, onChange }: Props) {
  const [adds, add] = useState(false);
  const from = way === 'cash' ? '现金' : '银行存款';
  const options = fund.accounts
    .filter((one) => one.kind === wanted[kind] && !(kind === 'transfer' && one.name === from))
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Field id="voucher-account" label={kind === 'transfer' ? '转到哪里' : '类别'} problem={problem}>
      <div className="row">
        <Select
          id="voucher-account"
          className="sp"
          value={value || null}
          options={options}
          placeholder="请选"
          onChange={onChange}
        />
        {kind !== 'transfer' && !adds && <Button onClick={() => add(true)}>加一类</Button>}
      </div>
      {adds && kind !== 'transfer' && (
        <NewAccount
          fund={fund}
          kind={wanted[kind]}
          onDone={(id) => {
            if (id) onChange(id);
            add(false);
          }}
        />
      )}
    </Field>
  );
}

type NewProps = { fund: FundPage; kind: 'income' | 'expense'; onDone: (id: string | null) => void };

function NewAccount({ fund, kind, onDone }: NewProps) {
  const [name, setName] = useState('');
  const added = useAddAccount(fund);
  const refused = refusedOf(added.error);
  const save = (): void =>
    added.mutate(
      { kind, name },
      {
        onSuccess: ({ accounts }) => onDone(accounts.find((one) => one.kind === kind && one.name === name)?.id ?? null),
      },
    );
  return (
    <div className="row">
      <Input
        className="sp"
        aria-label="新类别的名称"
        maxLength={20}
        placeholder={kind === 'income' ? '例如：快递柜进场费' : '例如：消防器材'}
        value={name}
        onChange={(event) => setName(event.target.value.trimStart())}
      />
      <Button disabled={name.trim().length < 2} loading={added.isPending} onClick={save}>
        加上
      </Button>
      <Button type="text" onClick={() => onDone(null)}>
        不加了
      </Button>
      {refused && <p className="problem">{refused.detail}</p>}
    </div>
  );
}
