import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { shanghaiDate } from '#shared/time';
import type { NearbySession } from '../../../server/modules/activities/nearby/contract.ts';
import { pictureAddress } from '../../ui/picture.ts';
import { ActivityTag, activityTime } from '../activities/activity-card.tsx';
import { walkWords } from '../activities/nearby-card.tsx';

/** What one could go to in these two days: pictures to push along with the thumb. */
export function NearStrip({
  sessions,
  now,
  code,
  areaName,
}: {
  sessions: NearbySession[];
  now: string;
  code: string;
  areaName: string;
}): ReactNode {
  const today = shanghaiDate(now);
  const isToday = sessions.some(({ startsAt }) => shanghaiDate(startsAt) === today);
  return (
    <section aria-label="走路就到的活动">
      <div className="h">
        <h2>{isToday ? '今天走路就到' : '走路就到'}</h2>
        <Link to={`/c/${code}/nearby`} aria-label="附近的活动，看全部">
          看全部
        </Link>
      </div>
      <div className="scroll" role="group" aria-label="附近的活动" tabIndex={0}>
        {sessions.map((session) => (
          <NearStripCard key={session.sessionId} session={session} now={now} areaName={areaName} />
        ))}
      </div>
    </section>
  );
}

function NearStripCard({
  session: { activity, startsAt, place, walkMinutes, areaName: at },
  now,
  areaName,
}: {
  session: NearbySession;
  now: string;
  areaName: string;
}): ReactNode {
  const where = walkWords(walkMinutes) || (at === areaName ? place : at);
  return (
    <Link className="card ev" to={`/activities/${activity.areaId}/${activity.id}`}>
      <div className="pic">
        <img src={pictureAddress(activity.picture ?? 'tea')} alt="" width="216" height="122" loading="lazy" />
        {activity.picture?.startsWith('/api') ? null : <span className="mock">示意图</span>}
      </div>
      <div className="x">
        <p className="t">{activity.title}</p>
        <p className="d num">
          {activityTime(startsAt, now)}
          <br />
          {where}
        </p>
        <ActivityTag activity={activity} />
      </div>
    </Link>
  );
}
