import type { ReactNode } from 'react';
import type { Activity } from '#contract/activities';
import type { SeriesList } from '../../../server/modules/activities/series/contract.ts';
import { Row, Section } from '../../ui/parts.tsx';

type Props = { code: string; items: Activity[]; series: SeriesList['items'] };

/** What one takes part in beyond coming: a stall of the market, a work for a contest, reading at home, and the series. */
export function Programmes({ code, items, series }: Props): ReactNode {
  const market = items.find(({ kind }) => kind === 'market');
  const contest = series.find(({ kind, planned }) => kind === 'contest' && planned > 0);
  return (
    <section>
      <Section title="一起来" />
      <div className="stack">
        {market ? (
          <Row
            to={`/activities/${market.areaId}/${market.id}/stalls`}
            icon="people"
            tone="apricot"
            title="集市摆个摊"
            line={market.title}
          />
        ) : null}
        {contest ? (
          <Row
            to={`/series/${contest.areaId}/${contest.id}`}
            icon="star"
            tone="cinnabar"
            title={contest.name}
            line="交一件作品，看看展出的"
          />
        ) : null}
        <Row to={`/c/${code}/reading`} icon="book" tone="bamboo" title="阅读打卡" line="和家里人读一会儿，贴到墙上" />
        {series
          .filter(({ id }) => id !== contest?.id)
          .map((one) => (
            <Row
              key={one.id}
              to={`/series/${one.areaId}/${one.id}`}
              icon="calendar"
              title={one.name}
              line={[one.theme, `办过 ${one.held} 场`].filter(Boolean).join(' · ')}
            />
          ))}
      </div>
    </section>
  );
}
