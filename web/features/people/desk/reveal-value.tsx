import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import { refusedOf, send } from '../../../lib/desk/api.ts';

const phrases = ['打电话核实情况', '约上门时间', '登记信息核对', '紧急联系'];
const reasonMin = 4;

type Props = {
  areaId: string;
  personId: string;
  field: 'name' | 'phone' | 'idNumber' | 'note';
  label: string;
  masked: string;
  may: boolean;
};

/** A masked value; shown whole after a reason, which is written down with one's name. */
export function RevealValue({ areaId, personId, field, label, masked, may }: Props) {
  const [isOpen, open] = useState(false);
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: () =>
      send<{ value: string }>(`areas/${areaId}/people/${personId}/reveal`, { body: { field, reason: reason.trim() } }),
    onSuccess: () => open(false),
  });
  if (reveal.data) return <b>{reveal.data.value}</b>;
  const id = `why-${personId}-${field}`;
  const form = (
    <form
      className="reveal"
      onSubmit={(event) => {
        event.preventDefault();
        reveal.mutate();
      }}
    >
      <label htmlFor={id}>为什么要看{label}？会记下您的名字、时间和理由</label>
      <div className="phrases">
        {phrases.map((phrase) => (
          <button key={phrase} type="button" onClick={() => setReason(phrase)}>
            {phrase}
          </button>
        ))}
      </div>
      <Input
        id={id}
        autoFocus
        value={reason}
        maxLength={200}
        placeholder={`至少 ${reasonMin} 个字`}
        onChange={(event) => setReason(event.target.value)}
      />
      {reveal.isError && <p className="problem">{refusedOf(reveal.error)?.detail}</p>}
      <Button
        type="primary"
        size="small"
        htmlType="submit"
        disabled={reason.trim().length < reasonMin}
        loading={reveal.isPending}
      >
        查看
      </Button>
    </form>
  );
  return (
    <span className="nw">
      {masked}{' '}
      {may && (
        <Popover trigger="click" open={isOpen} onOpenChange={open} content={form} arrow={false} destroyOnHidden>
          <button type="button" className="plain fig light">
            查看（留痕）
          </button>
        </Popover>
      )}
    </span>
  );
}
