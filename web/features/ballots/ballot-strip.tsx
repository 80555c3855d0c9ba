import type { ReactNode } from 'react';
import type { BallotList } from '#contract/ballots';
import { Icon } from '../../ui/icon.tsx';
import { Row } from '../../ui/parts.tsx';
import { ClosingTag } from './ballot-facts.tsx';
import { ballotHref } from './ballot-words.ts';

const shownMost = 2;

/** On the home page: what waits for this person's vote first, then what else is open. Nothing where nothing is. */
export function BallotStrip({ list, code, now }: { list: BallotList | null; code: string; now: string }): ReactNode {
  const items = list?.items ?? [];
  if (items.length === 0) return null;
  const waiting = items.filter(({ mine }) => mine.electors > mine.voted);
  const shown = [...waiting, ...items.filter((one) => !waiting.includes(one))].slice(0, shownMost);
  return (
    <section className={`card gap ${waiting.length > 0 ? 'waits' : ''}`} aria-label="正在表决">
      {shown.map((ballot) => (
        <Row
          key={ballot.id}
          to={ballotHref(ballot)}
          icon="ballot"
          tone={waiting.includes(ballot) ? 'cinnabar' : ''}
          title={ballot.title}
          line={waiting.includes(ballot) ? '等您投票' : '正在表决'}
        >
          <br />
          <ClosingTag ballot={ballot} now={now} />
        </Row>
      ))}
      {items.length > shownMost ? (
        <a className="row bare" href={`/c/${code}/ballots`}>
          <span className="t">还有 {items.length - shownMost} 件正在表决</span>
          <Icon name="chevron-right" size="s" />
        </a>
      ) : null}
    </section>
  );
}
