import { useState } from 'react';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import type { Booking } from '#contract/venues/bookings';
import { labelOf } from './board-words.ts';
import { useBookings, useClose, type VenueDays } from './bookings-api.ts';

type Props = { areaId: string; venues: readonly VenueDays[]; day: string; onClose: () => void };

/** Closes a venue for repair: shows whose bookings are in it before anybody is told. */
export function ClosureDrawer({ areaId, venues, day, onClose }: Props) {
  const [key] = useState(newKey);
  const [form, setForm] = useState({
    venueId: venues[0]?.id ?? '',
    from: dayjs(`${day} 08:00`),
    to: dayjs(`${day} 18:00`),
    reason: '',
    moveTo: undefined as string | undefined,
  });
  const close = useClose(areaId);
  const days = { from: form.from.format('YYYY-MM-DD'), to: form.to.format('YYYY-MM-DD') };
  const bookings = useBookings(areaId, days);
  const [startsAt, endsAt] = [form.from.toISOString(), form.to.toISOString()];
  const hit = inside(venues, form.venueId, bookings.data ?? []).filter(
    (one) => one.startsAt < endsAt && one.endsAt > startsAt,
  );
  const refused = refusedOf(close.error);
  const set = (changes: Partial<typeof form>): void => setForm({ ...form, ...changes });
  const submit = (): void => {
    const closure = { startsAt, endsAt, reason: form.reason.trim(), ...(form.moveTo ? { moveTo: form.moveTo } : {}) };
    close.mutate({ venueId: form.venueId, closure, key });
  };
  if (close.data)
    return (
      <Drawer open size={420} mask={false} onClose={onClose} title="停用维修">
        <Note tone="ok">
          登记好了。{close.data.moved} 个预约改了地方，{close.data.cancelled} 个取消，都已经告诉本人。
        </Note>
      </Drawer>
    );
  return (
    <Drawer open size={420} mask={false} onClose={onClose} title="停用维修">
      <div className="booking-form">
        <label htmlFor="close-venue">场地</label>
        <Select
          id="close-venue"
          value={form.venueId || null}
          options={venues.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(venueId: string) => set({ venueId })}
        />
        <label htmlFor="close-when">什么时候</label>
        <DatePicker.RangePicker
          id="close-when"
          allowClear={false}
          showTime={{ format: 'HH:mm', minuteStep: 30 }}
          format="M月D日 HH:mm"
          value={[form.from, form.to]}
          onChange={(ends) => ends?.[0] && ends[1] && set({ from: ends[0], to: ends[1] })}
        />
        <label htmlFor="close-why">为什么</label>
        <Input
          id="close-why"
          maxLength={200}
          placeholder="例如：换地板、消防检查"
          value={form.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
        <label htmlFor="close-move">原来的预约改到（空着才改，不选就取消）</label>
        <Select
          id="close-move"
          allowClear
          placeholder="不改，直接取消"
          value={form.moveTo ?? null}
          options={venues.filter(({ id }) => id !== form.venueId).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(moveTo: string | undefined) => set({ moveTo })}
        />
        <Note tone={hit.length > 0 ? 'due' : 'info'}>
          {hit.length > 0 ? `这段时间有 ${hit.length} 个预约，登记后马上告诉他们：` : '这段时间没有预约。'}
          {hit.length > 0 && hit.map((one) => `${one.time} ${labelOf(one)}`).join('；')}
        </Note>
        {refused && <Note tone="late">{refused.detail}</Note>}
        <Button
          type="primary"
          danger
          disabled={form.reason.trim().length < 2}
          loading={close.isPending}
          onClick={submit}
        >
          登记停用
        </Button>
      </div>
    </Drawer>
  );
}

/** Bookings that stand in a venue, in its rooms, or in the house around it. */
function inside(venues: readonly VenueDays[], venueId: string, bookings: readonly Booking[]): Booking[] {
  const up = (id: string | null): string[] =>
    id ? [id, ...up(venues.find((one) => one.id === id)?.parentId ?? null)] : [];
  return bookings.filter(
    (one) =>
      ['pending', 'confirmed', 'waiting'].includes(one.state) &&
      (up(one.venueId).includes(venueId) || up(venueId).includes(one.venueId)),
  );
}
