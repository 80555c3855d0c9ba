import { useState } from 'react';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { addDays, shanghaiDate } from '#shared/time';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useDraft as useKept } from '../../../lib/desk/drafts.ts';
import { isWide, useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { useDraft, useWords, type BallotWords } from './ballots-api.ts';
import { bodyOf, blankForm, whyNotReady, type BallotForm } from './ballot-form.ts';
import { FormFields } from './form-fields.tsx';
import { FormPreview } from './form-preview.tsx';
import './ballots.css';

/** Prepares a ballot: what is asked, who votes, by which rule; beside it what people will read. */
export function NewPage() {
  const { area } = useSession();
  const words = useWords(area.id);
  const refused = refusedOf(words.error);
  if (isWide(area)) return <Empty>表决由社区发起。请在上面选一个社区。</Empty>;
  if (refused) return <RefusedPage refused={refused} retry={() => void words.refetch()} />;
  if (!words.data) return <Waiting lines={9} />;
  return <Editor key={area.id} areaId={area.id} words={words.data} />;
}

function Editor({ areaId, words }: { areaId: string; words: BallotWords }) {
  const { me, now } = useSession();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [key] = useState(newKey);
  const first = blankForm(words, addDays(shanghaiDate(now()), 15));
  const [form, keep, drop, isKept] = useKept<BallotForm>(me.id, `ballot.${areaId}`, first);
  const draft = useDraft(areaId, key);
  const refused = refusedOf(draft.error);
  const why = whyNotReady(form, words);
  const submit = (): void =>
    draft.mutate(bodyOf(form), {
      onSuccess: ({ id }) => {
        drop();
        void message.success('存好了。看一遍，再开始表决');
        void navigate(`/ballots/${areaId}/${id}`, { replace: true });
      },
    });
  return (
    <div className="ballots ballot-new">
      <div className="page-head">
        <h1>发起表决</h1>
      </div>
      <div className="new-grid">
        <FormFields form={form} words={words} set={(changes) => keep({ ...form, ...changes })} />
        <FormPreview form={form} words={words} />
      </div>
      <div className="card ballot-foot">
        <div className="sp">
          {refused ? (
            <Note tone="late">{[refused.detail, ...Object.values(refused.fields ?? {})].join(' ')}</Note>
          ) : (
            <span className="mute">{why ?? '存好以后还能看一遍，开始表决前谁也看不到'}</span>
          )}
        </div>
        {isKept && (
          <Button type="text" onClick={drop}>
            不要了
          </Button>
        )}
        <Button type="primary" disabled={why !== null} loading={draft.isPending} onClick={submit}>
          存好，下一步
        </Button>
      </div>
    </div>
  );
}
