import type { ReactNode } from 'react';
import type { FilledField, HistoryEntry, Picture } from '#contract/matters';
import { clockTime, dayName } from '#shared/time';
import { BeforeAfter } from '../../ui/before-after.tsx';

/** What was done and said, newest first: a day, a person, her words. */
export function Answers({
  history,
  before,
  title,
  now,
  isMine,
}: {
  history: HistoryEntry[];
  before: Picture[];
  title: string;
  now: string;
  isMine: boolean;
}): ReactNode {
  return (
    <ol className="talk">
      {history.map((entry) => (
        <li key={entry.seq} className={entry.late ? 'late' : undefined}>
          <p className="w num">
            {dayName(entry.at, now)} {clockTime(entry.at)} · {entry.label}
          </p>
          <p>
            <b>
              {entry.kind === 'system' ? '到时限了' : isMine && entry.kind === 'begin' ? '您反映的' : entry.actorName}
            </b>{' '}
            {entry.kind === 'system'
              ? '系统提醒了办事的人'
              : entry.actorTitle && !(isMine && entry.kind === 'begin')
                ? `（${entry.actorTitle}）`
                : ''}
          </p>
          <Said entry={entry} before={before} title={title} />
        </li>
      ))}
    </ol>
  );
}

function Said({ entry, before, title }: { entry: HistoryEntry; before: Picture[]; title: string }): ReactNode {
  const spoken = entry.fields.filter(isSpoken);
  const facts = entry.fields.filter(
    (field) => !isSpoken(field) && !field.pictures && !field.private && field.type !== 'yesno',
  );
  const pictures = entry.fields.flatMap((field) => field.pictures ?? []);
  const isBegin = entry.kind === 'begin';
  return (
    <>
      {facts.length > 0 ? (
        <p className="hint">{facts.map(({ label, text }) => `${label.zh}：${text}`).join(' · ')}</p>
      ) : null}
      {entry.reason ? <p className="quote">{entry.reason}</p> : null}
      {spoken.map(({ id, text }) => (
        <p key={id} className="quote">
          {text}
        </p>
      ))}
      {pictures.length > 0 ? (
        <BeforeAfter
          before={isBegin ? pictures[0] : before[0]}
          after={isBegin ? undefined : pictures[0]}
          title={title}
        />
      ) : null}
    </>
  );
}

/** Words of a person, as against a chosen word, a name or a place. */
function isSpoken(field: FilledField): boolean {
  return ['text', 'longtext'].includes(field.type) && !field.private;
}
