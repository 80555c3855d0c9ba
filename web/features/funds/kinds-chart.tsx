import type { ReactNode } from 'react';
import type { KindSum } from '#contract/funds/disclosures';
import { formatFen } from './money.ts';

/** Where money came from, or where it went: bars drawn by the server, each with its words and its figure. */
function Bars({ title, kinds, total }: { title: string; kinds: KindSum[]; total: number }): ReactNode {
  const most = Math.max(...kinds.map(({ amount }) => amount), 1);
  return (
    <figure className="kinds">
      <figcaption className="num">
        {title} <b>{formatFen(total)}</b> 元
      </figcaption>
      {kinds.length === 0 ? <p className="hint">没有</p> : null}
      <ul>
        {kinds.map(({ code, name, direction, amount }) => (
          <li key={code}>
            <span className="k">{name}</span>
            <span className="v num">{formatFen(amount)}</span>
            <svg viewBox="0 0 1000 10" preserveAspectRatio="none" width="1000" height="10" aria-hidden="true">
              <rect width="1000" height="10" className="ground" />
              <rect width={Math.max(0, Math.round((amount / most) * 1000))} height="10" className={direction} />
            </svg>
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** The kinds of a month or a year, what came in and what went out. */
export function KindsChart({ period }: { period: { kinds: KindSum[]; in: number; out: number } }): ReactNode {
  const of = (direction: KindSum['direction']): KindSum[] =>
    period.kinds.filter((kind) => kind.direction === direction);
  return (
    <section className="card pad gap" aria-label="收入和支出的分类" data-read>
      <Bars title="收进来" kinds={of('in')} total={period.in} />
      <Bars title="花出去" kinds={of('out')} total={period.out} />
    </section>
  );
}
