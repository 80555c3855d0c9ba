import type { ReactNode } from 'react';
import type { ActivityPage } from '#contract/activities';
import { clockTime, dayName, shanghaiDate, weekdayName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { activityTime } from './activity-card.tsx';
import { walkWords } from './nearby-card.tsx';

/** When, where and how far, who for, who organises it, and how many seats are left. */
export function ActivityFacts({ activity, now }: { activity: ActivityPage; now: string }): ReactNode {
  const next = activity.sessions.find((one) => Date.parse(one.endsAt) > Date.parse(now)) ?? activity.sessions[0];
  const { startsAt, endsAt, place } = next ?? activity;
  const hosts = [activity.host, ...activity.organisers.filter((one) => one !== activity.host)].join('、');
  return (
    <ul className="known gap" data-read>
      <li>
        <Icon name="clock" size="s" />
        <span>
          <b className="num">
            {activityTime(startsAt, now)}—{clockTime(endsAt)}
          </b>
          {activity.sessions.length > 1 ? `，共 ${activity.sessions.length} 次` : ''}
        </span>
      </li>
      <li>
        <Icon name="pin" size="s" />
        <span>{[place, walkWords(activity.walkMinutes)].filter(Boolean).join(' · ')}</span>
      </li>
      <li>
        <Icon name="flag" size="s" />
        <span>{hosts}</span>
      </li>
      {activity.agesName || activity.audiences.length > 0 ? (
        <li>
          <Icon name="family" size="s" />
          <span>
            {[activity.agesName && `${activity.agesName}，按开始那天的周岁算`, activity.audiences.join('、')]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ) : null}
      <Seats activity={activity} />
    </ul>
  );
}

function Seats({ activity }: { activity: ActivityPage }): ReactNode {
  const { seats, enrolled, waiting, seatsLeft, rating } = activity;
  const full = seatsLeft === 0;
  return (
    <>
      <li>
        <Icon name="people" size="s" />
        {seats === null ? (
          <span>不用报名，来了就能参加</span>
        ) : (
          <div>
            <b className="num">{full ? `${seats} 个名额报满了` : `还有 ${seatsLeft} 个名额`}</b>
            <span className="num">{full ? (waiting > 0 ? `，${waiting} 人在排队` : '') : `，共 ${seats} 个`}</span>
            <svg
              className={full ? 'seatbar full' : 'seatbar'}
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              aria-hidden="true"
            >
              <rect width={Math.round((enrolled / seats) * 100)} height="4" />
            </svg>
          </div>
        )}
      </li>
      {rating.stars === null ? null : (
        <li>
          <Icon name="star" size="s" />
          <span className="num">
            来过的 {rating.count} 人评了 {rating.stars} 分
          </span>
        </li>
      )}
    </>
  );
}

/** All dates of a course, folded until they are asked for. */
export function Sessions({ activity, now }: { activity: ActivityPage; now: string }): ReactNode {
  if (activity.sessions.length < 2) return null;
  return (
    <details className="card sessions gap">
      <summary>看 {activity.sessions.length} 次的时间</summary>
      <ol>
        {activity.sessions.map(({ id, position, startsAt, endsAt, place }) => (
          <li key={id} className={Date.parse(endsAt) <= Date.parse(now) ? 'num past' : 'num'}>
            <span>{position}</span>
            <span>
              {dayName(startsAt, now)} {weekdayName(startsAt)} {clockTime(startsAt)}—
              {shanghaiDate(startsAt) === shanghaiDate(endsAt) ? '' : `${dayName(endsAt, now)} `}
              {clockTime(endsAt)}
              {place === activity.place ? '' : `，${place}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
