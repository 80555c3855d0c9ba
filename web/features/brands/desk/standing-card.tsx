import { useState } from 'react';
import { Button, Input, Modal } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Empty, Note } from '../../../ui/desk/states.tsx';
import { Tag, type Tone } from '../../../ui/desk/tag.tsx';
import { pictureOf, useBrandChange, type BrandDesk } from './brand-api.ts';
import { SimilarNote } from './similar-note.tsx';

const tones: Record<string, Tone> = { draft: 'plain', submitted: 'due', published: 'ok', retired: 'late' };

/** Where the brand stands, how it looks, and what may be done with it now. */
export function StandingCard({ desk, onEdit }: { desk: BrandDesk; onEdit: () => void }) {
  const { brand } = desk;
  if (!brand)
    return (
      <section className="card">
        <h2>品牌</h2>
        <Empty>
          还没有品牌。先看摸排到的资源和人才，请居民选主题，再来建。
          {desk.actions.includes('edit') && (
            <Button type="link" onClick={onEdit}>
              直接建
            </Button>
          )}
        </Empty>
      </section>
    );
  const [first] = brand.pictures;
  return (
    <section className="card standing">
      <h2>
        品牌
        <span className="r">
          <Tag tone={tones[brand.state] ?? 'plain'} icon={brand.state === 'published' ? 'check' : 'edit'}>
            {brand.stateName}
          </Tag>
        </span>
      </h2>
      {first && <img src={pictureOf(desk.areaId, first)} alt="" />}
      <div className="body">
        <p className="name">{brand.name}</p>
        <p className="slogan">{brand.slogan}</p>
        <p className="mute">{[...brand.words, brand.owner && `专人管：${brand.owner}`].filter(Boolean).join(' · ')}</p>
        {brand.state !== 'published' && desk.shown && <Note tone="info">居民现在看到的还是上一版，审核通过才换。</Note>}
        {brand.returnedWhy && <Note tone="due">书记退回：{brand.returnedWhy}</Note>}
        <SimilarNote similar={desk.similar} />
        <Acts desk={desk} />
      </div>
    </section>
  );
}

const questions = {
  return: { path: '/return', title: '退回去改', hint: '哪里要改' },
  retirement: { path: '/retirement', title: '撤下品牌', hint: '为什么撤下，居民会看不到品牌页' },
} as const;

function Acts({ desk }: { desk: BrandDesk }) {
  const change = useBrandChange(desk.areaId);
  const [asks, askFor] = useState<keyof typeof questions | null>(null);
  const [reason, setReason] = useState('');
  const refused = refusedOf(change.error);
  const may = (action: BrandDesk['actions'][number]): boolean => desk.actions.includes(action);
  const finish = { onSuccess: () => askFor(null) };
  return (
    <>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <p className="acts">
        {may('submit') && (
          <Button type="primary" loading={change.isPending} onClick={() => change.mutate({ path: '/submission' })}>
            提交书记审核
          </Button>
        )}
        {may('approve') && (
          <Button type="primary" loading={change.isPending} onClick={() => change.mutate({ path: '/approval' })}>
            审核通过，公开
          </Button>
        )}
        {may('return') && <Button onClick={() => askFor('return')}>退回去改</Button>}
        {may('retire') && (
          <Button type="text" onClick={() => askFor('retirement')}>
            撤下
          </Button>
        )}
      </p>
      {asks && (
        <Modal
          open
          title={questions[asks].title}
          okText="确定"
          cancelText="不了"
          okButtonProps={{ disabled: reason.trim().length < 2, loading: change.isPending }}
          onCancel={() => askFor(null)}
          onOk={() => change.mutate({ path: questions[asks].path, body: { reason } }, finish)}
        >
          <label htmlFor="brand-reason">{questions[asks].hint}</label>
          <Input.TextArea
            id="brand-reason"
            rows={3}
            maxLength={200}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Modal>
      )}
    </>
  );
}
