import type { RegisterCount, RegisterPage } from '#contract/registers';
import { Tag } from '../../../ui/desk/tag.tsx';
import { isRate, partsOf } from './figure-words.ts';
import type { ListAsked } from './registers-api.ts';

type Ask = (changes: Record<string, string | null>) => void;
type Props = { page: RegisterPage; asked: ListAsked; onAsk: Ask };

const clear = { count: null, part: null, due: null, state: null, where: null };

/** The figures of a register. Each opens the records behind it; what is below its target or overdue says so. */
export function Figures({ page, asked, onAsk }: Props) {
  const owed = page.duties.filter(({ late, open }) => late + open > 0);
  if (page.counts.length + owed.length === 0) return null;
  return (
    <section className="card register-figures" aria-label="这本台账的数">
      {page.counts.map((count) => (
        <Figure key={count.id} count={count} asked={asked} onAsk={onAsk} />
      ))}
      {owed.map((duty) => (
        <div key={duty.id} className="figure">
          <span className="mute sm">{duty.label}</span>
          <span className="row">
            {duty.late > 0 && (
              <button type="button" className="plain fig" onClick={() => onAsk({ ...clear, due: 'late' })}>
                到期没做 <b className="late-text">{duty.late}</b>
              </button>
            )}
            <button type="button" className="plain fig" onClick={() => onAsk({ ...clear, due: 'open' })}>
              这一期还要做 <b>{duty.open}</b>
            </button>
          </span>
        </div>
      ))}
    </section>
  );
}

function Figure({ count, asked, onAsk }: { count: RegisterCount; asked: ListAsked; onAsk: Ask }) {
  return (
    <div className="figure">
      <span className="mute sm">
        {count.label.zh}
        {isRate(count) && count.percent !== null && count.target !== null ? (
          <Tag tone={count.flagged ? 'late' : 'ok'} icon={count.flagged ? 'warn' : 'check'}>
            {count.percent}%{count.flagged ? `，要 ${count.target}%` : ''}
          </Tag>
        ) : null}
      </span>
      <span className="row">
        {partsOf(count).map(({ word, records, part }) => {
          const isOn = asked.count === count.id && asked.part === part;
          return (
            <button
              key={word}
              type="button"
              className={isOn ? 'plain fig on' : 'plain fig'}
              aria-pressed={isOn}
              onClick={() => onAsk(isOn ? clear : { ...clear, count: count.id, part })}
            >
              {word} <b>{records}</b>
            </button>
          );
        })}
      </span>
    </div>
  );
}
