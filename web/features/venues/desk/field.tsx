import type { ReactNode } from 'react';
import { Input } from 'antd';

/** A label above what is typed. */
export function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="venue-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

type TextProps = {
  id: string;
  label: string;
  value: string;
  max: number;
  hint?: string;
  rows?: number;
  onChange: (value: string) => void;
};

export function TextField({ id, label, value, max, hint = '', rows = 1, onChange }: TextProps) {
  const shared = { id, maxLength: max, value, placeholder: hint };
  return (
    <Field id={id} label={label}>
      {rows > 1 ? (
        <Input.TextArea {...shared} autoSize={{ minRows: rows }} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input {...shared} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}
