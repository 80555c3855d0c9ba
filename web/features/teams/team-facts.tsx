import type { ReactNode } from 'react';
import type { TeamPage } from '#contract/teams';
import { dayName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Row, Section } from '../../ui/parts.tsx';
import { activityTime } from '../activities/activity-card.tsx';

const roleNames = { leader: '队长', deputy: '副队长', member: '队员' };

/** When they meet, who leads, how many, since when, how to reach them. */
export function TeamKnown({ team, now }: { team: TeamPage; now: string }): ReactNode {
  const { last } = team.rehearsals;
  const since = team.foundedOn?.slice(0, 4);
  return (
    <ul className="known gap" data-read>
      {team.meets ? (
        <li>
          <Icon name="clock" size="s" />
          <b>{team.meets}</b>
        </li>
      ) : null}
      <li>
        <Icon name="people" size="s" />
        <span className="num">
          {team.members} 人{since ? `，${since} 年成立` : ''}
          {team.leader ? `，队长${team.leader}` : ''}
        </span>
      </li>
      {last ? (
        <li>
          <Icon name="history" size="s" />
          <span className="num">
            最近一次 {dayName(last.startsAt, now)}，{last.place}，来了 {last.present} 人
          </span>
        </li>
      ) : null}
      {team.contact ? (
        <li>
          <Icon name="chat" size="s" />
          <span>{team.contact}</span>
        </li>
      ) : null}
    </ul>
  );
}

/** What they do next, what they have won, and who agreed to be named. */
export function TeamDoings({ team, now }: { team: TeamPage; now: string }): ReactNode {
  return (
    <>
      {team.next.length > 0 ? (
        <>
          <Section title="接下来" />
          <div className="card">
            {team.next.map(({ id, title, startsAt, place }) => (
              <Row
                key={id}
                to={`/activities/${team.areaId}/${id}`}
                icon="calendar"
                tone="apricot"
                title={title}
                line={`${activityTime(startsAt, now)} · ${place}`}
              />
            ))}
          </div>
        </>
      ) : null}
      {team.honours.length > 0 ? (
        <>
          <Section title="得过的荣誉" />
          <ul className="known">
            {team.honours.map(({ id, title, givenBy, givenOn }) => (
              <li key={id}>
                <Icon name="star" size="s" />
                <span>
                  <b>{title}</b>
                  <br />
                  <span className="num">
                    {givenOn.slice(0, 4)} 年 · {givenBy}
                  </span>
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {team.shownMembers.length > 1 ? (
        <>
          <Section title="队里的人" note="愿意留名的" />
          <p className="card pad" data-read>
            {team.shownMembers
              .map(({ name, role }) => (role === 'member' ? name : `${name}（${roleNames[role]}）`))
              .join('、')}
          </p>
        </>
      ) : null}
    </>
  );
}
