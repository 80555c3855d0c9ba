import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from 'antd';
import { addDays, clockTime, shanghaiDate } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note, RefusedPage, Waiting } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ShiftFormDrawer } from './shift-form.tsx';
import { useSlots, useTurnAct, type Slot } from './teams-api.ts';
import './desk.css';

const weekdays = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];

function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7));
}

/** Who keeps which station when: a week as a grid. */
export function ShiftsPage() {
  const { area, now } = useSession();
  const [search, setSearch] = useSearchParams();
  const [plans, plan] = useState(false);
  const monday = mondayOf(search.get('week') ?? shanghaiDate(now()));
  const slots = useSlots(area.id, monday);
  const refused = refusedOf(slots.error);
  const go = (days: number): void => setSearch({ week: addDays(monday, days) });
  return (
    <div className="culture">
      <div className="page-head">
        <h1>值守</h1>
        <Button icon={<Icon name="chevron-left" size="xs" />} aria-label="上一周" onClick={() => go(-7)} />
        <b>{monday} 起的一周</b>
        <Button icon={<Icon name="chevron-right" size="xs" />} aria-label="下一周" onClick={() => go(7)} />
        <span className="sp" />
        <Button icon={<Icon name="excel" size="xs" />} href={`/api/v1/areas/${area.id}/shift-hours.xlsx`}>
          导出志愿时长
        </Button>
        <Button icon={<Icon name="plus" size="xs" />} onClick={() => plan(true)}>
          排一个班
        </Button>
      </div>
      {refused && <RefusedPage refused={refused} retry={() => void slots.refetch()} />}
      {!slots.data && !refused && <Waiting />}
      {slots.data && (
        <div className="week">
          {weekdays.map((name, at) => {
            const day = addDays(monday, at);
            return (
              <section key={day} className={day === shanghaiDate(now()) ? 'card day on' : 'card day'}>
                <h2>
                  {name} <span className="mute">{day.slice(5)}</span>
                </h2>
                {slots.data.items
                  .filter((slot) => slot.day === day)
                  .map((slot) => (
                    <SlotCell key={slot.shiftId} areaId={area.id} slot={slot} />
                  ))}
              </section>
            );
          })}
        </div>
      )}
      {plans && <ShiftFormDrawer areaId={area.id} onClose={() => plan(false)} />}
    </div>
  );
}

const stateNames = { taken: '', offered: '想换', done: '', released: '' };

function SlotCell({ areaId, slot }: { areaId: string; slot: Slot }) {
  const act = useTurnAct(areaId);
  const refused = refusedOf(act.error);
  const full = Math.round((Date.parse(slot.endsAt) - Date.parse(slot.startsAt)) / 60_000);
  const free = slot.seats - slot.turns.length;
  return (
    <div className="slot">
      <p className="sm">
        {clockTime(slot.startsAt)}–{clockTime(slot.endsAt)}
      </p>
      <b>{slot.title}</b>
      <p className="mute xs">
        {slot.station}
        {slot.skill && ` · 要会${slot.skill}`}
      </p>
      <ul>
        {slot.turns.map((turn) => (
          <li key={turn.id} className="row sm">
            <span className="sp">
              {turn.name} <span className="due-text xs">{stateNames[turn.state]}</span>
            </span>
            {turn.state === 'done' && <span className="mute xs">{turn.minutes} 分钟</span>}
            {turn.state !== 'done' && turn.actions.includes('record') && (
              <button
                type="button"
                className="plain fig"
                onClick={() => act.mutate({ turnId: turn.id, act: { do: 'record', minutes: full } })}
              >
                记满
              </button>
            )}
            {turn.state !== 'done' && !turn.actions.includes('record') && turn.actions.includes('release') && (
              <button
                type="button"
                className="plain fig"
                aria-label={`空出：${turn.name}的班`}
                onClick={() => act.mutate({ turnId: turn.id, act: { do: 'release' } })}
              >
                空出
              </button>
            )}
          </li>
        ))}
      </ul>
      {free > 0 && <p className="late-text xs">还缺 {free} 人</p>}
      {refused && <Note tone="late">{refused.detail}</Note>}
    </div>
  );
}
