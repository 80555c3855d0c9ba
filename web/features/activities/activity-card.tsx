import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Activity } from '#contract/activities';
import { clockTime, dayName, shanghaiDate, addDays, weekdayName } from '#shared/time';
import { Tag } from '../../ui/parts.tsx';
import { pictureAddress } from '../../ui/picture.ts';

/** 今天 15:30 · 明天 09:00 · 11月25日 星期三 14:00. */
export function activityTime(startsAt: string, now: string): string {
  const day = shanghaiDate(startsAt);
  const today = shanghaiDate(now);
  const named =
    day === today ? '今天' : day === addDays(today, 1) ? '明天' : `${dayName(startsAt, now)} ${weekdayName(startsAt)}`;
  return `${named} ${clockTime(startsAt)}`;
}

export function ActivityTag({ activity }: { activity: Activity }): ReactNode {
  if (activity.mine)
    return (
      <Tag tone="ok" icon="check">
        您报名了
      </Tag>
    );
  if (activity.myState === 'waiting')
    return (
      <Tag tone="wait" icon="hourglass">
        您在排队
      </Tag>
    );
  const tone = activity.state === 'open' ? 'wait' : activity.state === 'free' ? 'ok' : 'plain';
  return <Tag tone={tone}>{activity.stateName}</Tag>;
}

/** Picture, name, when and where, a word on the seats. */
export function ActivityCard({ activity, now }: { activity: Activity; now: string }): ReactNode {
  const drawn = activity.picture !== null && !/^(\/api|https?:)/.test(activity.picture);
  return (
    <Link className="card ev" to={`/activities/${activity.areaId}/${activity.id}`}>
      <div className="pic">
        <img src={pictureAddress(activity.picture ?? 'tea')} alt="" width="216" height="122" loading="lazy" />
        {drawn || !activity.picture ? <span className="mock">示意图</span> : null}
      </div>
      <div className="x">
        <p className="t">{activity.title}</p>
        <p className="d num">
          {activityTime(activity.startsAt, now)} · {activity.place}
        </p>
        <ActivityTag activity={activity} />
      </div>
    </Link>
  );
}
