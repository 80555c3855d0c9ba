import { useState } from 'react';
import { Link } from 'react-router';
import { App, Button, Input, InputNumber, Select } from 'antd';
import { clockTime, dayName, hourMs } from '#shared/time';
import { refusedOf } from '../../../lib/desk/api.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Empty, Note, Waiting } from '../../../ui/desk/states.tsx';
import { Tag } from '../../../ui/desk/tag.tsx';
import { Icon } from '../../../ui/icon.tsx';
import {
  nearestSession,
  useAttendanceRecord,
  useAttendances,
  type AttendanceLine,
  type AttendanceList,
  type Recorded,
  type SessionKey,
} from './attendances-api.ts';
import type { RecordPage } from './records-api.ts';

const wayNames = { qr: '自己扫码', list: '名单勾的', offline: '没网时记的' };

/** Who is enrolled in a session and who came: ticks, a count of those without a name, the door, and the list on paper. */
export function AttendancePanel({ page }: { page: RecordPage }) {
  const { now } = useSession();
  const [chosen, choose] = useState(() => nearestSession(page.sessions, now()));
  const to = (paper: string): string => `/activities/${page.areaId}/${page.id}/${paper}?session=${chosen}`;
  if (!chosen) return null;
  return (
    <section className="card panel">
      <h2>
        签到
        {page.sessions.length > 1 && (
          <Select
            aria-label="哪一场"
            size="small"
            value={chosen}
            options={page.sessions.map((one) => ({
              value: one.id,
              label: `${dayName(one.startsAt, now())} ${clockTime(one.startsAt)}`,
            }))}
            onChange={choose}
          />
        )}
        <span className="r attendance-papers">
          <Link className="fig" to={to('door')} target="_blank">
            <Icon name="qr" size="xs" /> 门口的码
          </Link>
          <Link className="fig" to={to('list')} target="_blank">
            <Icon name="print" size="xs" /> 打印名单
          </Link>
        </span>
      </h2>
      <SessionList key={chosen} areaId={page.areaId} activityId={page.id} sessionId={chosen} />
    </section>
  );
}

function SessionList(session: SessionKey) {
  const { message } = App.useApp();
  const { now } = useSession();
  const [words, setWords] = useState('');
  const list = useAttendances(session);
  const record = useAttendanceRecord(session);
  const keep = (body: Recorded): void =>
    record.mutate(body, { onError: (error) => void message.error(refusedOf(error)?.detail ?? '没有记上') });
  const refused = refusedOf(list.error);
  if (refused) return <Note tone="info">{refused.detail}</Note>;
  if (!list.data) return <Waiting lines={4} />;
  const { items } = list.data;
  const opensMs = Date.parse(list.data.session.startsAt) - hourMs;
  const mayTick = now().getTime() >= opensMs;
  const shown = items.filter(({ name }) => name.includes(words.trim()));
  return (
    <>
      {mayTick ? (
        <Counts list={list.data} shown={shown} words={words} onWords={setWords} keep={keep} />
      ) : (
        <p className="pad mute">
          {dayName(opensMs, now())} {clockTime(opensMs)} 起可以签到。现在报名的有 {items.length} 人。
        </p>
      )}
      {items.length === 0 && <Empty>没有人报名。来的人可以扫门口的码，也可以只数人头。</Empty>}
      {items.length > 0 && (
        <table className="t">
          <caption className="sr">名单</caption>
          <thead>
            <tr>
              <th className="w-tick">
                <span className="sr">到了</span>
              </th>
              <th>姓名</th>
              <th className="w-state">报名</th>
              <th className="w-does">签到</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <Person
                key={one.attendee}
                one={one}
                mayTick={mayTick}
                onTick={(there) => keep({ ticks: [{ attendee: one.attendee, there }] })}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

type CountsProps = {
  list: AttendanceList;
  shown: AttendanceLine[];
  words: string;
  onWords: (words: string) => void;
  keep: (body: Recorded) => void;
};

function Counts({ list, shown, words, onWords, keep }: CountsProps) {
  const { headcount, people, personTimes } = list;
  const missing = shown.filter(({ at, state }) => at === null && state === 'enrolled');
  return (
    <div className="row pad attendance-counts">
      <Input
        aria-label="找人"
        placeholder="找人"
        allowClear
        value={words}
        onChange={(event) => onWords(event.target.value)}
      />
      {missing.length > 1 && (
        <Button onClick={() => keep({ ticks: missing.map(({ attendee }) => ({ attendee, there: true })) })}>
          这 {missing.length} 人都到了
        </Button>
      )}
      <span className="sp" />
      <label htmlFor="headcount" className="nw sm mute">
        名单以外只数人头
      </label>
      <InputNumber
        key={headcount}
        id="headcount"
        min={0}
        max={100_000}
        precision={0}
        suffix="人次"
        {...(headcount === null ? {} : { defaultValue: headcount })}
        onBlur={(event) => {
          const count = event.target.value === '' ? null : Math.round(Number(event.target.value));
          if (count !== headcount) keep({ headcount: count });
        }}
      />
      <span className="nw">
        到场 <b className="num">{people}</b> 人 · <b className="num">{personTimes}</b> 人次
      </span>
    </div>
  );
}

type PersonProps = { one: AttendanceLine; mayTick: boolean; onTick: (there: boolean) => void };

function Person({ one, mayTick, onTick }: PersonProps) {
  return (
    <tr>
      <td className="w-tick">
        <input
          type="checkbox"
          aria-label={`${one.name}到了`}
          checked={one.at !== null}
          disabled={!mayTick}
          onChange={(event) => onTick(event.target.checked)}
        />
      </td>
      <td>
        {one.name} {one.ageToCheck && <Tag tone="due">年龄待核</Tag>}
      </td>
      <td className="w-state">{one.state === null ? '没报名来的' : one.state === 'waiting' ? '候补' : '报了名'}</td>
      <td className="w-does mute">
        {one.at ? `${clockTime(one.at)} ${one.way ? wayNames[one.way] : ''}` : mayTick ? '还没到' : ''}
      </td>
    </tr>
  );
}
