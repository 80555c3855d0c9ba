import { useState } from 'react';
import { useParams } from 'react-router';
import { Button, Input, InputNumber } from 'antd';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { AgreedCard } from './agreed-card.tsx';
import { MeetingDrawer } from './meeting-drawer.tsx';
import { useMeeting, useMeetingAct, type MeetingPage as Page } from './meetings-api.ts';
import { MinutesCard } from './minutes-card.tsx';
import { SignInCard } from './sign-in-card.tsx';
import './talk-desk.css';

/** One meeting on the desk: agenda, sign-in, what was agreed, minutes. */
export function MeetingPage() {
  const { areaId = '', id = '' } = useParams();
  const meeting = useMeeting(areaId, id);
  const [edits, edit] = useState(false);
  const refused = refusedOf(meeting.error);
  if (refused) return <RefusedPage refused={refused} retry={() => void meeting.refetch()} />;
  if (!meeting.data) return <Waiting />;
  const page = meeting.data;
  return (
    <div className="talk-desk">
      <Head page={page} onEdit={() => edit(true)} />
      {page.warning && <Note tone="due">{page.warning}</Note>}
      <div className="meeting-columns">
        <div>
          <Agenda page={page} />
          <AgreedCard page={page} />
          <MinutesCard key={page.minutesState} page={page} />
        </div>
        <SignInCard page={page} />
      </div>
      {edits && <MeetingDrawer areaId={areaId} meeting={page} onClose={() => edit(false)} />}
    </div>
  );
}

function Head({ page, onEdit }: { page: Page; onEdit: () => void }) {
  const { now } = useSession();
  const [reason, setReason] = useState('');
  const [headcount, setHeadcount] = useState(0);
  const act = useMeetingAct(page.areaId, page.id);
  const refused = refusedOf(act.error);
  const may = (what: string): boolean => page.actions.includes(what);
  const when = page.startsAt && page.endsAt;
  return (
    <>
      <div className="page-head">
        <h1>{page.title}</h1>
        <Tag>{page.kind}</Tag>
        <Tag tone={page.state === 'called' ? 'due' : 'plain'}>{page.stateName}</Tag>
        <span className="sp" />
        <Button href={`/desk/meetings/${page.areaId}/${page.id}/print`} target="_blank">
          打印
        </Button>
        {may('edit') && <Button onClick={onEdit}>改一改</Button>}
        {may('call') && (
          <Button type="primary" loading={act.isPending} onClick={() => act.mutate({ act: 'call' })}>
            通知大家
          </Button>
        )}
      </div>
      <p className="mute meeting-when">
        {when
          ? `${dayName(page.startsAt ?? '', now())} ${weekdayName(page.startsAt ?? '')} ${clockTime(page.startsAt ?? '')}—${clockTime(page.endsAt ?? '')}`
          : '时间待定'}{' '}
        · {page.place || '地点待定'} · 请{page.parties.map(({ name }) => name).join('、')}
        {page.matterNumber && (
          <>
            {' '}
            · <a href={`/desk/matters/${page.areaId}/${page.matterNumber}`}>事项 {page.matterNumber}</a>
          </>
        )}
      </p>
      {refused && <Note tone="late">{refused.detail}</Note>}
      {(may('end') || may('cancel')) && (
        <div className="row meeting-acts">
          {may('end') && (
            <>
              <label htmlFor="meeting-headcount">没签到、只点了人头的</label>
              <InputNumber
                id="meeting-headcount"
                min={0}
                max={100000}
                value={headcount}
                onChange={(count) => setHeadcount(count ?? 0)}
              />
              <Button type="primary" onClick={() => act.mutate({ act: 'end', body: { headcount } })}>
                散会
              </Button>
            </>
          )}
          {may('cancel') && (
            <>
              <Input
                aria-label="取消的原因"
                placeholder="取消的原因"
                maxLength={300}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
              <Button
                disabled={reason.trim().length < 4}
                onClick={() => act.mutate({ act: 'cancel', body: { reason: reason.trim() } })}
              >
                取消这次会
              </Button>
            </>
          )}
        </div>
      )}
    </>
  );
}

function Agenda({ page }: { page: Page }) {
  return (
    <section className="card">
      <h2>议程</h2>
      <ol className="meeting-agenda">
        {page.items.map(({ id, title, href }) => (
          <li key={id}>{href ? <a href={href}>{title}</a> : title}</li>
        ))}
      </ol>
      {page.items.length === 0 && <p className="mute pad">还没有议程。</p>}
    </section>
  );
}
