import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { ask, newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { useSaveBody, type Body, type BodyInput, type BodyReview } from './bodies-api.ts';

type Start = { body: string | null; estateId: string | null };
type Props = { body: Body | null; start: Start | null; review: BodyReview; onClose: () => void };

function formOf(body: Body): BodyInput {
  const { name, composition, platform, reach, termFrom, termTo } = body;
  return { body: body.body, name, composition, platform, reach, termFrom, termTo };
}

/** A body as it is noted, or what of it may change. */
export function BodyFormDrawer({ body, start, review, onClose }: Props) {
  const { area } = useSession();
  const [key, setKey] = useState(newKey);
  const [form, setForm] = useState<BodyInput>(
    body ? formOf(body) : { body: start?.body ?? '', name: '', estateId: start?.estateId ?? null },
  );
  const save = useSaveBody(area.id, body, key);
  const refused = refusedOf(save.error);
  const set = (change: Partial<BodyInput>): void => setForm({ ...form, ...change });
  return (
    <Drawer
      open
      size={480}
      mask={false}
      onClose={onClose}
      title={body ? body.name : '登记一个组织'}
      footer={
        <div className="row">
          <span className="sp">{refused && <Note tone="late">{refused.detail}</Note>}</span>
          <Button
            type="primary"
            disabled={form.name.trim().length < 2 || form.body === ''}
            loading={save.isPending}
            onClick={() => save.mutate(form, { onSuccess: onClose, onError: () => setKey(newKey()) })}
          >
            保存
          </Button>
        </div>
      }
    >
      <div className="body-fields">
        {!body && <Place form={form} review={review} onSet={set} />}
        <Line id="body-name" label="名称（换届的写上第几届）">
          <Input
            id="body-name"
            value={form.name}
            maxLength={40}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Line>
        <Line id="body-from" label="任期从">
          <DatePicker
            id="body-from"
            value={form.termFrom ? dayjs(form.termFrom) : null}
            onChange={(day) => set({ termFrom: day ? day.format('YYYY-MM-DD') : null })}
          />
        </Line>
        <Line id="body-to" label="任期到（当天 24:00 成员的职务自动结束）">
          <DatePicker
            id="body-to"
            value={form.termTo ? dayjs(form.termTo) : null}
            onChange={(day) => set({ termTo: day ? day.format('YYYY-MM-DD') : null })}
          />
        </Line>
        <Line id="body-composition" label="组成办法">
          <Select
            id="body-composition"
            value={form.composition ?? ''}
            options={[
              { value: '', label: '没有特别的' },
              ...review.compositions.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id: string) => set({ composition: id === '' ? null : id })}
          />
        </Line>
        <Line id="body-platform" label="在小区里的议事平台">
          <Input
            id="body-platform"
            value={form.platform ?? ''}
            maxLength={60}
            onChange={(event) => set({ platform: event.target.value })}
          />
        </Line>
        <Line id="body-reach" label="怎么找到他们（会公开，别写私人电话）">
          <Input
            id="body-reach"
            value={form.reach ?? ''}
            maxLength={120}
            onChange={(event) => set({ reach: event.target.value })}
          />
        </Line>
      </div>
    </Drawer>
  );
}

function Line({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

type Area = { id: string; name: string };
const useEstates = (areaId: string) =>
  useQuery({
    queryKey: ['areas', areaId, 'estates'],
    queryFn: async () => (await ask<{ items: Area[] }>('areas', { level: 'estate', under: areaId })).items,
  });

/** Kind, estate, grid and the body above it: what a kind needs, and nothing else. */
function Place({
  form,
  review,
  onSet,
}: {
  form: BodyInput;
  review: BodyReview;
  onSet: (change: Partial<BodyInput>) => void;
}) {
  const { area } = useSession();
  const estates = useEstates(area.id);
  const kind = review.kinds.find(({ word }) => word === form.body);
  const above = kind?.treeLevel ? review.items.filter(({ level }) => level === (kind.treeLevel ?? 0) - 1) : [];
  const places = review.grids.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Line id="body-kind" label="哪一类">
        <Select
          id="body-kind"
          value={form.body || null}
          placeholder="选一类"
          options={review.kinds.map(({ word, label }) => ({ value: word, label }))}
          onChange={(body: string) => onSet({ body, placeId: null, parentId: null })}
        />
      </Line>
      {kind?.level === 'estate' && (
        <Line id="body-estate" label="哪个小区">
          <Select
            id="body-estate"
            value={form.estateId ?? null}
            placeholder="选小区"
            options={(estates.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(estateId: string) => onSet({ estateId })}
          />
        </Line>
      )}
      {kind?.level === 'grid' && (
        <Line id="body-place" label="哪个网格">
          <Select
            id="body-place"
            value={form.placeId ?? null}
            placeholder="选网格"
            options={places}
            onChange={(placeId: string) => onSet({ placeId })}
          />
        </Line>
      )}
      {kind && (kind.treeLevel ?? 0) >= 3 && (
        <Line id="body-parent" label="上面一级">
          <Select
            id="body-parent"
            value={form.parentId ?? null}
            placeholder="选上级"
            options={above.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(parentId: string) => onSet({ parentId })}
          />
        </Line>
      )}
    </>
  );
}
