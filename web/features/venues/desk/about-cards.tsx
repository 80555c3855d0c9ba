import { Checkbox, InputNumber, Radio, Select } from 'antd';
import { drawings } from './drawings.ts';
import type { CardProps } from './venue-form.ts';
import { Field, TextField } from './field.tsx';
import { useVenues, useWords } from './venues-api.ts';

/** What it is called, what it is, in which house, how large, what it does. */
export function BasicCard({ form, set, areaId, ownId }: CardProps & { areaId: string; ownId: string | null }) {
  const words = useWords();
  const venues = useVenues(areaId);
  const houses = (venues.data?.items ?? []).filter(({ id }) => id !== ownId);
  return (
    <section className="card">
      <h2>是什么</h2>
      <div className="venue-fields two">
        <TextField id="venue-name" label="名称" max={40} value={form.name} onChange={(name) => set({ name })} />
        <Field id="venue-kind" label="类别">
          <Select
            id="venue-kind"
            showSearch
            value={form.kind || null}
            options={(words.data?.kinds ?? []).map(({ name }) => ({ value: name, label: name }))}
            onChange={(kind) => {
              const isOutdoor = words.data?.kinds.find(({ name }) => name === kind)?.outdoor ?? false;
              set({ kind, indoor: !isOutdoor });
            }}
          />
        </Field>
        <Field id="venue-parent" label="在哪个场地里（半厅、房间填）">
          <Select
            id="venue-parent"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder="单独的一处"
            value={form.parentId ?? null}
            options={houses.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(parentId) => set({ parentId: parentId ?? null })}
          />
        </Field>
        <Field id="venue-indoor" label="室内还是室外">
          <Radio.Group
            id="venue-indoor"
            value={form.indoor}
            options={[
              { value: true, label: '室内' },
              { value: false, label: '室外' },
            ]}
            onChange={(event) => set({ indoor: event.target.value as boolean })}
          />
        </Field>
        <Field id="venue-size" label="面积">
          <InputNumber
            id="venue-size"
            min={0.1}
            max={1_000_000}
            step={0.1}
            precision={1}
            suffix="㎡"
            value={form.size}
            onChange={(size) => set({ size })}
          />
        </Field>
        <Field id="venue-capacity" label="坐得下多少人">
          <InputNumber
            id="venue-capacity"
            min={1}
            max={100_000}
            precision={0}
            suffix="人"
            value={form.capacity ?? null}
            onChange={(capacity) => set({ capacity })}
          />
        </Field>
        <div className="wide">
          <Field id="venue-functions" label="能做什么">
            <Select
              id="venue-functions"
              mode="multiple"
              value={form.functions ?? []}
              options={(words.data?.functions ?? []).map(({ group, words: all }) => ({
                label: group,
                options: all.map(({ name }) => ({ value: name, label: name })),
              }))}
              onChange={(functions) => set({ functions })}
            />
          </Field>
        </div>
      </div>
    </section>
  );
}

/** Whose it is and on which terms; who runs it. Source: A14, C14. */
export function OwnerCard({ form, set }: CardProps) {
  const isUnit = form.ownerKind === 'unit';
  return (
    <section className="card">
      <h2>归谁、怎么开放</h2>
      <div className="venue-fields two">
        <Field id="venue-owner" label="归谁">
          <Radio.Group
            id="venue-owner"
            value={form.ownerKind}
            options={[
              { value: 'community', label: '社区' },
              { value: 'unit', label: '驻区单位共享' },
            ]}
            onChange={(event) => set({ ownerKind: event.target.value as 'community' | 'unit' })}
          />
        </Field>
        <Field id="venue-free" label="收不收钱">
          <Checkbox
            id="venue-free"
            checked={form.free ?? true}
            onChange={(event) => set({ free: event.target.checked })}
          >
            免费开放
          </Checkbox>
        </Field>
        {isUnit && (
          <>
            <TextField
              id="venue-owner-name"
              label="哪家单位"
              max={40}
              value={form.ownerName ?? ''}
              onChange={(ownerName) => set({ ownerName })}
            />
            <TextField
              id="venue-terms"
              label="说好的条件"
              max={200}
              hint="周末开放，进校登记"
              value={form.ownerTerms ?? ''}
              onChange={(ownerTerms) => set({ ownerTerms })}
            />
          </>
        )}
        <TextField
          id="venue-operator"
          label="交给谁运营（可不填）"
          max={40}
          value={form.operator ?? ''}
          onChange={(operator) => set({ operator })}
        />
      </div>
    </section>
  );
}

/** Its pictures and how it became what it is. Source: D16, D27. */
export function StoryCard({ form, set }: CardProps) {
  return (
    <section className="card">
      <h2>图和来历</h2>
      <div className="venue-fields two">
        <PictureField
          id="venue-picture"
          label="现在的图（不选用这一类的图）"
          value={form.picture ?? null}
          onChange={(picture) => set({ picture })}
        />
        <PictureField
          id="venue-picture-before"
          label="改造前的图（可不选）"
          value={form.pictureBefore ?? null}
          onChange={(pictureBefore) => set({ pictureBefore })}
        />
        <TextField
          id="venue-before"
          label="原来是什么"
          max={80}
          hint="物业的旧办公室"
          value={form.usedBefore ?? ''}
          onChange={(usedBefore) => set({ usedBefore })}
        />
        <Field id="venue-size-before" label="原来多大">
          <InputNumber
            id="venue-size-before"
            min={0.1}
            step={0.1}
            precision={1}
            suffix="㎡"
            value={form.sizeBefore}
            onChange={(sizeBefore) => set({ sizeBefore })}
          />
        </Field>
        <div className="wide">
          <TextField
            id="venue-story"
            label="来历"
            max={1000}
            rows={3}
            hint="怎么来的，谁出的力，居民怎么用"
            value={form.story ?? ''}
            onChange={(story) => set({ story })}
          />
        </div>
      </div>
    </section>
  );
}

type PictureProps = { id: string; label: string; value: string | null; onChange: (picture: string | null) => void };

function PictureField({ id, label, value, onChange }: PictureProps) {
  return (
    <Field id={id} label={label}>
      <Select
        id={id}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        value={value}
        options={drawings}
        onChange={(picture) => onChange(picture ?? null)}
      />
    </Field>
  );
}
