import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button, Drawer, Input } from 'antd';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { pictureAddress } from '../../../ui/picture.ts';
import { useDecide, useWork, useWorks, type WorkPage, type WorkState } from './teams-api.ts';
import './desk.css';

const states: { id: WorkState; label: string }[] = [
  { id: 'submitted', label: '等审核' },
  { id: 'published', label: '已挂出' },
  { id: 'returned', label: '已退回' },
];

/** What was handed in: looked at before it hangs. */
export function WorksPage() {
  const { area, now } = useSession();
  const [search, setSearch] = useSearchParams();
  const state = states.find(({ id }) => id === search.get('state'))?.id ?? 'submitted';
  const works = useWorks(area.id, state);
  const refused = refusedOf(works.error);
  const open = search.get('open');
  const items = works.data?.items ?? [];
  return (
    <div className="culture">
      <div className="page-head">
        <h1>作品</h1>
        <div className="tabs" role="group" aria-label="哪些作品">
          {states.map(({ id, label }) => (
            <button key={id} type="button" aria-pressed={id === state} onClick={() => setSearch({ state: id })}>
              {label}
            </button>
          ))}
        </div>
        <span className="sp" />
        <Button href={`/c/${area.id}/works`} target="_blank">
          看作品墙
        </Button>
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void works.refetch()} />}
      {!works.data && !refused && <Waiting />}
      {works.data && items.length === 0 && (
        <section className="card">
          <Empty>{state === 'submitted' ? '没有等审核的作品。' : '这里还没有作品。'}</Empty>
        </section>
      )}
      <ul className="hung">
        {items.map((work) => (
          <li key={work.id} className="card">
            <button type="button" className="plain" onClick={() => setSearch({ state, open: work.id })}>
              <img src={pictureAddress(work.picture ?? 'calligraphy')} alt="" loading="lazy" />
              <b>{work.title}</b>
              <span className="mute sm">
                {work.kind} · {[work.teamName, work.authors].filter(Boolean).join(' ') || '没有留名'} ·{' '}
                {momentName(work.submittedAt, now())} 交来
              </span>
            </button>
          </li>
        ))}
      </ul>
      {open && <WorkDrawer key={open} areaId={area.id} id={open} onClose={() => setSearch({ state })} />}
    </div>
  );
}

function WorkDrawer({ areaId, id, onClose }: { areaId: string; id: string; onClose: () => void }) {
  const work = useWork(areaId, id);
  const refused = refusedOf(work.error);
  return (
    <Drawer
      open
      size={520}
      mask={false}
      onClose={onClose}
      title={work.data?.title ?? '作品'}
      footer={work.data && <Decide areaId={areaId} work={work.data} onDone={onClose} />}
    >
      {refused && <RefusedPage refused={refused} />}
      {!work.data && !refused && <Waiting />}
      {work.data && (
        <div className="team-fields">
          <img className="whole" src={pictureAddress(work.data.picture ?? 'calligraphy')} alt="" />
          <p className="mute sm">
            {work.data.kind} · {work.data.authors} · {work.data.stateName}
            {work.data.topic && ` · 出题：${work.data.topic}`}
          </p>
          <p className="words">{work.data.body}</p>
          {work.data.reason && <Note tone="due">{work.data.reason}</Note>}
        </div>
      )}
    </Drawer>
  );
}

function Decide({ areaId, work, onDone }: { areaId: string; work: WorkPage; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const decide = useDecide(areaId, work.id);
  const refused = refusedOf(decide.error);
  const may = (action: WorkPage['actions'][number]): boolean => work.actions.includes(action);
  if (!may('publish') && !may('withdraw')) return null;
  const said = reason.trim();
  const back = may('return') ? 'return' : 'withdraw';
  return (
    <div className="team-fields">
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <Input
          aria-label="为什么退回或撤下"
          placeholder={back === 'return' ? '要改哪里（退回时写）' : '为什么撤下'}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Button
          disabled={said.length < 2}
          loading={decide.isPending}
          onClick={() => decide.mutate({ decision: back, reason: said }, { onSuccess: onDone })}
        >
          {back === 'return' ? '退回' : '撤下'}
        </Button>
        {may('publish') && (
          <Button
            type="primary"
            loading={decide.isPending}
            onClick={() => decide.mutate({ decision: 'publish' }, { onSuccess: onDone })}
          >
            挂上墙
          </Button>
        )}
      </div>
    </div>
  );
}
