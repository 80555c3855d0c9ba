import { addDays, limitName, shanghaiInstant } from '#shared/time';
import { useSession } from '../../../lib/desk/session.tsx';
import { sentenceOf } from '../ballot-words.ts';
import { choicesOf, type BallotForm } from './ballot-form.ts';
import type { BallotWords } from './ballots-api.ts';

/** What people will read, while it is written. */
export function FormPreview({ form, words }: { form: BallotForm; words: BallotWords }) {
  const { now } = useSession();
  const rule = words.rules.find(({ id }) => id === form.rule);
  const electorate = words.electorates.find(({ id }) => id === form.electorate);
  const estate = words.estates.find(({ id }) => id === form.estateId);
  const choices = form.kind === 'yes-no' ? ['同意', '不同意', '弃权'] : [...choicesOf(form), '以上都不选'];
  const notes = [
    form.secret ? '无记名，谁投了什么查不出来。' : '记名，结束后公布每一户投了什么。',
    form.changeable && !form.secret ? '截止前可以改，算最后一次。' : '投出去以后不能改。',
    '截止前谁都看不到票数。',
  ];
  return (
    <aside className="card ballot-preview" aria-label="居民会看到">
      <h2>居民会看到</h2>
      <div className="sheet">
        <p className="when">投到 {limitName(shanghaiInstant(addDays(form.lastDay, 1)), now())}</p>
        <p className="question">{form.question.trim() || form.title.trim() || '问题写在这里'}</p>
        <ul className="keys">
          {choices.map((choice) => (
            <li key={choice}>{choice}</li>
          ))}
        </ul>
        <dl>
          <div>
            <dt>谁来投</dt>
            <dd>{[estate?.name, electorate?.name].filter(Boolean).join(' · ') || '还没选'}</dd>
          </div>
          <div>
            <dt>怎么算通过</dt>
            <dd>{rule ? sentenceOf(rule.sentences) : '还没选'}</dd>
          </div>
        </dl>
        <p className="mute sm">{notes.join('')}</p>
      </div>
    </aside>
  );
}
