import { Button, Input } from 'antd';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from '../../../ui/desk/states.tsx';
import { hoursName, weekdayNames } from '../venue-words.ts';
import { weekMinutes, whyNotLine, type HoursLine, type CardProps } from './venue-form.ts';
import { useWords } from './venues-api.ts';

/** The usual week with its zones; the weekly total is counted while one types. Source: B38, C10, N16, N37. */
export function HoursCard({ form, set, inherits }: CardProps & { inherits: string | null }) {
  const words = useWords();
  const weekly = words.data?.weekly;
  const least = weekly?.kinds.includes(form.kind) ? weekly.hours * 60 : 0;
  const minutes = weekMinutes(form.hours);
  const [first] = form.hours;
  const keep = (hours: HoursLine[]): void => set({ hours });
  const change = (at: number, changes: Partial<HoursLine>): void =>
    keep(form.hours.map((line, index) => (index === at ? { ...line, ...changes } : line)));
  const add = (weekday: number): void =>
    keep([...form.hours, { weekday, opens: '9:00', closes: '17:00', zone: '' }].sort(inOrder));
  const copy = (weekday: number, to: number[]): void => {
    const copied = form.hours.filter((line) => line.weekday === weekday);
    const others = form.hours.filter((line) => line.weekday === weekday || !to.includes(line.weekday));
    const made = to
      .filter((day) => day !== weekday)
      .flatMap((day) => copied.map((line) => ({ ...line, weekday: day })));
    keep([...others, ...made].sort(inOrder));
  };
  return (
    <section className="card">
      <h2>
        开放时间
        <span className="r" role="status">
          <span className={minutes > 0 && minutes < least ? 'due-text' : ''}>
            每周 {hoursName(minutes)}
            {minutes > 0 &&
              least > 0 &&
              (minutes < least ? `，离 ${hoursName(least)} 还差 ${hoursName(least - minutes)}` : '')}
          </span>
        </span>
      </h2>
      {form.hours.length === 0 && inherits && (
        <Note tone="info">{`没有单独写时间，跟着“${inherits}”开。写了就按自己的。`}</Note>
      )}
      <div className="venue-week-edit">
        {weekdayNames.map((name, at) => (
          <Day
            key={name}
            name={name}
            weekday={at + 1}
            lines={form.hours}
            onAdd={add}
            onChange={change}
            onRemove={(index) => keep(form.hours.filter((_, one) => one !== index))}
          />
        ))}
      </div>
      {first && <Copying weekday={first.weekday} onCopy={copy} />}
    </section>
  );
}

const inOrder = (a: HoursLine, b: HoursLine): number => a.weekday - b.weekday;

function Copying({ weekday, onCopy }: { weekday: number; onCopy: (weekday: number, to: number[]) => void }) {
  const name = weekdayNames[weekday - 1];
  return (
    <p className="row sm venue-copying">
      <span className="mute">{name}的时间</span>
      <Button type="text" size="small" onClick={() => onCopy(weekday, [1, 2, 3, 4, 5])}>
        抄到工作日
      </Button>
      <Button type="text" size="small" onClick={() => onCopy(weekday, [1, 2, 3, 4, 5, 6, 7])}>
        抄到每天
      </Button>
    </p>
  );
}

type DayProps = {
  name: string;
  weekday: number;
  lines: HoursLine[];
  onAdd: (weekday: number) => void;
  onChange: (at: number, changes: Partial<HoursLine>) => void;
  onRemove: (at: number) => void;
};

function Day({ name, weekday, lines, onAdd, onChange, onRemove }: DayProps) {
  const own = lines.flatMap((line, at) => (line.weekday === weekday ? [{ line, at }] : []));
  return (
    <div className="day">
      <b>{name}</b>
      <div>
        {own.length === 0 && <span className="faint">不开</span>}
        {own.map(({ line, at }) => (
          <Line
            key={at}
            line={line}
            name={name}
            why={whyNotLine(lines, at)}
            onChange={(changes) => onChange(at, changes)}
            onRemove={() => onRemove(at)}
          />
        ))}
      </div>
      <Button type="text" size="small" aria-label={`${name}加一段`} onClick={() => onAdd(weekday)}>
        加一段
      </Button>
    </div>
  );
}

type LineProps = {
  line: HoursLine;
  name: string;
  why: string | null;
  onChange: (changes: Partial<HoursLine>) => void;
  onRemove: () => void;
};

function Line({ line, name, why, onChange, onRemove }: LineProps) {
  return (
    <div className="line">
      <Input
        className="time"
        aria-label={`${name}几点开`}
        {...(why ? { status: 'error' as const } : {})}
        value={line.opens}
        onChange={(event) => onChange({ opens: event.target.value })}
      />
      —
      <Input
        className="time"
        aria-label={`${name}几点关`}
        {...(why ? { status: 'error' as const } : {})}
        value={line.closes}
        onChange={(event) => onChange({ closes: event.target.value })}
      />
      <Input
        className="zone"
        aria-label={`${name}这段做什么`}
        placeholder="做什么（不填就是开放）"
        maxLength={20}
        value={line.zone}
        onChange={(event) => onChange({ zone: event.target.value })}
      />
      <Button
        type="text"
        size="small"
        aria-label={`去掉${name} ${line.opens}`}
        icon={<Icon name="close" size="xs" />}
        onClick={onRemove}
      />
      {why && (
        <span className="late-text sm" role="alert">
          {why}
        </span>
      )}
    </div>
  );
}
