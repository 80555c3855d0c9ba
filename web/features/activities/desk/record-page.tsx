import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { momentName } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { AttendancePanel } from './attendance-panel.tsx';
import { ChangeForm } from './change-form.tsx';
import { ContestPanel } from './contest-panel.tsx';
import { Facts } from './facts.tsx';
import { StallsPanel } from './stalls-panel.tsx';
import { Steps } from './steps.tsx';
import { useRecord, type RecordPage as Page } from './records-api.ts';
import './records.css';

/** One activity: what it is, what was decided on it, what may be done now. */
export function RecordPage() {
  const { areaId = '', id = '' } = useParams();
  const record = useRecord(areaId, id);
  const refused = refusedOf(record.error);
  if (refused) return <RefusedPage refused={refused} />;
  if (!record.data) return <Waiting lines={9} />;
  return <Loaded key={record.data.id} page={record.data} />;
}

function Loaded({ page }: { page: Page }) {
  const [search] = useSearchParams();
  const [changes, change] = useState(search.get('change') === '1');
  const tone = page.state === 'submitted' ? 'due' : page.state === 'published' ? 'ok' : 'plain';
  if (changes) return <ChangeForm page={page} onDone={() => change(false)} />;
  return (
    <div className="records">
      <div className="page-head">
        <Link className="tool" to="/activities" aria-label="回到活动">
          <Icon name="chevron-left" size="xs" />
        </Link>
        <h1>{page.title}</h1>
        <Tag tone={tone}>{page.stateName}</Tag>
        <span className="sp" />
        <Steps page={page} onChange={() => change(true)} />
      </div>
      {page.state !== 'published' && page.state !== 'withdrawn' && (
        <p className="sm mute record-hint">
          {page.state === 'draft' ? '草稿只有工作人员看得到。' : '书记同意以后，居民才看得到。'}
        </p>
      )}
      <div className="record-grid">
        <div>
          <Facts page={page} />
          {page.state === 'published' && <AttendancePanel page={page} />}
          {page.state === 'published' && page.kind === 'market' && <StallsPanel page={page} />}
          {page.state === 'published' && page.kind === 'contest' && <ContestPanel page={page} />}
        </div>
        <aside>
          <Came page={page} />
          <Decisions page={page} />
        </aside>
      </div>
    </div>
  );
}

function Came({ page }: { page: Page }) {
  return (
    <section className="card">
      <h2>多少人</h2>
      <dl className="pad came">
        <dt>报名</dt>
        <dd>{page.seats === null ? '不用报名' : `${page.enrolled} / ${page.seats} 人`}</dd>
        <dt>到场（人）</dt>
        <dd>{page.people > 0 ? `${page.people} 人` : '还没有'}</dd>
        <dt>到场（人次）</dt>
        <dd>{page.personTimes > 0 ? `${page.personTimes} 人次` : '还没有'}</dd>
      </dl>
    </section>
  );
}

function Decisions({ page }: { page: Page }) {
  const { now } = useSession();
  if (page.decisions.length === 0) return null;
  return (
    <section className="card">
      <h2>谁动过</h2>
      <ol className="pad decisions">
        {page.decisions.map((one) => (
          <li key={`${one.at}${one.act}`}>
            <b>{one.actName}</b> {one.byName}
            <span className="faint"> {momentName(one.at, now())}</span>
            {one.reason && <p>{one.reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
