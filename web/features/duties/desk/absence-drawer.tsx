import { useState } from 'react';
import { Button, DatePicker, Drawer, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { AbsenceList } from '#contract/duties';
import { addDays, shanghaiDate } from '#shared/time';
import { newKey, refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, Waiting } from '../../../ui/desk/states.tsx';
import { useAbsences, useNoteAbsence, useWithdrawAbsence } from './duties-api.ts';

/** Who is away and who stands in: a short form, and what is noted. */
export function AbsenceDrawer({ areaId, onClose }: { areaId: string; onClose: () => void }) {
  const absences = useAbsences(areaId);
  return (
    <Drawer open size={480} mask={false} onClose={onClose} title="请假与代班">
      {absences.data ? (
        <>
          <AbsenceForm areaId={areaId} people={absences.data.people} />
          <Noted areaId={areaId} items={absences.data.items} />
        </>
      ) : (
        <Waiting />
      )}
    </Drawer>
  );
}

const anyone = { standInId: undefined as string | undefined, userId: undefined as string | undefined, reason: '' };

function AbsenceForm({ areaId, people }: { areaId: string; people: AbsenceList['people'] }) {
  const { now } = useSession();
  const today = shanghaiDate(now());
  const [form, setForm] = useState({ ...anyone, from: today, to: today });
  const [key, setKey] = useState(newKey);
  const note = useNoteAbsence(areaId);
  const refused = refusedOf(note.error);
  const options = people.map(({ id, name, title }) => ({ value: id, label: `${name}　${title}` }));
  const { userId, standInId, from, to, reason } = form;
  const submit = (): void => {
    if (!userId) return;
    note.mutate(
      { absence: { userId, from, to, reason, ...(standInId ? { standInId } : {}) }, key },
      {
        onSuccess: () => {
          setForm({ ...anyone, from: today, to: today });
          setKey(newKey());
        },
      },
    );
  };
  return (
    <div className="absence-form">
      <label htmlFor="away">谁请假</label>
      <Select
        id="away"
        showSearch
        optionFilterProp="label"
        placeholder="选一个人"
        value={userId ?? null}
        options={options}
        onChange={(value: string) => setForm({ ...form, userId: value })}
      />
      <label htmlFor="days">哪几天</label>
      <DatePicker.RangePicker
        id="days"
        allowClear={false}
        value={[dayjs(from), dayjs(to)]}
        minDate={dayjs(addDays(today, -31))}
        onChange={(days) =>
          days?.[0] &&
          days[1] &&
          setForm({ ...form, from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') })
        }
      />
      <label htmlFor="stand-in">谁来代</label>
      <Select
        id="stand-in"
        showSearch
        allowClear
        optionFilterProp="label"
        placeholder="没有人代，就不算没做"
        value={standInId ?? null}
        options={options.filter(({ value }) => value !== userId)}
        onChange={(value: string | undefined) => setForm({ ...form, standInId: value })}
      />
      <label htmlFor="reason">为什么</label>
      <Input
        id="reason"
        value={reason}
        maxLength={100}
        placeholder="例如：病假、年休、培训"
        onChange={(event) => setForm({ ...form, reason: event.target.value })}
      />
      {refused && <Note tone="late">{refused.detail}</Note>}
      <Button type="primary" disabled={!userId || reason.trim().length < 2} loading={note.isPending} onClick={submit}>
        记下
      </Button>
    </div>
  );
}

function Noted({ areaId, items }: { areaId: string; items: AbsenceList['items'] }) {
  const withdraw = useWithdrawAbsence(areaId);
  if (items.length === 0) return <Empty>最近没有人请假。</Empty>;
  return (
    <ul className="period-list">
      {items.map((one) => (
        <li key={one.id}>
          <div className="row">
            <b>{one.user.name}</b>
            <span className="mute">{one.standIn ? `${one.standIn.name}代` : '没有人代'}</span>
            <span className="sp" />
            <button
              type="button"
              className="plain fig"
              disabled={withdraw.isPending}
              onClick={() => withdraw.mutate(one.id)}
            >
              撤掉
            </button>
          </div>
          <p className="mute sm">
            {one.from === one.to ? one.from : `${one.from} 至 ${one.to}`} · {one.reason}
          </p>
        </li>
      ))}
    </ul>
  );
}
