import { useState } from 'react';
import { Button, Drawer } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { formOf, useBrandChange, useSimilar, type BrandDesk } from './brand-api.ts';
import { BrandFields } from './brand-fields.tsx';
import { BrandPreview } from './brand-preview.tsx';
import { SimilarNote } from './similar-note.tsx';

const nameMin = 2;
const sloganMin = 4;

/** Writes the brand beside the page it becomes. What is kept is a draft: public only when approved. */
export function BrandEditor({ desk, onClose }: { desk: BrandDesk; onClose: () => void }) {
  const [form, setForm] = useState(() => formOf(desk));
  const change = useBrandChange(desk.areaId);
  const similar = useSimilar(desk.areaId, form.name, form.words);
  const refused = refusedOf(change.error);
  const isReady = form.name.trim().length >= nameMin && form.slogan.trim().length >= sloganMin;
  const save = (): void => {
    const body = { ...form, revision: desk.brand?.revision ?? null };
    change.mutate({ path: '', method: 'PUT', body }, { onSuccess: onClose });
  };
  return (
    <Drawer
      open
      size={980}
      title={desk.brand ? '改品牌' : '建品牌'}
      onClose={onClose}
      footer={
        <div>
          {refused && <Note tone="late">{[refused.detail, ...Object.values(refused.fields ?? {})].join(' ')}</Note>}
          <div className="row">
            <span className="sp sm mute">存的是草稿，提交给书记审核以后才公开</span>
            <Button onClick={onClose}>不改了</Button>
            <Button type="primary" disabled={!isReady} loading={change.isPending} onClick={save}>
              存成草稿
            </Button>
          </div>
        </div>
      }
    >
      <div className="brand-editor">
        <div>
          <BrandFields desk={desk} form={form} onChange={setForm} />
          <SimilarNote similar={similar.data ?? []} />
        </div>
        <BrandPreview areaId={desk.areaId} areaName={desk.areaName} form={form} />
      </div>
    </Drawer>
  );
}
