import { useState } from 'react';
import { App, Button } from 'antd';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { draftOf, missingOf } from './draft.ts';
import { Fields } from './fields.tsx';
import { saveDraft, useRecordChange, type Draft, type RecordPage } from './records-api.ts';

/** Changes an activity that is there: of a public one, another time or place is told to who enrolled. */
export function ChangeForm({ page, onDone }: { page: RecordPage; onDone: () => void }) {
  const { message } = App.useApp();
  const [key] = useState(newKey);
  const [draft, setDraft] = useState<Draft>(() => draftOf(page));
  const save = useRecordChange(() => saveDraft(page.areaId, page.id, draft, key));
  const refused = refusedOf(save.error);
  const missing = missingOf(draft);
  return (
    <div className="records editor">
      <div className="page-head">
        <h1>修改“{page.title}”</h1>
      </div>
      <div className="card editor-card">
        <Fields draft={draft} onChange={setDraft} areaId={page.areaId} refused={refused} />
      </div>
      <div className="editor-foot">
        {refused && <Note tone="late">{refused.detail}</Note>}
        <span className="sp sm mute">
          {missing ?? (page.state === 'published' ? '改了时间或地点，会告诉报了名的人' : '改好了就保存')}
        </span>
        <Button onClick={onDone}>不改了</Button>
        <Button
          type="primary"
          disabled={missing !== null}
          loading={save.isPending}
          onClick={() =>
            save.mutate(undefined, {
              onSuccess: () => {
                void message.success('改好了');
                onDone();
              },
            })
          }
        >
          保存
        </Button>
      </div>
    </div>
  );
}
