import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Hit, SearchAnswer } from '#contract/search';
import { momentName } from '#shared/time';
import type { IconName } from '../../icons/icons.ts';
import { Empty, Row } from '../../ui/parts.tsx';
import { Marked } from './marked.tsx';

const icons: Record<Hit['kind'], IconName> = {
  matter: 'chat',
  place: 'pin',
  notice: 'megaphone',
  activity: 'activity',
  method: 'flow',
  household: 'home',
};

export type Found = { q: string; answer: SearchAnswer | null; problem: string | null };

type Props = Found & {
  now: string;
  /** Where a page of results stands: `/c/370303001001/search`. */
  path: string;
  /** Where a hit leads; null where there is nothing more to see. */
  placeOf: (hit: Hit) => string | null;
  areaName: string;
};

/** What was found, by kind, with what to do when it was nothing. */
export function FoundList({ q, answer, problem, now, path, placeOf, areaName }: Props): ReactNode {
  if (problem) return <Empty title="换个词再搜" line={problem} />;
  if (!answer) return <Empty title="想找什么" line="写两三个字就够：飞线、停水、网球场，或者一件事的编号。" />;
  if (answer.groups.length === 0)
    return <Empty title={`没有搜到“${q}”`} line={`${areaName}里没有。换个词，或者少写一两个字。`} />;
  return (
    <>
      {answer.groups.map((group) => (
        <section key={group.kind} aria-labelledby={`found-${group.kind}`}>
          <div className="h">
            <h2 id={`found-${group.kind}`}>{group.name}</h2>
          </div>
          <div className="card">
            {group.items.map((hit) => (
              <HitRow key={`${hit.id} ${hit.title}`} hit={hit} words={answer.words} now={now} to={placeOf(hit)} />
            ))}
          </div>
          {group.next ? (
            <Link
              className="btn quiet wide gap"
              to={`${path}?q=${encodeURIComponent(q)}&kind=${group.kind}&cursor=${encodeURIComponent(group.next)}`}
            >
              再看一些{group.name}
            </Link>
          ) : null}
        </section>
      ))}
    </>
  );
}

type RowProps = { hit: Hit; words: string[]; now: string; to: string | null };

function HitRow({ hit, words, now, to }: RowProps): ReactNode {
  const when = hit.at && hit.kind !== 'place' ? momentName(hit.at, now) : '';
  const rest = [hit.state, when].filter(Boolean).join(' · ');
  const line = (
    <>
      <Marked text={hit.text} words={words} />
      {hit.text && rest ? ` · ${rest}` : rest}
    </>
  );
  const title = <Marked text={hit.title} words={words} />;
  if (to) return <Row to={to} icon={icons[hit.kind]} title={title} line={line} />;
  return (
    <p className="row bare">
      <span className="t">{title}</span> <span className="d">{line}</span>
    </p>
  );
}
