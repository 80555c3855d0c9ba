import { useState } from 'react';
import { useNavigate } from 'react-router';
import { App, Button, Input, Popover } from 'antd';
import { refusedOf, send } from '../../../lib/desk/api.ts';
import { takeStep, useRecordChange, type RecordPage } from './records-api.ts';

const said: Record<string, string> = {
  submit: '已交给书记审核',
  recall: '撤回来了，可以改',
  approve: '发布了，居民看得到了',
  return: '退回了，会告诉起草的人',
  discard: '扔掉了',
  withdraw: '取消了，报了名的人会收到消息',
};

/** What may be done now, drawn from the actions that the answer carries. */
export function Steps({ page, onChange }: { page: RecordPage; onChange: () => void }) {
  const { message } = App.useApp();
  const navigate = useNavigate();
  const step = useRecordChange(({ name, reason }: { name: string; reason: string | null }) =>
    name === 'withdraw'
      ? send(`areas/${page.areaId}/activities/${page.id}/withdraw`, { body: { reason } })
      : takeStep(page.areaId, page.id, name, reason),
  );
  const run = (name: string, reason: string | null = null): void =>
    step.mutate(
      { name, reason },
      {
        onSuccess: () => void message.success(said[name]),
        onError: (error) => void message.error(refusedOf(error)?.detail ?? '没有办成'),
      },
    );
  const may = (name: RecordPage['actions'][number]): boolean => page.actions.includes(name);
  return (
    <div className="row">
      {page.state === 'published' && (
        <a className="tool" href={`/activities/${page.areaId}/${page.id}`} target="_blank" rel="noreferrer">
          看居民看到的
        </a>
      )}
      {may('discard') && (
        <Button type="text" onClick={() => run('discard')}>
          扔掉草稿
        </Button>
      )}
      {may('withdraw') && (
        <WithReason word="取消活动" label="为什么取消（会告诉报了名的人）" onSay={(why) => run('withdraw', why)} />
      )}
      {may('again') && (
        <Button onClick={() => void navigate(`/activities/new?again=${page.id}`)}>照这场再办一次</Button>
      )}
      {may('save') && <Button onClick={onChange}>修改</Button>}
      {may('recall') && <Button onClick={() => run('recall')}>撤回来改</Button>}
      {may('return') && (
        <WithReason word="退回修改" label="哪里要改（会告诉起草的人）" onSay={(why) => run('return', why)} />
      )}
      {may('submit') && (
        <Button type="primary" loading={step.isPending} onClick={() => run('submit')}>
          提交审核
        </Button>
      )}
      {may('approve') && (
        <Button type="primary" loading={step.isPending} onClick={() => run('approve')}>
          同意发布
        </Button>
      )}
    </div>
  );
}

function WithReason({ word, label, onSay }: { word: string; label: string; onSay: (reason: string) => void }) {
  const [isOpen, open] = useState(false);
  const [reason, setReason] = useState('');
  const form = (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        open(false);
        onSay(reason.trim());
      }}
    >
      <label htmlFor={`reason-${word}`}>{label}</label>
      <Input id={`reason-${word}`} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button type="primary" htmlType="submit" disabled={reason.trim().length < 2}>
        {word}
      </Button>
    </form>
  );
  return (
    <Popover trigger="click" open={isOpen} onOpenChange={open} content={form} arrow={false} destroyOnHidden>
      <Button>{word}</Button>
    </Popover>
  );
}
