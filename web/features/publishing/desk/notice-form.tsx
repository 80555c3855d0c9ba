import { useState } from 'react';
import { DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { Area } from '#contract/areas';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useDraft } from '../../../lib/desk/drafts.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Field, FormDrawer } from './form-drawer.tsx';
import { NoticePreview } from './preview.tsx';
import { noticeKinds, publishNotice, usePublishing, type NoticeForm } from './publishing-api.ts';

const blank: NoticeForm = { title: '', body: '', kind: 'reminder', affects: '' };
type Props = { area: Area; onClose: () => void; onDone: (id: string) => void };

/** Writes a notice. What was written stays until it is published or emptied. */
export function NoticeFormDrawer({ area, onClose, onDone }: Props) {
  const { me } = useSession();
  const [key] = useState(newKey);
  const [form, setForm, drop] = useDraft<NoticeForm>(me.id, `notice.${area.id}`, blank);
  const publish = usePublishing(() =>
    publishNotice(
      area.id,
      { ...form, icon: noticeKinds.find((one) => one.value === form.kind)?.icon ?? 'megaphone' },
      key,
    ),
  );
  const set = (changes: Partial<NoticeForm>): void => setForm({ ...form, ...changes });
  return (
    <FormDrawer
      title="写公告"
      isReady={form.title.trim().length >= 2 && form.body.trim() !== ''}
      isSending={publish.isPending}
      refused={refusedOf(publish.error)}
      hint={`发布后${area.name}的首页马上看得到`}
      needs="标题和正文写了，就能预览"
      preview={<NoticePreview notice={form} />}
      onClose={onClose}
      onPublish={() =>
        publish.mutate(undefined, {
          onSuccess: (page) => {
            drop();
            onDone(page.id);
          },
        })
      }
      fields={
        <>
          <Field id="notice-title" label="标题">
            <Input
              id="notice-title"
              maxLength={60}
              value={form.title}
              onChange={(event) => set({ title: event.target.value })}
            />
          </Field>
          <Field id="notice-kind" label="类别">
            <Select
              id="notice-kind"
              value={form.kind}
              options={noticeKinds}
              onChange={(kind: NoticeForm['kind']) => set({ kind })}
            />
          </Field>
          <Field id="notice-affects" label="影响哪里（可不填，不填是全社区）">
            <Input
              id="notice-affects"
              maxLength={80}
              placeholder="1—3 号楼"
              value={form.affects}
              onChange={(event) => set({ affects: event.target.value })}
            />
          </Field>
          <Field id="notice-when" label="什么时候（可不填）">
            <DatePicker.RangePicker
              id="notice-when"
              allowEmpty={[true, true]}
              showTime={{ format: 'HH:mm', minuteStep: 10 }}
              format="YYYY-MM-DD HH:mm"
              value={[form.startsAt ? dayjs(form.startsAt) : null, form.endsAt ? dayjs(form.endsAt) : null]}
              onChange={(days) => {
                const { startsAt: _from, endsAt: _to, ...rest } = form;
                const [from, to] = days ?? [];
                setForm({
                  ...rest,
                  ...(from ? { startsAt: from.toISOString() } : {}),
                  ...(to ? { endsAt: to.toISOString() } : {}),
                });
              }}
            />
          </Field>
          <Field id="notice-body" label="正文">
            <Input.TextArea
              id="notice-body"
              autoSize={{ minRows: 6, maxRows: 16 }}
              maxLength={5000}
              value={form.body}
              onChange={(event) => set({ body: event.target.value })}
            />
          </Field>
        </>
      }
    />
  );
}
