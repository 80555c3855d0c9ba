import { useState } from 'react';
import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { Area } from '#contract/areas';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useDraft } from '../../../lib/desk/drafts.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Field, FormDrawer } from './form-drawer.tsx';
import { ActivityPreview } from './preview.tsx';
import { activityKinds, publishActivity, usePublishing, type ActivityForm } from './publishing-api.ts';

type Props = { area: Area; onClose: () => void; onDone: (id: string) => void };

/** Writes an activity. What was written stays until it is published or emptied. */
export function ActivityFormDrawer({ area, onClose, onDone }: Props) {
  const { me } = useSession();
  const [key] = useState(newKey);
  const blank: ActivityForm = {
    title: '',
    kind: 'culture',
    place: '',
    startsAt: '',
    endsAt: '',
    host: area.name,
    summary: '',
  };
  const [form, setForm, drop] = useDraft<ActivityForm>(me.id, `activity.${area.id}`, blank);
  const publish = usePublishing('activities', () => publishActivity(area.id, form, key));
  const isReady =
    form.title.trim().length >= 2 && [form.place, form.host, form.startsAt, form.endsAt].every((one) => one.trim());
  return (
    <FormDrawer
      title="办活动"
      isReady={isReady}
      isSending={publish.isPending}
      refused={refusedOf(publish.error)}
      hint={form.seats ? '发布后就能报名' : '发布后居民马上看得到'}
      needs="名称、时间、地点、谁办写了，就能预览"
      preview={<ActivityPreview activity={form} />}
      onClose={onClose}
      onPublish={() =>
        publish.mutate(undefined, {
          onSuccess: (page) => {
            drop();
            onDone(page.id);
          },
        })
      }
      fields={<Fields form={form} onChange={setForm} />}
    />
  );
}

function Fields({ form, onChange }: { form: ActivityForm; onChange: (form: ActivityForm) => void }) {
  const set = (changes: Partial<ActivityForm>): void => onChange({ ...form, ...changes });
  const text = (id: 'title' | 'place' | 'host', label: string, max: number) => (
    <Field id={`activity-${id}`} label={label}>
      <Input
        id={`activity-${id}`}
        maxLength={max}
        value={form[id]}
        onChange={(event) => set({ [id]: event.target.value })}
      />
    </Field>
  );
  return (
    <>
      {text('title', '名称', 60)}
      <Field id="activity-kind" label="类别">
        <Select
          id="activity-kind"
          value={form.kind}
          options={activityKinds}
          onChange={(kind: ActivityForm['kind']) => set({ kind })}
        />
      </Field>
      <Field id="activity-when" label="时间">
        <DatePicker.RangePicker
          id="activity-when"
          showTime={{ format: 'HH:mm', minuteStep: 10 }}
          format="YYYY-MM-DD HH:mm"
          value={form.startsAt && form.endsAt ? [dayjs(form.startsAt), dayjs(form.endsAt)] : null}
          onChange={(days) => set({ startsAt: days?.[0]?.toISOString() ?? '', endsAt: days?.[1]?.toISOString() ?? '' })}
        />
      </Field>
      {text('place', '地点', 80)}
      {text('host', '谁办', 60)}
      <Field id="activity-seats" label="名额（可不填，不填就不用报名）">
        <InputNumber
          id="activity-seats"
          min={1}
          max={100_000}
          precision={0}
          suffix="人"
          value={form.seats ?? null}
          onChange={(seats) => {
            const { seats: _old, ...rest } = form;
            onChange(seats ? { ...rest, seats } : rest);
          }}
        />
      </Field>
      <Field id="activity-summary" label="说明（可不填）">
        <Input.TextArea
          id="activity-summary"
          autoSize={{ minRows: 4, maxRows: 12 }}
          maxLength={2000}
          value={form.summary}
          onChange={(event) => set({ summary: event.target.value })}
        />
      </Field>
    </>
  );
}
