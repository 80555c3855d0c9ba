import { useState } from 'react';
import { Button, DatePicker, Drawer, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note, Waiting } from '../../../ui/desk/states.tsx';
import {
  useMeetingWords,
  useSaveMeeting,
  type MeetingInput,
  type MeetingPage,
  type MeetingWords,
} from './meetings-api.ts';
import { useTopics } from './topics-api.ts';

type Props = { areaId: string; meeting: MeetingPage | null; onClose: () => void };

/** A meeting to plan or to change: kind, time, place, who is called, what about. */
export function MeetingDrawer({ areaId, meeting, onClose }: Props) {
  const words = useMeetingWords(areaId);
  return (
    <Drawer open size={520} mask={false} onClose={onClose} title={meeting ? meeting.title : '筹备一次会'}>
      {words.data ? <Form areaId={areaId} meeting={meeting} words={words.data} onClose={onClose} /> : <Waiting />}
    </Drawer>
  );
}

const defaultMinutes = 90;

function formOf(meeting: MeetingPage | null, words: MeetingWords): MeetingInput {
  const [kind] = words.kinds;
  if (!meeting)
    return { kind: kind?.name ?? '', title: '', place: '', parties: kind?.parties ?? [], points: [], topicIds: [] };
  const { title, venueId, startsAt, endsAt, estateId } = meeting;
  const topicIds = meeting.items.flatMap(({ href }) => href?.split('/').at(-1) ?? []);
  return {
    ...{ kind: meeting.kind, title, venueId, startsAt, endsAt, estateId, topicIds },
    place: venueId ? '' : meeting.place,
    parties: meeting.parties.map(({ name }) => name),
    points: meeting.items.filter(({ href }) => !href).map((item) => item.title),
  };
}

function Form({ areaId, meeting, words, onClose }: Props & { words: MeetingWords }) {
  const [key] = useState(newKey);
  const [form, setForm] = useState(() => formOf(meeting, words));
  const topics = useTopics(areaId, 'open');
  const running = useTopics(areaId, 'in-progress');
  const save = useSaveMeeting(areaId, meeting?.id ?? null, key);
  const refused = refusedOf(save.error);
  const set = (change: Partial<MeetingInput>): void => setForm({ ...form, ...change });
  const minutes = form.startsAt && form.endsAt ? dayjs(form.endsAt).diff(form.startsAt, 'minute') : defaultMinutes;
  const at = (startsAt: string | null, length: number): void =>
    set({ startsAt, endsAt: startsAt && dayjs(startsAt).add(length, 'minute').toISOString() });
  const must = words.kinds.find(({ name }) => name === form.kind)?.must ?? [];
  const missing = must.filter((party) => !(form.parties ?? []).includes(party));
  const offered = [...(topics.data?.items ?? []), ...(running.data?.items ?? [])];
  return (
    <div className="talk-fields">
      <label htmlFor="meeting-kind">种类</label>
      <Select
        id="meeting-kind"
        value={form.kind}
        options={words.kinds.map(({ name }) => ({ value: name, label: name }))}
        onChange={(kind: string) =>
          set({ kind, parties: words.kinds.find(({ name }) => name === kind)?.parties ?? [] })
        }
      />
      <label>
        议什么
        <Input value={form.title} maxLength={40} onChange={(event) => set({ title: event.target.value })} />
      </label>
      <label htmlFor="meeting-start">什么时候开，开多少分钟</label>
      <div className="row">
        <DatePicker
          id="meeting-start"
          showTime={{ format: 'HH:mm', minuteStep: 15 }}
          format="YYYY-MM-DD HH:mm"
          value={form.startsAt ? dayjs(form.startsAt) : null}
          onChange={(day) => at(day ? day.toISOString() : null, minutes)}
        />
        <InputNumber
          aria-label="开多少分钟"
          min={15}
          max={480}
          step={15}
          value={minutes}
          onChange={(length) => at(form.startsAt ?? null, length ?? defaultMinutes)}
        />
      </div>
      <label htmlFor="meeting-venue">在哪个阵地（没有就写在下面）</label>
      <Select
        id="meeting-venue"
        value={form.venueId ?? ''}
        options={[
          { value: '', label: '不在阵地' },
          ...words.places.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(venueId: string) => set({ venueId: venueId || null })}
      />
      <label>
        具体地点
        <Input value={form.place ?? ''} maxLength={60} onChange={(event) => set({ place: event.target.value })} />
      </label>
      <label htmlFor="meeting-parties">请哪些方面来</label>
      <Select
        id="meeting-parties"
        mode="multiple"
        value={form.parties ?? []}
        options={words.parties.map((name) => ({ value: name, label: name }))}
        onChange={(parties: string[]) => set({ parties })}
      />
      {missing.length > 0 && <Note tone="due">还没有请{missing.join('、')}。可以照开，定事情前最好请到。</Note>}
      <label htmlFor="meeting-topics">从议题来的议程</label>
      <Select
        id="meeting-topics"
        mode="multiple"
        value={form.topicIds ?? []}
        options={offered.map(({ id, title }) => ({ value: id, label: title }))}
        onChange={(topicIds: string[]) => set({ topicIds })}
      />
      <label>
        别的议程（一行一条）
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          value={(form.points ?? []).join('\n')}
          onChange={(event) => set({ points: event.target.value.split('\n') })}
        />
      </label>
      {refused && <Note tone="late">{refused.detail}</Note>}
      <Button
        type="primary"
        loading={save.isPending}
        disabled={form.title.trim().length < 2}
        onClick={() =>
          save.mutate(
            { ...form, points: (form.points ?? []).map((line) => line.trim()).filter((line) => line.length >= 2) },
            { onSuccess: onClose },
          )
        }
      >
        保存
      </Button>
    </div>
  );
}
