import { useState } from 'react';
import { Button, InputNumber } from 'antd';
import { refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { useSaveSettings, useTopicSettings, type TopicSettings } from './topics-api.ts';

/** How many supporters make the office answer, and within how many days. */
export function SettingsCard({ areaId }: { areaId: string }) {
  const settings = useTopicSettings(areaId);
  return settings.data ? <Form areaId={areaId} kept={settings.data} /> : null;
}

function Form({ areaId, kept }: { areaId: string; kept: TopicSettings }) {
  const [form, setForm] = useState(kept);
  const save = useSaveSettings(areaId);
  const refused = refusedOf(save.error);
  const isNew = form.supports !== kept.supports || form.answerDays !== kept.answerDays;
  return (
    <section className="card talk-settings">
      {refused && <Note tone="late">{refused.detail}</Note>}
      <div className="row">
        <label htmlFor="talk-supports">附议满</label>
        <InputNumber
          id="talk-supports"
          min={1}
          max={1000}
          value={form.supports}
          onChange={(supports) => setForm({ ...form, supports: supports ?? kept.supports })}
        />
        <span>位，社区要在</span>
        <InputNumber
          id="talk-days"
          aria-label="几天内答复"
          min={1}
          max={60}
          value={form.answerDays}
          onChange={(answerDays) => setForm({ ...form, answerDays: answerDays ?? kept.answerDays })}
        />
        <span>天内答复怎么办</span>
        <Button disabled={!isNew} loading={save.isPending} onClick={() => save.mutate(form)}>
          保存
        </Button>
      </div>
    </section>
  );
}
