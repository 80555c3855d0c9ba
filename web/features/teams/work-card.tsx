import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Work } from '#contract/teams/works';
import { Tag } from '../../ui/parts.tsx';
import { Picture } from './team-card.tsx';

/** Who made it, as far as they agreed to be named. */
export function madeBy(work: Pick<Work, 'authors' | 'teamName'>): string {
  return [work.teamName, work.authors].filter(Boolean).join(' · ') || '作者没有留名';
}

/** A picture on the wall, its title as on a label below it. */
export function WorkCard({ work }: { work: Work }): ReactNode {
  return (
    <Link className="card ev" to={`/works/${work.areaId}/${work.id}`}>
      <Picture picture={work.picture ?? 'calligraphy'} />
      <div className="x">
        <p className="t">{work.title}</p>
        <p className="d">
          {work.kind} · {madeBy(work)}
        </p>
        {work.state === 'published' ? (
          work.theme ? (
            <Tag tone="plain">{work.theme}</Tag>
          ) : null
        ) : (
          <Tag tone="wait">{work.stateName}</Tag>
        )}
      </div>
    </Link>
  );
}
