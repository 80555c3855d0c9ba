import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { z } from 'zod';
import type { PublicMatter as Shape } from '#contract/matters/trace';
import { dayName } from '#shared/time';
import { BeforeAfter } from '../../ui/before-after.tsx';
import { Tag } from '../../ui/parts.tsx';

export type PublicMatter = z.infer<typeof Shape>;

/** What was settled near you, with before and after; opens its whole story. */
export function SolvedCard({ matter, now }: { matter: PublicMatter; now: string }): ReactNode {
  const { code, title, result, daysUsed, stars, closedAt, open } = matter;
  return (
    <Link className="card" to={`/t/${code}`}>
      <BeforeAfter before={matter.before[0]} after={matter.after[0]} title={title} />
      <div className="pad">
        <p className="song">{title}</p>
        {result ? <p className="soft">{result}</p> : null}
        <p className="tags gap">
          {open ? (
            <Tag tone="wait" icon="clock">
              {matter.stepName}
            </Tag>
          ) : (
            <Tag tone="ok" icon="check">
              办好了
            </Tag>
          )}
          <span className="hint num">
            {[
              daysUsed !== null && !open ? `${Math.max(1, Math.round(daysUsed))} 天办好` : '',
              stars ? `邻居打了 ${stars} 星` : '',
              closedAt ? dayName(closedAt, now) : '',
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
      </div>
    </Link>
  );
}

/** One line of a list of public matters. */
export function PublicMatterRow({ matter, now }: { matter: PublicMatter; now: string }): ReactNode {
  const picture = matter.after[0] ?? matter.before[0];
  return (
    <Link className={picture ? 'row' : 'row bare'} to={`/t/${matter.code}`}>
      {picture ? <img className="thumb" src={picture.small} alt="" width="64" height="48" loading="lazy" /> : null}
      <span>
        <span className="t">{matter.title}</span>
        <br />
        <span className="d num">
          {[matter.place, `${dayName(matter.createdAt, now)} 反映`].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Tag tone={matter.open ? 'wait' : 'ok'}>{matter.open ? matter.stepName : '办好了'}</Tag>
    </Link>
  );
}
