import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Popover } from 'antd';
import type { FilledField, MatterDetail } from '#contract/matters';
import { refusedOf, send } from '../../../../lib/desk/api.ts';
import { useSession } from '../../../../lib/desk/session.tsx';
import { matterPath } from '../matters-api.ts';

const phrases = ['打电话核实情况', '约上门时间', '回访办理结果'];

/** A masked value; shown whole after a reason, which is written down with one's name. */
export function Reveal({ matter, field }: { matter: MatterDetail; field: FilledField }) {
  const { can } = useSession();
  const [isOpen, open] = useState(false);
  const [reason, setReason] = useState('');
  const reveal = useMutation({
    mutationFn: () =>
      send<{ value: string }>(`${matterPath(matter.areaId, matter.number)}/reveal`, {
        body: { field: field.id, reason: reason.trim() },
      }),
    onSuccess: () => open(false),
  });
  if (reveal.data) return <b className="nw">{reveal.data.value}</b>;
  const problem = refusedOf(reveal.error)?.detail;
  const form = (
    <form
      className="verb"
      onSubmit={(event) => {
        event.preventDefault();
        reveal.mutate();
      }}
    >
      <label htmlFor={`why-${field.id}`}>为什么要看{field.label.zh}？会记下您的名字和时间</label>
      <div className="chips">
        {phrases.map((phrase) => (
          <button key={phrase} type="button" className="chip" onClick={() => setReason(phrase)}>
            {phrase}
          </button>
        ))}
      </div>
      <Input
        id={`why-${field.id}`}
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
        disabled={reason.trim().length < 4}
        loading={reveal.isPending}
      >
        查看
      </Button>
    </form>
  );
  return (
    <span className="nw">
      {field.text}{' '}
      {can('people.reveal') && (
        <Popover trigger="click" open={isOpen} onOpenChange={open} content={form} arrow={false} destroyOnHidden>
          <button type="button" className="plain fig light">
            查看（留痕）
          </button>
        </Popover>
      )}
    </span>
  );
}
