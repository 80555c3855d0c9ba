import type { ReactNode } from 'react';
import { Form } from 'react-router';
import type { LetterPage } from '#contract/deliberation/letters';
import { momentName } from '#shared/time';
import { Section } from '../../ui/parts.tsx';

/** Questions the office has published, and one's own. */
export function QuestionList({ letter, now }: { letter: LetterPage; now: string }): ReactNode {
  if (letter.questions.length === 0) return null;
  return (
    <>
      <Section title="大家问的" note={`${letter.questions.length} 条`} />
      <ul className="card pad">
        {letter.questions.map(({ id, question, answer, isMine, published, askedAt }) => (
          <li key={id} className="voice">
            <span className="hint num">
              {isMine ? '我问的' : '一位邻居问的'} · {momentName(askedAt, now)}
              {isMine && !published ? ' · 只有您和社区看得到' : ''}
            </span>
            <p data-read>{question}</p>
            <p className="quote sunk">{answer ? <>社区回复：{answer}</> : '社区还没有回，回了会告诉您。'}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

export function AskForm({ formKey }: { formKey: string }): ReactNode {
  return (
    <>
      <Section title="我想问" note="只有您和社区看得到" />
      <Form method="post" reloadDocument className="card pad">
        <input type="hidden" name="key" value={formKey} />
        <label className="label" htmlFor="letter-question">
          想问的，或者建议
        </label>
        <textarea
          className="field"
          id="letter-question"
          name="question"
          required
          minLength={2}
          maxLength={500}
          rows={3}
        />
        <button type="submit" className="btn go wide big gap" name="act" value="ask" data-busy="正在送…">
          问社区
        </button>
      </Form>
    </>
  );
}

const shownMax = 60;

/** Doors the letter has not reached yet, for who hands it over. */
export function DoorsToReach({ letter, formKey }: { letter: LetterPage; formKey: string }): ReactNode {
  const open = letter.doors.filter(({ way }) => way === null);
  return (
    <>
      <Section title="还没送到的户" note={`${open.length} 户`} />
      {open.length === 0 ? <p className="card calm pad">都送到了。</p> : null}
      <ul className="stack">
        {open.slice(0, shownMax).map(({ householdId, label }) => (
          <li key={householdId} className="card pad letter-door">
            <b>{label}</b>
            <Form method="post" reloadDocument>
              <input type="hidden" name="key" value={`${formKey}-${householdId}`} />
              <input type="hidden" name="householdId" value={householdId} />
              <button type="submit" className="btn line" name="act" value="hand-over" aria-label={`送到了：${label}`}>
                送到了
              </button>
            </Form>
          </li>
        ))}
      </ul>
      {open.length > shownMax ? <p className="hint gap">先送这 {shownMax} 户，送完下面的会接着出来。</p> : null}
    </>
  );
}
