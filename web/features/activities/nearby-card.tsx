import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { clockTime } from '#shared/time';
import type { NearbySession } from '../../../server/modules/activities/nearby/contract.ts';
import { pictureAddress } from '../../ui/picture.ts';
import { ActivityTag, activityTime } from './activity-card.tsx';

export const walkWords = (minutes: number | null): string => (minutes === null ? '' : `走路约 ${minutes} 分钟`);

/** One session as it is found nearby: picture, time, where and how far, whether one can still come. */
export function NearbyCard({
  session,
  number,
  now,
  areaName,
}: {
  session: NearbySession;
  /** Its mark on the map; none where no map stands beside. */
  number?: number;
  now: string;
  /** The visitor's own community, which need not be named. */
  areaName: string;
}): ReactNode {
  const { activity, startsAt, endsAt, place, walkMinutes } = session;
  const where = [session.areaName === areaName ? '' : session.areaName, place].filter(Boolean).join(' · ');
  return (
    <Link className="card ev near" to={`/activities/${activity.areaId}/${activity.id}`}>
      <div className="pic">
        <img src={pictureAddress(activity.picture ?? 'tea')} alt="" width="360" height="203" loading="lazy" />
        {activity.picture?.startsWith('/api') ? null : <span className="mock">示意图</span>}
      </div>
      <div className="x">
        <p className="t">
          {number === undefined ? null : <span className="no num">{number}</span>}
          {activity.title}
        </p>
        <p className="d num">
          <span className="when">
            {activityTime(startsAt, now)}—{clockTime(endsAt)}
          </span>
          <br />
          {[where, walkWords(walkMinutes)].filter(Boolean).join(' · ')}
        </p>
        <ActivityTag activity={activity} />
      </div>
    </Link>
  );
}
