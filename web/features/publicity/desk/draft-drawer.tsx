import { useState } from 'react';
import { Button, Drawer } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useDraft } from '../../../lib/desk/drafts.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { DraftFields } from './draft-fields.tsx';
import { blankForm, formOf, useChange, type DeskPublicityPage, type Form } from './publicity-api.ts';

type Props = {
  areaId: string;
  /** The draft to change; without it a new one. */
  page?: DeskPublicityPage;
  onClose: () => void;
  onDone: (id: string) => void;
};

/** Empty lines and items without words are no part of what hangs. */
function trimmed(form: Form): Form {
  const shown = form.shown
    .map(({ label, lines }) => ({ label: label.trim(), lines: lines.map((line) => line.trim()).filter(Boolean) }))
    .filter(({ label, lines }) => label !== '' && lines.length > 0);
  return { ...form, shown };
}

/** Writes a notice. What was written stays until it is sent or emptied; nobody sees it before it is approved. */
export function DraftDrawer({ areaId, page, onClose, onDone }: Props) {
  const { me } = useSession();
  const initial = page ? formOf(page) : blankForm;
  const [form, setForm, drop] = useDraft<Form>(me.id, `publicity.${page?.id ?? areaId}`, initial);
  const [problem, say] = useState<string | null>(null);
  const change = useChange(areaId);
  const refused = refusedOf(change.error);
  const ready = form.title.trim().length >= 2 && (form.body.trim() !== '' || trimmed(form).shown.length > 0);
  const sentence = refused ? [refused.detail, ...Object.values(refused.fields ?? {})].join(' ') : problem;
  const save = (): void =>
    change.mutate(
      { path: page ? `/${page.id}` : '', method: page ? 'PUT' : 'POST', body: trimmed(form) },
      {
        onSuccess: ({ id }) => {
          drop();
          onDone(id);
        },
      },
    );
  return (
    <Drawer
      open
      size={560}
      mask={false}
      onClose={onClose}
      title={page ? '改公示稿' : '拟公示'}
      footer={
        <div className="publicity-foot">
          {sentence && <Note tone="late">{sentence}</Note>}
          <div className="row">
            <span className="sp sm mute">
              {ready ? '交上去以后，请另一位同事审核、书记发布' : '写好标题和内容就能交'}
            </span>
            <Button type="primary" disabled={!ready} loading={change.isPending} onClick={save}>
              {page ? '改好了，交审核' : '交审核'}
            </Button>
          </div>
        </div>
      }
    >
      <DraftFields areaId={areaId} form={form} carried={page?.carried ?? false} onChange={setForm} onProblem={say} />
    </Drawer>
  );
}
