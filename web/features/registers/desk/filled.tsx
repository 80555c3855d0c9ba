import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import type { FilledCell, RecordDetail } from '#contract/registers';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { reveal } from './registers-api.ts';

/** What a record holds. What is personal is masked, and opens with a reason. */
export function Filled({ record }: { record: RecordDetail }) {
  return (
    <dl className="filled">
      {record.filled.map((cell) => (
        <div key={cell.id}>
          <dt>{cell.label}</dt>
          <dd>
            {cell.pictures.length > 0
              ? cell.pictures.map((picture) => <img key={picture} src={picture} alt={cell.label} />)
              : cell.text}
            {cell.sealed && <Reveal record={record} cell={cell} />}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const shortest = 4;

function Reveal({ record, cell }: { record: RecordDetail; cell: FilledCell }) {
  const { can } = useSession();
  const [isOpen, open] = useState(false);
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: () => reveal(record.areaId, record.register, record.id, { field: cell.id, reason: reason.trim() }),
    onSuccess: () => open(false),
  });
  if (!can('people.reveal')) return null;
  if (ask.data) return <b className="nw"> {ask.data.value}</b>;
  const problem = refusedOf(ask.error)?.detail;
  const form = (
    <form
      className="verb"
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate();
      }}
    >
      <label htmlFor={`why-${cell.id}`}>为什么要看{cell.label}？会记下您的名字和时间</label>
      <Input
        id={`why-${cell.id}`}
        autoFocus
        value={reason}
        maxLength={200}
        placeholder="至少 4 个字"
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && <p className="problem">{problem}</p>}
      <Button
        type="primary"
        size="small"
        htmlType="submit"
        disabled={reason.trim().length < shortest}
        loading={ask.isPending}
      >
        查看
      </Button>
    </form>
  );
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={open} content={form} arrow={false} destroyOnHidden>
      <button type="button" className="plain fig light">
        查看（留痕）
      </button>
    </Popover>
  );
}
