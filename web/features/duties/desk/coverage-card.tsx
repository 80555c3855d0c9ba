import type { DutyCounts, DutyCoverage } from '#contract/duties';
import { shanghaiDate, weekdayName } from '#shared/time';
import type { IconName } from '../../../icons/icons.ts';
import { useSession } from '../../../lib/desk/session.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { cellOf, headSentence, percent } from './coverage-words.ts';

export type OpenList = (wanted: { day?: string; subject?: string; state?: string }) => void;

const signs: Record<ReturnType<typeof cellOf>['state'], IconName | null> = {
  done: 'check',
  late: 'warn',
  open: 'clock',
  excused: 'pause',
  part: 'clock',
  none: null,
};

/** Subjects by days, with a sign and a word in each cell; those with most missed first. Each figure opens its list. */
export function CoverageCard({ coverage, isOld, open }: { coverage: DutyCoverage; isOld: boolean; open: OpenList }) {
  const { now } = useSession();
  const { rows, days, total, subjectName } = coverage;
  return (
    <section className={isOld ? 'card coverage stale' : 'card coverage'}>
      <h2>
        {headSentence(coverage, shanghaiDate(now()))}
        <span className="r">
          <Figure counts={total} state="late" word="没做" open={open} />
          <Figure counts={total} state="excused" word="请假" open={open} />
          <Figure counts={total} state="open" word="还没到时候" open={open} />
        </span>
      </h2>
      <div className="scroll" tabIndex={0} role="region" aria-label="每天做了没有">
        <table>
          <thead>
            <tr>
              <th scope="col">{subjectName}</th>
              <th scope="col">谁来做</th>
              {days.map(({ day }) => (
                <th key={day} scope="col" className="day">
                  {Number(day.slice(8))}日<small>{weekdayName(`${day}T04:00:00.000Z`).replace('星期', '周')}</small>
                </th>
              ))}
              <th scope="col" className="end">
                做到
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.subject.id}>
                <th scope="row">{row.subject.label}</th>
                <td className="mute sm who">{row.who || '还没有人'}</td>
                {row.days.map((counts) => (
                  <td key={counts.day} className="day">
                    <Cell counts={counts} onOpen={() => open({ day: counts.day, subject: row.subject.id })} />
                  </td>
                ))}
                <td className="end">
                  <button type="button" className="plain fig" onClick={() => open({ subject: row.subject.id })}>
                    {row.total.done}／{row.total.due}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2}>
                做全的{subjectName}／全部
              </th>
              {days.map(({ day, covered, of }) => (
                <td key={day} className="day">
                  {of > 0 ? (
                    <button type="button" className="plain fig" onClick={() => open({ day })}>
                      {covered}／{of}
                    </button>
                  ) : (
                    <span className="faint">—</span>
                  )}
                </td>
              ))}
              <td className="end">{percent(total.done, total.due)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </section>
  );
}

function Figure({
  counts,
  state,
  word,
  open,
}: {
  counts: DutyCounts;
  state: 'late' | 'excused' | 'open';
  word: string;
  open: OpenList;
}) {
  return counts[state] > 0 ? (
    <button type="button" className={state === 'late' ? 'plain fig l' : 'plain fig'} onClick={() => open({ state })}>
      {word} {counts[state]}
    </button>
  ) : null;
}

function Cell({ counts, onOpen }: { counts: DutyCounts; onOpen: () => void }) {
  const { state, word } = cellOf(counts);
  const sign = signs[state];
  if (state === 'none') return <span className="faint">—</span>;
  return (
    <button type="button" className={`plain cell ${state}`} onClick={onOpen}>
      {sign && <Icon name={sign} size="xs" />}
      {word}
    </button>
  );
}
