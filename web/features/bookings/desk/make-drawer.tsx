import { useState } from 'react';
import { Button, DatePicker, Drawer, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { shanghaiInstant } from '#shared/time';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { clockOf } from './board-words.ts';
import { useMake, type VenueDays } from './bookings-api.ts';

export type Start = { venueId?: string; day: string; minute: number };

const lengths = [30, 60, 90, 120, 180, 240, 480];
const starts = Array.from({ length: 64 }, (_, index) => 360 + index * 15);

/** Books for somebody who came to the counter or called. */
export function MakeDrawer({
  areaId,
  venues,
  start,
  onClose,
  onDone,
}: {
  areaId: string;
  venues: readonly VenueDays[];
  start: Start;
  onClose: () => void;
  onDone: (id: string) => void;
}) {
  const [key] = useState(newKey);
  const [form, setForm] = useState({
    venueId: start.venueId ?? venues[0]?.id ?? '',
    day: start.day,
    minute: start.minute,
    minutes: 60,
    holderName: '',
    title: '',
    people: null as number | null,
  });
  const make = useMake(areaId);
  const refused = refusedOf(make.error);
  const set = (changes: Partial<typeof form>): void => setForm({ ...form, ...changes });
  const submit = (): void => {
    const { venueId, day, minute, minutes, holderName, title, people } = form;
    const startsAt = shanghaiInstant(day, 0, minute).toISOString();
    const making = { venueId, startsAt, minutes, holderName: holderName.trim(), title: title.trim() };
    make.mutate({ making: { ...making, ...(people ? { people } : {}) }, key }, { onSuccess: ({ id }) => onDone(id) });
  };
  return (
    <Drawer open size={420} mask={false} onClose={onClose} title="帮人订场地">
      <div className="booking-form">
        <label htmlFor="make-venue">场地</label>
        <Select
          id="make-venue"
          showSearch
          optionFilterProp="label"
          value={form.venueId || null}
          options={venues.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(venueId: string) => set({ venueId })}
        />
        <label htmlFor="make-day">哪一天</label>
        <DatePicker
          id="make-day"
          allowClear={false}
          value={dayjs(form.day)}
          onChange={(day) => day && set({ day: day.format('YYYY-MM-DD') })}
        />
        <label htmlFor="make-start">几点，多久</label>
        <div className="two">
          <Select
            id="make-start"
            value={form.minute}
            options={starts.map((minute) => ({ value: minute, label: clockOf(minute) }))}
            onChange={(minute: number) => set({ minute })}
          />
          <Select
            aria-label="多久"
            value={form.minutes}
            options={lengths.map((minutes) => ({
              value: minutes,
              label: minutes < 60 ? `${minutes} 分钟` : `${minutes / 60} 小时`,
            }))}
            onChange={(minutes: number) => set({ minutes })}
          />
        </div>
        <label htmlFor="make-who">谁用</label>
        <Input
          id="make-who"
          maxLength={40}
          placeholder="姓名，或者队伍、单位"
          value={form.holderName}
          onChange={(event) => set({ holderName: event.target.value })}
        />
        <label htmlFor="make-what">做什么（可不填）</label>
        <Input
          id="make-what"
          maxLength={60}
          value={form.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <label htmlFor="make-people">大约几个人（可不填）</label>
        <InputNumber
          id="make-people"
          min={1}
          max={10_000}
          precision={0}
          value={form.people}
          onChange={(people) => set({ people })}
        />
        {refused && <Note tone="late">{refused.detail}</Note>}
        <Button
          type="primary"
          disabled={!form.venueId || form.holderName.trim() === ''}
          loading={make.isPending}
          onClick={submit}
        >
          订下来
        </Button>
      </div>
    </Drawer>
  );
}
