import type { ReactNode } from 'react';
import type { AskedField } from '#contract/matters';
import { Problem } from '../../ui/parts.tsx';
import { choicesIn, rowName, rowsShown } from './rows.ts';

/** Rows of a list on paper: each with its columns, a few blank ones ready. Works without scripts. */
export function RowsInput({
  field,
  value,
  problem,
}: {
  field: AskedField;
  value?: unknown;
  problem?: string | undefined;
}): ReactNode {
  const columns = field.columns ?? [];
  const rows = rowsShown(field, value ?? field.value);
  return (
    <fieldset className="gap">
      <legend className="label">
        {field.label.zh}
        <span className="hint">（空着的行不算）</span>
      </legend>
      {rows.map((row, at) => (
        <div key={at} className="card pad gap">
          <p className="hint">第 {at + 1} 行</p>
          {columns.map((column) => {
            const name = rowName(field, at, column);
            return (
              <div key={column.id} className="gap">
                <label className="label" htmlFor={name}>
                  {column.label.zh}
                  {column.optional ? <span className="hint">（可以不填）</span> : null}
                </label>
                <Cell name={name} column={column} value={String(row[column.id] ?? '')} />
              </div>
            );
          })}
        </div>
      ))}
      <Problem id={`field.${field.id}`} sentence={problem} />
    </fieldset>
  );
}

type Columns = NonNullable<AskedField['columns']>;

/** One cell: chosen where there are words to choose among, else typed. */
function Cell({ name, column, value }: { name: string; column: Columns[number]; value: string }): ReactNode {
  const shared = { id: name, name, className: 'field', defaultValue: value };
  const choices = choicesIn(column);
  if (choices === null) return <input {...shared} maxLength={200} autoComplete="off" />;
  return (
    <select {...shared}>
      <option value="">请选择</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}
