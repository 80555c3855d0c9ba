import { useState } from 'react';
import { Button, Drawer, Input, InputNumber, Select, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { Note } from '../../../ui/desk/states.tsx';
import { usePlanShift, useReview, type ShiftInput } from './teams-api.ts';

const weekdays = ['一', '二', '三', '四', '五', '六', '日'].map((name, at) => ({
  value: at + 1,
  label: `每周${name}`,
}));
const blank: ShiftInput = { station: '', title: '', weekday: 2, opens: 540, closes: 690, seats: 2, skill: '' };
const clock = (minutes: number): dayjs.Dayjs => dayjs().startOf('day').add(minutes, 'minute');

/** A shift that comes every week. */
export function ShiftFormDrawer({ areaId, onClose }: { areaId: string; onClose: () => void }) {
  const [key] = useState(newKey);
  const [form, setForm] = useState<ShiftInput>(blank);
  const plan = usePlanShift(areaId, key);
  const review = useReview(areaId);
  const refused = refusedOf(plan.error);
  const set = (change: Partial<ShiftInput>): void => setForm({ ...form, ...change });
  return (
    <Drawer
      open
      size={420}
      mask={false}
      onClose={onClose}
      title="排一个班"
      footer={
        <div className="row">
          <span className="sp">{refused && <Note tone="late">{refused.detail}</Note>}</span>
          <Button
            type="primary"
            disabled={form.title.trim().length < 2 || form.station.trim().length < 2}
            loading={plan.isPending}
            onClick={() => plan.mutate(form, { onSuccess: onClose })}
          >
            排上
          </Button>
        </div>
      }
    >
      <div className="team-fields">
        <label>
          做什么
          <Input value={form.title} maxLength={30} onChange={(event) => set({ title: event.target.value })} />
        </label>
        <label>
          在哪个站、哪间屋
          <Input value={form.station} maxLength={30} onChange={(event) => set({ station: event.target.value })} />
        </label>
        <label htmlFor="shift-weekday">哪天</label>
        <Select
          id="shift-weekday"
          value={form.weekday ?? 2}
          options={weekdays}
          onChange={(weekday: number) => set({ weekday })}
        />
        <label htmlFor="shift-times">几点到几点</label>
        <TimePicker.RangePicker
          id="shift-times"
          format="HH:mm"
          minuteStep={10}
          allowClear={false}
          value={[clock(form.opens), clock(form.closes)]}
          onChange={(times) => {
            const [from, to] = [times?.[0], times?.[1]];
            if (from && to) set({ opens: from.hour() * 60 + from.minute(), closes: to.hour() * 60 + to.minute() });
          }}
        />
        <label htmlFor="shift-seats">要几个人</label>
        <InputNumber
          id="shift-seats"
          min={1}
          max={50}
          precision={0}
          value={form.seats}
          onChange={(seats) => seats && set({ seats })}
        />
        <label htmlFor="shift-skill">要会什么（可不选）</label>
        <Select
          id="shift-skill"
          allowClear
          value={form.skill || null}
          options={(review.data?.words.skills ?? []).map((skill) => ({ value: skill, label: skill }))}
          onChange={(skill: string | undefined) => set({ skill: skill ?? '' })}
        />
      </div>
    </Drawer>
  );
}
