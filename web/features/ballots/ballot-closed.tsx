import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { BallotPage, BallotResult } from '#contract/ballots';
import { Icon } from '../../ui/icon.tsx';
import { Section } from '../../ui/parts.tsx';
import { ResultBars, RuleSteps } from './ballot-result.tsx';
import { ballotHref, closedDay, unitOf } from './ballot-words.ts';

/** What came out: the outcome as a seal, the bars, the rule step by step, and the way to count it oneself. */
export function BallotClosed({
  ballot,
  result,
  now,
}: {
  ballot: BallotPage;
  result: BallotResult;
  now: string;
}): ReactNode {
  const passed = result.outcome === 'passed';
  const unit = unitOf(ballot.electorateName);
  return (
    <>
      <section className="card pad vote-outcome" data-read>
        <span className={`seal ${passed ? '' : 'not'}`}>{passed ? '通过' : '未通过'}</span>
        <div>
          <p className="song">{result.sentence}</p>
          {ballot.closedAt ? <p className="hint">{closedDay(ballot.closedAt, now)} 截止</p> : null}
        </div>
      </section>
      <Link className="btn go wide big gap no-print" to={`${ballotHref(ballot)}/recount`}>
        <Icon name="refresh" />
        自己算一遍
      </Link>
      <Section title="各得多少" />
      <section className="card pad">
        <ResultBars result={result} unit={unit} />
      </section>
      {result.checks.length > 0 ? (
        <>
          <Section title="一步一步算" />
          <section className="card pad">
            <p className="soft">规则：{ballot.ruleName}</p>
            <RuleSteps result={result} unit={unit} />
            {result.excluded > 0 ? (
              <p className="hint gap">
                有 {result.excluded} {unit}因为和这件事有利害关系，按规定回避，不算在内。
              </p>
            ) : null}
          </section>
        </>
      ) : null}
      {ballot.recordHash ? (
        <>
          <Section title="全部记录" />
          <section className="card pad">
            <p className="soft">每一票都在里面，谁都能下载。记录改动一个字，下面这串校验码就会变。</p>
            <p className="hash gap" aria-label="记录的校验码">
              {ballot.recordHash}
            </p>
            {ballot.recordUrl ? (
              <a className="btn line wide gap no-print" href={ballot.recordUrl} download="表决记录.txt">
                <Icon name="download" size="s" />
                下载全部记录
              </a>
            ) : null}
          </section>
        </>
      ) : null}
    </>
  );
}
