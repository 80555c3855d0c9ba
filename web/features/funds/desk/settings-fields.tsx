import { Input } from 'antd';
import { Field } from './field.tsx';
import type { FundSettings } from './funds-api.ts';

type Props = { form: FundSettings; fields: Record<string, string>; onChange: (changes: Partial<FundSettings>) => void };

/** How a fund is called, where it lies, and how owners reach those who look after it. */
export function SettingsFields({ form, fields, onChange }: Props) {
  const line = (
    key: 'name' | 'bankName' | 'bankTail' | 'hotline' | 'opinionBox',
    label: string,
    placeholder: string,
  ) => (
    <Field id={`fund-${key}`} label={label} problem={fields[key]}>
      <Input
        id={`fund-${key}`}
        placeholder={placeholder}
        value={form[key]}
        onChange={(event) => onChange({ [key]: event.target.value })}
      />
    </Field>
  );
  return (
    <>
      {line('name', '账户名称（小区的名字会写在前面，不用重复）', '例如：公共收益')}
      {line('bankName', '开户银行', '例如：农商银行')}
      {line('bankTail', '账号后四位', '只填后四位，公开页上也只显示这四位')}
      {line('hotline', '监督热线', '例如：0996-2012345')}
      {line('opinionBox', '意见箱在哪里', '例如：小区值班室门口')}
    </>
  );
}
