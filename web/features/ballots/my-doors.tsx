import type { ReactNode } from 'react';
import { Form, Link } from 'react-router';
import type { BallotPage, MyElector } from '#contract/ballots';
import { momentName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { areaName, ballotHref } from './ballot-words.ts';

/** For which doors this person votes, and how each of them stands. An owner of two doors votes for each. */
export function MyDoors({
  ballot,
  elector,
  now,
}: {
  ballot: BallotPage;
  elector: MyElector | undefined;
  now: string;
}): ReactNode {
  if (!elector) return <NoDoor ballot={ballot} />;
  const here = ballotHref(ballot);
  return (
    <>
      {ballot.electors.length > 1 ? (
        <nav className="vote-door-tabs" aria-label="您投哪一户">
          {ballot.electors.map((one) => (
            <Link
              key={one.id}
              to={`${here}?door=${one.id}`}
              className={`vote-door ${one.id === elector.id ? 'on' : ''} ${one.voted ? 'done' : ''}`}
              aria-current={one.id === elector.id ? 'true' : undefined}
            >
              {one.label}
              <small>{one.voted ? '✓ 投过了' : one.mayVote ? '还没投' : '不能投'}</small>
            </Link>
          ))}
        </nav>
      ) : null}
      <p className="soft gap">
        {elector.proxyFor ? `您受 ${elector.proxyFor} 委托，替 ` : '您投的是 '}
        <b>{elector.label}</b>
        {elector.proxyFor ? ' 投' : ''}
        {elector.area > 0 ? `，${areaName(elector.area)}` : ''}
      </p>
      {elector.voted ? <Voted elector={elector} changeable={ballot.changeable} now={now} /> : null}
      {!elector.mayVote && elector.why && !(elector.voted && !ballot.changeable) ? (
        <p className="card warm pad gap">{elector.why}</p>
      ) : null}
    </>
  );
}

/** One's own interest in the matter, declared: the door is left out, and the reason stands in the record. */
export function OwnConflict({ elector }: { elector: MyElector }): ReactNode {
  return (
    <details className="card more gap">
      <summary className="row bare">
        <span className="t">我和这件事有利害关系，要回避</span>
        <Icon name="chevron-right" size="s" />
      </summary>
      <Form method="post" reloadDocument className="pad">
        <input type="hidden" name="do" value="conflict" />
        <input type="hidden" name="elector" value={elector.id} />
        <label className="label" htmlFor="conflict-reason">
          什么关系（会写进公开的记录）
        </label>
        <input
          id="conflict-reason"
          name="reason"
          className="field"
          required
          minLength={4}
          maxLength={120}
          placeholder="例如：我是投标单位的负责人"
        />
        <button type="submit" className="btn quiet wide big gap" data-busy="正在记…">
          {elector.label} 回避，不投
        </button>
      </Form>
    </details>
  );
}

function Voted({ elector, changeable, now }: { elector: MyElector; changeable: boolean; now: string }): ReactNode {
  const { votedWay, votedAt, mayVote } = elector;
  return (
    <section className="card calm pad gap" data-read>
      <p className="song">这一户投过了</p>
      <p>
        {votedAt ? `${momentName(votedAt, now)} ` : ''}
        {votedWay ? `${votedWay}投的。` : ''}
        {mayVote && changeable ? '想改，在下面重新选，算后一次的。' : '投出去的不能再改。'}
      </p>
      <p>截止以后公布全部记录，拿回执号就能查到这一票。</p>
    </section>
  );
}

function NoDoor({ ballot }: { ballot: BallotPage }): ReactNode {
  if (!ballot.why) return null;
  const isVisitor = ballot.mine.electors === 0 && /登录/.test(ballot.why);
  return (
    <section className="card pad gap">
      <p>{ballot.why}</p>
      {isVisitor ? (
        <Link className="btn go wide big gap" to={`/login?next=${encodeURIComponent(ballotHref(ballot))}`}>
          <Icon name="user" />
          登录后投票
        </Link>
      ) : null}
    </section>
  );
}
