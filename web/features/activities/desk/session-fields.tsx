import { useState } from 'react';
import { Button, DatePicker, Input, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { addDays, clockTime, dayName, weekdayName } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { spanOn, weeklyDays } from './dates.ts';
import { dayOf } from './draft.ts';
import type { Draft, DraftSession } from './records-api.ts';

type Props = {
  draft: Draft;
  set: (changes: Partial<Draft>) => void;
  daysOff: readonly string[];
  problem: string | undefined;
};

/** When it takes place: once, on several days, or every week until a day, holidays left out. */
export function SessionFields({ draft, set, daysOff, problem }: Props) {
  const { now } = useSession();
  const [skipped, setSkipped] = useState<string[]>([]);
  const { sessions } = draft;
  const change = (at: number, session: DraftSession): void =>
    set({ sessions: sessions.map((one, index) => (index === at ? session : one)) });
  const last = sessions.at(-1);
  const add = (): void => {
    if (!last) return;
    const { id: _id, ...copy } = last;
    const day = addDays(dayOf(last), 7);
    set({ sessions: [...sessions, { ...copy, ...spanOn(day, clockTime(last.startsAt), clockTime(last.endsAt)) }] });
  };
  const weekly = (until: string): void => {
    const first = sessions[0];
    if (!first) return;
    const { id: _id, ...copy } = first;
    const { days, skipped: left } = weeklyDays(dayOf(first), until, daysOff);
    setSkipped(left);
    const spans = days.map((day) => spanOn(day, clockTime(first.startsAt), clockTime(first.endsAt)));
    set({ sessions: spans.map((span, index) => ({ ...(index === 0 ? first : copy), ...span })) });
  };
  return (
    <div className="sessions">
      {sessions.map((session, at) => (
        <SessionLine
          key={session.id ?? at}
          session={session}
          number={at + 1}
          isOnly={sessions.length === 1}
          onChange={(changed) => change(at, changed)}
          onDrop={() => set({ sessions: sessions.filter((_, index) => index !== at) })}
        />
      ))}
      <div className="row">
        <Button size="small" icon={<Icon name="plus" size="xs" />} onClick={add}>
          再加一场
        </Button>
        <label htmlFor="weekly-until" className="sm mute">
          每周一次，到
        </label>
        <DatePicker
          id="weekly-until"
          size="small"
          placeholder="哪天为止"
          onChange={(day) => day && weekly(day.format('YYYY-MM-DD'))}
        />
        {sessions.length > 1 && <span className="sm mute">一共 {sessions.length} 场</span>}
      </div>
      {skipped.length > 0 && (
        <Note tone="info">
          放假不办，跳过了{' '}
          {skipped.map((day) => `${dayName(`${day}T04:00:00Z`, now())} ${weekdayName(`${day}T04:00:00Z`)}`).join('、')}
          。
        </Note>
      )}
      {problem && <Note tone="late">{problem}</Note>}
    </div>
  );
}

type LineProps = {
  session: DraftSession;
  number: number;
  isOnly: boolean;
  onChange: (session: DraftSession) => void;
  onDrop: () => void;
};

function SessionLine({ session, number, isOnly, onChange, onDrop }: LineProps) {
  const day = dayOf(session);
  const from = clockTime(session.startsAt);
  const to = clockTime(session.endsAt);
  const [showsPlace, showPlace] = useState((session.place ?? '') !== '');
  const timeOf = (clock: string) => dayjs(`${day} ${clock}`);
  return (
    <div className="session-line">
      <DatePicker
        aria-label={`第 ${number} 场，哪天`}
        allowClear={false}
        format="YYYY-MM-DD dddd"
        value={dayjs(day)}
        onChange={(value) => value && onChange({ ...session, ...spanOn(value.format('YYYY-MM-DD'), from, to) })}
      />
      <TimePicker.RangePicker
        aria-label={`第 ${number} 场，几点到几点`}
        allowClear={false}
        format="HH:mm"
        minuteStep={10}
        needConfirm={false}
        value={[timeOf(from), timeOf(to)]}
        onChange={(times) =>
          times?.[0] &&
          times[1] &&
          onChange({ ...session, ...spanOn(day, times[0].format('HH:mm'), times[1].format('HH:mm')) })
        }
      />
      {showsPlace ? (
        <Input
          aria-label={`第 ${number} 场，在哪儿`}
          placeholder="这一场在别处：写地点"
          maxLength={80}
          value={session.place ?? ''}
          onChange={(event) => onChange({ ...session, place: event.target.value, venueId: null })}
        />
      ) : (
        <button type="button" className="plain tool sm mute" onClick={() => showPlace(true)}>
          这一场换个地方
        </button>
      )}
      {!isOnly && (
        <button type="button" className="plain tool" aria-label={`去掉第 ${number} 场`} onClick={onDrop}>
          <Icon name="close" size="xs" />
        </button>
      )}
    </div>
  );
}
