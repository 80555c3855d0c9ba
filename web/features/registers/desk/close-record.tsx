import { useState } from 'react';
import { Button, Input, Popover } from 'antd';
import type { RecordDetail } from '#contract/registers';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useDoing } from './registers-api.ts';

const shortest = 2;

/** Takes a record out of the register, with a reason that is kept. */
export function CloseRecord({ record, onClosed }: { record: RecordDetail; onClosed: () => void }) {
  const [isOpen, open] = useState(false);
  const [reason, setReason] = useState('');
  const [key, setKey] = useState(newKey);
  const close = useDoing(record.areaId, record.register, record.id);
  const problem = refusedOf(close.error)?.detail;
  const submit = (): void =>
    close.mutate(
      { act: 'close', key, body: { reason: reason.trim(), version: record.version } },
      { onSuccess: onClosed, onError: () => setKey(newKey()) },
    );
  const form = (
    <form
      className="verb"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={`close-${record.id}`}>为什么撤下？撤下的还能查到，不会删掉</label>
      <Input
        id={`close-${record.id}`}
        autoFocus
        value={reason}
        maxLength={200}
        placeholder="像：登记重了、人搬走了"
        onChange={(event) => setReason(event.target.value)}
      />
      {problem && <p className="problem">{problem}</p>}
      <Button
        danger
        size="small"
        htmlType="submit"
        disabled={reason.trim().length < shortest}
        loading={close.isPending}
      >
        撤下
      </Button>
    </form>
  );
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={open} content={form} arrow={false} destroyOnHidden>
      <Button>撤下</Button>
    </Popover>
  );
}
