import { Link } from 'react-router';
import type { BallotPage } from './ballots-api.ts';

/** What was fixed at opening: question, choices, who votes, and what the rule asks. */
export function RuleCard({ ballot }: { ballot: BallotPage }) {
  const facts: [string, string][] = [
    ['问的是', ballot.question || ballot.title],
    [
      '选项',
      ballot.choices.map(({ label }) => label).join('、') + (ballot.pick > 1 ? `（最多选 ${ballot.pick} 个）` : ''),
    ],
    ['谁来投', [ballot.estateName, ballot.electorateName].filter(Boolean).join(' · ')],
    ['规则', ballot.ruleName],
  ];
  return (
    <section className="card rule-card">
      <h2>
        问什么，怎么算
        {ballot.openingHash && <span className="r">这些开始时就定了，不能再改</span>}
      </h2>
      <dl className="door-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <ul className="rule-words">
        {[...ballot.ruleSentences, ...ballot.notes].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {ballot.matterId && (
        <p className="sm">
          <Link className="link" to={`/matters?about=${ballot.matterId}`}>
            从哪件事来
          </Link>
        </p>
      )}
      {ballot.openingHash && (
        <p className="hash sm">
          <span className="mute">开始时的校验码</span> {ballot.openingHash}
        </p>
      )}
    </section>
  );
}
