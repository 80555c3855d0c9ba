import { useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import type { Area } from '#contract/areas';
import { ask, refusedOf } from '../../../lib/desk/api.ts';
import { uploadPicture } from '../../../lib/desk/pictures.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Form, ShownLine } from './publicity-api.ts';

type Props = {
  areaId: string;
  form: Form;
  /** What a matter has shown stays as it is. */
  carried: boolean;
  onChange: (form: Form) => void;
  onProblem: (problem: string | null) => void;
};

/** What hangs, for how long, where. */
export function DraftFields({ areaId, form, carried, onChange, onProblem }: Props) {
  const set = (changes: Partial<Form>): void => onChange({ ...form, ...changes });
  const estates = useQuery({
    queryKey: ['areas', areaId, 'estate'],
    queryFn: () => ask<{ items: Area[] }>('areas', { level: 'estate', under: areaId }),
    select: ({ items }): Area[] => items,
    staleTime: Infinity,
  });
  return (
    <div className="publicity-fields">
      {carried && <p className="sm mute">内容和天数来自事项，这里只能补充说明和图。</p>}
      <Field id="publicity-title" label="公示什么">
        <Input
          id="publicity-title"
          maxLength={80}
          disabled={carried}
          placeholder="例如：楼道加装感应灯的表决结果"
          value={form.title}
          onChange={(event) => set({ title: event.target.value })}
        />
      </Field>
      <div className="row">
        <Field id="publicity-days" label="公示几天（整天，从发布第二天算）">
          <InputNumber<number>
            id="publicity-days"
            min={1}
            max={90}
            precision={0}
            disabled={carried}
            value={form.days}
            onChange={(days) => set({ days: days ?? 7 })}
          />
        </Field>
        <Field id="publicity-estate" label="哪里的事">
          <Select
            id="publicity-estate"
            disabled={carried}
            value={form.estateId ?? ''}
            options={[
              { value: '', label: '全社区' },
              ...(estates.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={(id: string) => set({ estateId: id || null })}
          />
        </Field>
      </div>
      <Lines shown={form.shown} carried={carried} onChange={(shown) => set({ shown })} />
      <Field id="publicity-body" label="说明（可不填）">
        <Input.TextArea
          id="publicity-body"
          autoSize={{ minRows: 3, maxRows: 12 }}
          maxLength={5000}
          value={form.body}
          onChange={(event) => set({ body: event.target.value })}
        />
      </Field>
      <Pictures areaId={areaId} ids={form.pictures} onChange={(pictures) => set({ pictures })} onProblem={onProblem} />
      <Checkbox
        checked={form.board}
        disabled={carried && form.board}
        onChange={(event) => set({ board: event.target.checked })}
      >
        也要贴到公示栏（贴好拍照传上来）
      </Checkbox>
    </div>
  );
}

export function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="publicity-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

type LinesProps = { shown: ShownLine[]; carried: boolean; onChange: (shown: ShownLine[]) => void };

/** Items with a name and lines: 预算, 中标单位, a list of names. */
function Lines({ shown, carried, onChange }: LinesProps) {
  const put = (at: number, changes: Partial<ShownLine>): void =>
    onChange(shown.map((one, index) => (index === at ? { ...one, ...changes } : one)));
  return (
    <fieldset className="publicity-lines">
      <legend>内容</legend>
      {shown.map(({ label, lines }, at) => (
        <div key={at} className="line">
          <Input
            aria-label={`第 ${at + 1} 项的名称`}
            placeholder="项目，例如：预算"
            maxLength={30}
            disabled={carried}
            value={label}
            onChange={(event) => put(at, { label: event.target.value })}
          />
          <Input.TextArea
            aria-label={`第 ${at + 1} 项的内容，一行一条`}
            placeholder="内容，一行一条；名单也可以直接粘贴"
            autoSize={{ minRows: 1, maxRows: 12 }}
            disabled={carried}
            value={lines.join('\n')}
            onChange={(event) => put(at, { lines: event.target.value.split('\n') })}
          />
          {!carried && (
            <Button
              type="text"
              aria-label={`去掉第 ${at + 1} 项`}
              icon={<Icon name="close" size="xs" />}
              onClick={() => onChange(shown.filter((_, index) => index !== at))}
            />
          )}
        </div>
      ))}
      {!carried && shown.length < 30 && (
        <Button icon={<Icon name="plus" size="xs" />} onClick={() => onChange([...shown, { label: '', lines: [''] }])}>
          加一项
        </Button>
      )}
    </fieldset>
  );
}

type PicturesProps = {
  areaId: string;
  ids: string[];
  onChange: (ids: string[]) => void;
  onProblem: (problem: string | null) => void;
};

/** Pictures, sent at once when chosen. */
export function Pictures({ areaId, ids, onChange, onProblem }: PicturesProps) {
  const [busy, setBusy] = useState(false);
  const add = async (files: File[]): Promise<void> => {
    setBusy(true);
    onProblem(null);
    const added: string[] = [];
    try {
      for (const file of files.slice(0, 9 - ids.length)) added.push((await uploadPicture(areaId, file)).id);
    } catch (error) {
      onProblem(refusedOf(error)?.detail ?? null);
    }
    if (added.length > 0) onChange([...ids, ...added]);
    setBusy(false);
  };
  return (
    <div className="publicity-pictures">
      {ids.map((id) => (
        <figure key={id}>
          <img src={`/api/v1/areas/${areaId}/files/${id}?size=small`} alt="" width="84" height="64" />
          <button type="button" aria-label="去掉这张图" onClick={() => onChange(ids.filter((one) => one !== id))}>
            <Icon name="close" size="xs" />
          </button>
        </figure>
      ))}
      {ids.length < 9 && (
        <label className="add">
          <Icon name="camera" size="xs" />
          {busy ? '正在传…' : '加图'}
          <input
            className="sr"
            type="file"
            accept="image/*"
            multiple
            onChange={(event) => {
              void add([...(event.target.files ?? [])]);
              event.target.value = '';
            }}
          />
        </label>
      )}
    </div>
  );
}
