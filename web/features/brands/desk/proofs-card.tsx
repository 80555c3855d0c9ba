import { useState } from 'react';
import { Button, DatePicker, Drawer, Input, Radio } from 'antd';
import dayjs from 'dayjs';
import { shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note } from '../../../ui/desk/states.tsx';
import { useBrandChange, type BrandDesk, type ProofForm } from './brand-api.ts';

/** Promotion at provincial level or above, and media publicity: what S8.2 and S8.3 ask. */
export function ProofsCard({ desk }: { desk: BrandDesk }) {
  const [adds, add] = useState(false);
  const change = useBrandChange(desk.areaId);
  const mayEdit = desk.actions.includes('edit');
  return (
    <section className="card">
      <h2>
        推广和宣传
        {mayEdit && (
          <span className="r">
            <Button size="small" onClick={() => add(true)}>
              加一条
            </Button>
          </span>
        )}
      </h2>
      {desk.proofs.length === 0 ? (
        <Empty>还没有。省级及以上推广、媒体报道都记在这里，标准 S8.2、S8.3 要用。</Empty>
      ) : (
        <ul className="proofs">
          {desk.proofs.map((proof) => (
            <li key={proof.id}>
              <span>
                {proof.link ? <a href={proof.link}>{proof.title}</a> : proof.title}
                <span className="mute">
                  {' '}
                  {proof.kindName} · {proof.givenBy} · {proof.givenOn}
                </span>
              </span>
              {mayEdit && (
                <Button
                  size="small"
                  type="text"
                  onClick={() => change.mutate({ path: `/proofs/${proof.id}/withdrawal` })}
                >
                  撤回
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {adds && <ProofDrawer areaId={desk.areaId} onClose={() => add(false)} />}
    </section>
  );
}

function ProofDrawer({ areaId, onClose }: { areaId: string; onClose: () => void }) {
  const { now } = useSession();
  const change = useBrandChange(areaId);
  const [form, setForm] = useState<ProofForm>({
    kind: 'media',
    title: '',
    givenBy: '',
    givenOn: shanghaiDate(now()),
    link: '',
  });
  const refused = refusedOf(change.error);
  const put = (part: Partial<ProofForm>): void => setForm({ ...form, ...part });
  const isReady = form.title.trim().length >= 2 && form.givenBy.trim().length >= 2;
  return (
    <Drawer
      open
      size={460}
      title="推广或宣传"
      onClose={onClose}
      footer={
        <Button
          type="primary"
          disabled={!isReady}
          loading={change.isPending}
          onClick={() => change.mutate({ path: '/proofs', body: form }, { onSuccess: onClose })}
        >
          记下
        </Button>
      }
    >
      <div className="brand-fields">
        <Radio.Group
          aria-label="哪一类"
          options={[
            { value: 'media', label: '上过媒体' },
            { value: 'promotion', label: '省级及以上推广' },
          ]}
          value={form.kind}
          onChange={(event) => put({ kind: event.target.value === 'promotion' ? 'promotion' : 'media' })}
        />
        <label htmlFor="proof-title">标题</label>
        <Input
          id="proof-title"
          maxLength={80}
          value={form.title}
          onChange={(event) => put({ title: event.target.value })}
        />
        <label htmlFor="proof-by">谁推广、哪家媒体</label>
        <Input
          id="proof-by"
          maxLength={60}
          value={form.givenBy}
          onChange={(event) => put({ givenBy: event.target.value })}
        />
        <label htmlFor="proof-on">哪天</label>
        <DatePicker
          id="proof-on"
          allowClear={false}
          value={dayjs(form.givenOn)}
          onChange={(day) => day && put({ givenOn: day.format('YYYY-MM-DD') })}
        />
        <label htmlFor="proof-link">
          网址<span className="mute"> 可不填</span>
        </label>
        <Input id="proof-link" value={form.link} onChange={(event) => put({ link: event.target.value })} />
        {refused && <Note tone="late">{[refused.detail, ...Object.values(refused.fields ?? {})].join(' ')}</Note>}
      </div>
    </Drawer>
  );
}
