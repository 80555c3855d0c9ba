import { useState } from 'react';
import { Button, Input, Select } from 'antd';
import { Icon } from '../../../../ui/icon.tsx';
import { cellValue, choicesIn, rowsShown, type Row } from '../../rows.ts';
import type { Part } from './field-parts.tsx';

type Typed = Record<string, string>;

/** Rows of a list as a small table: typed cell by cell, rows added and taken away. Yuan are sent as fen. */
export function RowsPart({ field, id, value, onChange }: Part) {
  const columns = field.columns ?? [];
  const [rows, setRows] = useState<Typed[]>(() => {
    const kept = Array.isArray(value) ? (value as Row[]) : [];
    const drawn = rowsShown(field, kept).slice(0, Math.max(1, Number(field.min ?? 1), kept.length));
    return drawn.map((row) => Object.fromEntries(columns.map((column) => [column.id, String(row[column.id] ?? '')])));
  });
  const put = (next: Typed[]): void => {
    setRows(next);
    const filled = next.filter((row) => Object.values(row).some((text) => text.trim() !== ''));
    onChange(
      filled.map((row) =>
        Object.fromEntries(
          columns
            .map((column) => [column.id, cellValue(column, row[column.id] ?? '')] as const)
            .filter(([, cell]) => cell !== ''),
        ),
      ),
    );
  };
  return (
    <div className="rows" id={id} role="group" aria-label={field.label.zh}>
      {rows.map((row, at) => (
        <div key={at} className="row">
          {columns.map((column) => (
            <Cell
              key={column.id}
              column={column}
              label={`第 ${at + 1} 行 ${column.label.zh}`}
              value={row[column.id] ?? ''}
              onType={(text) => put(rows.map((one, place) => (place === at ? { ...one, [column.id]: text } : one)))}
            />
          ))}
          {rows.length > 1 && (
            <Button
              size="small"
              aria-label={`去掉第 ${at + 1} 行`}
              icon={<Icon name="close" size="xs" />}
              onClick={() => put(rows.filter((_, place) => place !== at))}
            />
          )}
        </div>
      ))}
      <Button size="small" onClick={() => setRows([...rows, {}])}>
        加一行
      </Button>
    </div>
  );
}

type CellProps = {
  column: NonNullable<Part['field']['columns']>[number];
  label: string;
  value: string;
  onType(text: string): void;
};

/** One cell: chosen where there are words to choose among, else typed. */
function Cell({ column, label, value, onType }: CellProps) {
  const hint = `${column.label.zh}${column.type === 'money' ? '（元）' : ''}${column.optional ? ' 可不填' : ''}`;
  const choices = choicesIn(column);
  if (choices === null)
    return (
      <Input
        aria-label={label}
        placeholder={hint}
        value={value}
        maxLength={200}
        onChange={(event) => onType(event.target.value)}
      />
    );
  return (
    <Select
      aria-label={label}
      placeholder={hint}
      value={value === '' ? undefined : value}
      options={[...choices]}
      onChange={(chosen) => onType(String(chosen))}
    />
  );
}
