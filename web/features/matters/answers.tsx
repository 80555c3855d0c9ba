import type { ReactNode } from 'react';
import type { FilledField, HistoryEntry, Picture } from '#contract/matters';
import { clockTime, dayName } from '#shared/time';
import { BeforeAfter } from '../../ui/before-after.tsx';

/** What was done and said, newest first: a day, a person, her words. `isMine`: read by the one who reported it. */
export function Answers({
  history,
  before,
  title,
  now,
  isMine = false,
}: {
  history: HistoryEntry[];
  before: Picture[];
  title: string;
  now: string;
  isMine?: boolean;
}): ReactNode {
  return (
    <ol className="talk">
      {withoutRepeats(history).map((entry) => (
        <li key={entry.seq} className={entry.late ? 'late' : undefined}>
          <p className="w num">
            {dayName(entry.at, now)} {clockTime(entry.at)} · {stepOf(entry)}
          </p>
          <p>{whoDid(entry, isMine)}</p>
          <Said entry={entry} before={before} title={title} />
        </li>
      ))}
    </ol>
  );
}

/** The step's own name where the button only said 提交. */
function stepOf(entry: HistoryEntry): string {
  return entry.fromStep && (entry.kind === 'begin' || entry.label === '提交') ? entry.fromStep : entry.label;
}

const byItself: Record<string, string> = {
  late: '到时限了，系统提醒了办事的人',
  escalated: '到时限了，系统报给了上级',
};

function whoDid({ kind, what, actorName, actorTitle }: HistoryEntry, isMine: boolean): ReactNode {
  if (kind === 'system') return byItself[what] ?? '系统按结果记下的';
  if (kind === 'begin' && isMine) return <b>您反映的</b>;
  return (
    <>
      <b>{actorName}</b>
      {actorTitle ? `（${actorTitle}）` : ''}
    </>
  );
}

/** A value that an earlier entry said already is not said again. */
function withoutRepeats(history: HistoryEntry[]): HistoryEntry[] {
  const said = new Set<string>();
  const isNew = (field: FilledField): boolean => {
    const key = `${field.id}:${field.text}:${(field.pictures ?? []).map(({ id }) => id).join()}`;
    return !said.has(key) && Boolean(said.add(key));
  };
  return [...history]
    .reverse()
    .map((entry) => ({ ...entry, fields: entry.fields.filter(isNew) }))
    .reverse();
}

function Said({ entry, before, title }: { entry: HistoryEntry; before: Picture[]; title: string }): ReactNode {
  const isBegin = entry.kind === 'begin';
  const isSpoken = ({ type }: FilledField): boolean => type === 'longtext' || (isBegin && type === 'text');
  const open = entry.fields.filter((field) => !field.private);
  const facts = open.filter((field) => !isSpoken(field) && !field.pictures && field.type !== 'yesno');
  const pictures = open.flatMap((field) => field.pictures ?? []);
  return (
    <>
      {facts.length > 0 ? (
        <p className="hint">{facts.map(({ label, text }) => `${label.zh}：${text}`).join(' · ')}</p>
      ) : null}
      {entry.reason ? <p className="quote">{entry.reason}</p> : null}
      {open.filter(isSpoken).map(({ id, text }) => (
        <p key={id} className="quote">
          {text}
        </p>
      ))}
      {entry.kind === 'office' ? <Added pictures={pictures} title={title} /> : null}
      {pictures.length > 0 && entry.kind !== 'office' ? (
        <BeforeAfter
          before={isBegin ? pictures[0] : before[0]}
          after={isBegin ? undefined : pictures[0]}
          title={title}
        />
      ) : null}
    </>
  );
}

/** Pictures that belong to what was said in between, neither before nor after. */
function Added({ pictures, title }: { pictures: Picture[]; title: string }): ReactNode {
  if (pictures.length === 0) return null;
  return (
    <div className="shots gap">
      {pictures.map(({ id, small, full }) => (
        <a key={id} className="ph" href={full}>
          <img src={small} alt={`补的照片：${title}`} loading="lazy" />
        </a>
      ))}
    </div>
  );
}
