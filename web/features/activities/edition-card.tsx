import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { pictureAddress } from '../../ui/picture.ts';
import { Tag } from '../../ui/parts.tsx';
import type { Edition } from '../../../server/modules/activities/series/contract.ts';
import { activityTime } from './activity-card.tsx';

/** One edition of a series: picture, name, when and where, and of those held how many came. */
export function EditionCard({ areaId, edition, now }: { areaId: string; edition: Edition; now: string }): ReactNode {
  const { places, sessionCount } = edition;
  const where = places.length > 1 ? `${places.length} 个地方` : edition.place;
  return (
    <Link
      className="card ev"
      to={edition.kind === 'contest' ? `/contests/${areaId}/${edition.id}` : `/activities/${areaId}/${edition.id}`}
    >
      <div className="pic">
        <img src={pictureAddress(edition.picture ?? 'tea')} alt="" width="216" height="122" loading="lazy" />
        <span className="mock">示意图</span>
      </div>
      <div className="x">
        <p className="t">
          {edition.edition && !edition.title.includes(edition.edition) ? `${edition.edition} · ` : ''}
          {edition.title}
        </p>
        <p className="d num">
          {activityTime(edition.startsAt, now)} · {where}
          {sessionCount > 1 ? ` · ${sessionCount} 场` : ''}
        </p>
        {edition.organisers.length > 0 ? <p className="d">一起办：{edition.organisers.join('、')}</p> : null}
        {edition.isOver && edition.personTimes > 0 ? (
          <Tag tone="plain">
            来了 {edition.people} 人，{edition.personTimes} 人次
          </Tag>
        ) : null}
        {!edition.isOver && edition.enrolled > 0 ? <Tag tone="ok">{edition.enrolled} 人报了名</Tag> : null}
      </div>
    </Link>
  );
}
