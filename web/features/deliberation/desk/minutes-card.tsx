import { useState } from 'react';
import { Button, Input } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useDraft, useMeetingAct, type MeetingPage } from './meetings-api.ts';

/** Minutes: drafted, checked by another, approved by the secretary, then public. */
export function MinutesCard({ page }: { page: MeetingPage }) {
  const may = (act: string): boolean => page.actions.includes(act);
  if (page.state !== 'held') return null;
  return (
    <section className="card">
      <h2>
        会议纪要 <span className="mute">{page.minutesStateName}</span>
      </h2>
      <div className="talk-line">
        {page.returnedReason && <Note tone="due">请改一改：{page.returnedReason}</Note>}
        {may('draft') ? <Draft page={page} /> : <p className="words">{page.minutes}</p>}
        <Look page={page} />
      </div>
    </section>
  );
}

function Draft({ page }: { page: MeetingPage }) {
  const [text, setText] = useState(page.minutes ?? '');
  const draft = useDraft(page.areaId, page.id);
  const refused = refusedOf(draft.error);
  return (
    <>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <Input.TextArea
        aria-label="会议纪要"
        autoSize={{ minRows: 6, maxRows: 20 }}
        maxLength={8000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="row">
        <Button disabled={text.trim().length < 10} loading={draft.isPending} onClick={() => draft.mutate(text.trim())}>
          写好了，请人核对
        </Button>
      </div>
    </>
  );
}

function Look({ page }: { page: MeetingPage }) {
  const [reason, setReason] = useState('');
  const act = useMeetingAct(page.areaId, page.id);
  const refused = refusedOf(act.error);
  const may = (what: string): boolean => page.actions.includes(what);
  if (!may('check') && !may('approve') && !may('return')) return null;
  return (
    <>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        {may('check') && (
          <Button type="primary" onClick={() => act.mutate({ act: 'minutes/check' })}>
            核对无误
          </Button>
        )}
        {may('approve') && (
          <Button type="primary" onClick={() => act.mutate({ act: 'minutes/approve' })}>
            批准，公开
          </Button>
        )}
        {may('return') && (
          <>
            <Input
              aria-label="要改哪里"
              placeholder="要改哪里"
              maxLength={300}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
            <Button
              disabled={reason.trim().length < 4}
              onClick={() => act.mutate({ act: 'minutes/return', body: { reason: reason.trim() } })}
            >
              退回
            </Button>
          </>
        )}
      </div>
    </>
  );
}
