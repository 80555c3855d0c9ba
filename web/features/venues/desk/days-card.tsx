import { Button, Checkbox, DatePicker, Input } from 'antd';
import dayjs from 'dayjs';
import { addDays, shanghaiDate } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { DayLine, CardProps } from './venue-form.ts';

/** Days that are not as usual: closed, or open at other times. */
export function DaysCard({ form, set }: CardProps) {
  const { now } = useSession();
  const keep = (exceptions: DayLine[]): void => set({ exceptions });
  const add = (): void => {
    const day = addDays(shanghaiDate(now()), 1);
    keep([...form.exceptions, { day, closed: true, opens: '9:00', closes: '17:00', zone: '', reason: '' }]);
  };
  return (
    <section className="card">
      <h2>
        特殊日子
        <span className="r">
          <Button type="text" size="small" onClick={add}>
            加一天
          </Button>
        </span>
      </h2>
      <div className="venue-days">
        {form.exceptions.length === 0 && <span className="faint">过节关门、晚上加开，写在这里，那天就按它。</span>}
        {form.exceptions.map((one, at) => (
          <Line
            key={at}
            one={one}
            today={shanghaiDate(now())}
            onChange={(changes) =>
              keep(form.exceptions.map((day, index) => (index === at ? { ...day, ...changes } : day)))
            }
            onRemove={() => keep(form.exceptions.filter((_, index) => index !== at))}
          />
        ))}
      </div>
    </section>
  );
}

type LineProps = { one: DayLine; today: string; onChange: (changes: Partial<DayLine>) => void; onRemove: () => void };

function Line({ one, today, onChange, onRemove }: LineProps) {
  return (
    <div className="line">
      <DatePicker
        aria-label="哪一天"
        allowClear={false}
        value={one.day ? dayjs(one.day) : null}
        minDate={dayjs(today)}
        onChange={(day) => onChange({ day: day ? dayjs(day).format('YYYY-MM-DD') : '' })}
      />
      <Checkbox checked={one.closed} onChange={(event) => onChange({ closed: event.target.checked })}>
        全天不开
      </Checkbox>
      {!one.closed && (
        <>
          <Input
            className="time"
            aria-label={`${one.day} 几点开`}
            value={one.opens}
            onChange={(event) => onChange({ opens: event.target.value })}
          />
          —
          <Input
            className="time"
            aria-label={`${one.day} 几点关`}
            value={one.closes}
            onChange={(event) => onChange({ closes: event.target.value })}
          />
        </>
      )}
      <Input
        className="zone"
        aria-label={`${one.day} 为什么`}
        placeholder="为什么"
        maxLength={60}
        value={one.reason}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
      <Button
        type="text"
        size="small"
        aria-label={`去掉 ${one.day}`}
        icon={<Icon name="close" size="xs" />}
        onClick={onRemove}
      />
    </div>
  );
}
