import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { App, Button } from 'antd';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useDraft } from '../../../lib/desk/drafts.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { againDraft, blankDraft, missingOf } from './draft.ts';
import { Fields } from './fields.tsx';
import { LastOnes } from './last-ones.tsx';
import { saveDraft, takeStep, useRecord, useRecordChange, type Draft } from './records-api.ts';
import './records.css';

/** A new activity, blank or as an earlier one was. What was typed stays on this computer until it is kept. */
export function EditorPage() {
  const { area } = useSession();
  const [search] = useSearchParams();
  const again = search.get('again');
  if (isWide(area)) return <Empty>活动由社区办。请在左上角选一个社区。</Empty>;
  return again ? <Again key={again} areaId={area.id} id={again} /> : <Blank key={area.id} areaId={area.id} />;
}

function Blank({ areaId }: { areaId: string }) {
  const { area, me, now } = useSession();
  const [search] = useSearchParams();
  const start = { ...blankDraft(area.name, me.name, now()), seriesId: search.get('series') };
  return <Editor areaId={areaId} name={`activity.new.${areaId}`} start={start} title="办活动" />;
}

function Again({ areaId, id }: { areaId: string; id: string }) {
  const { now } = useSession();
  const page = useRecord(areaId, id);
  const refused = refusedOf(page.error);
  if (refused) return <RefusedPage refused={refused} />;
  if (!page.data) return <Waiting lines={9} />;
  return (
    <Editor
      areaId={areaId}
      name={`activity.again.${id}`}
      start={againDraft(page.data, now())}
      title={`照“${page.data.title}”再办一次`}
    />
  );
}

type EditorProps = { areaId: string; name: string; start: Draft; title: string };

function Editor({ areaId, name, start, title }: EditorProps) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { me, can } = useSession();
  const [key] = useState(newKey);
  const [draft, setDraft, drop, isKept] = useDraft<Draft>(me.id, name, start);
  const keep = useRecordChange(async (step: 'submit' | 'approve' | null) => {
    const page = await saveDraft(areaId, null, draft, key);
    return step ? takeStep(areaId, page.id, step, null) : page;
  });
  const refused = refusedOf(keep.error);
  const missing = missingOf(draft);
  const step = can('activity.approve') ? 'approve' : 'submit';
  const run = (then: 'submit' | 'approve' | null, said: string): void =>
    keep.mutate(then, {
      onSuccess: (page) => {
        drop();
        void message.success(said);
        void navigate(`/activities/${areaId}/${page.id}`);
      },
    });
  return (
    <div className="records editor">
      <div className="page-head">
        <h1>{title}</h1>
        <span className="sp" />
        {isKept && (
          <button type="button" className="plain tool mute" onClick={drop}>
            清空重写
          </button>
        )}
      </div>
      <div className="editor-grid">
        <div className="card editor-card">
          <Fields draft={draft} onChange={setDraft} areaId={areaId} refused={refused} />
        </div>
        <LastOnes areaId={areaId} />
      </div>
      <div className="editor-foot">
        {refused && <Note tone="late">{[refused.detail].join(' ')}</Note>}
        <span className="sp sm mute">{missing ?? '写好了。居民要等审核通过才看得到'}</span>
        <Button
          disabled={missing !== null}
          loading={keep.isPending}
          onClick={() => run(null, '存好了，只有工作人员看得到')}
        >
          存草稿
        </Button>
        <Button
          type="primary"
          disabled={missing !== null}
          loading={keep.isPending}
          onClick={() => run(step, step === 'approve' ? '发布了' : '已交给书记审核')}
        >
          {step === 'approve' ? '发布' : '提交审核'}
        </Button>
      </div>
    </div>
  );
}
