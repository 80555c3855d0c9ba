import type { ReactNode } from 'react';
import { Link } from 'react-router';
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
