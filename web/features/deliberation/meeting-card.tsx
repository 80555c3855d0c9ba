import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Meeting, MeetingPage } from '#contract/deliberation/meetings';
import { clockTime, dayName, weekdayName } from '#shared/time';
import { Icon } from '../../ui/icon.tsx';
import { Row, Tag } from '../../ui/parts.tsx';

export function meetingTime({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>, now: string): string {
  if (!startsAt || !endsAt) return '时间待定';
  return `${dayName(startsAt, now)} ${weekdayName(startsAt)} ${clockTime(startsAt)}—${clockTime(endsAt)}`;
}

/** A meeting in a list: when, where, how it stands. */
export function MeetingCard({ meeting, now }: { meeting: Meeting; now: string }): ReactNode {
  const isOver = meeting.state === 'held' || meeting.state === 'cancelled';
  return (
    <Link className="card pad topic" to={`/meetings/${meeting.areaId}/${meeting.id}`}>
      <span className="tags">
        <Tag tone={isOver ? 'plain' : 'wait'}>{meeting.stateName}</Tag>
        <Tag tone="plain">{meeting.kind}</Tag>
      </span>
      <h3>{meeting.title}</h3>
      <p className="soft num">
        {meetingTime(meeting, now)}
        <br />
        {meeting.place}
      </p>
      {meeting.conclusions > 0 ? <p className="hint num">商定了 {meeting.conclusions} 件事</p> : null}
    </Link>
  );
}

const icons = { doing: 'hourglass', late: 'warn', done: 'check', stopped: 'info' } as const;
const tones = { doing: 'apricot', late: 'cinnabar', done: 'bamboo', stopped: '' } as const;

/** What was agreed, each with who does it by when and how it stands. */
export function Agreed({ items, now }: { items: MeetingPage['agreed']; now: string }): ReactNode {
  return (
    <div className="card">
      {items.map((one) =>
        one.href ? (
          <Row
            key={one.id}
            to={one.href}
            icon={icons[one.state]}
            tone={tones[one.state]}
            title={one.title}
            line={`${one.stateName} · ${one.ownerName}，${dayName(`${one.dueOn}T04:00:00.000Z`, now)}前`}
          />
        ) : (
          <p key={one.id} className="pad">
            <Icon name={icons[one.state]} size="s" /> {one.title}：{one.stateName}
          </p>
        ),
      )}
    </div>
  );
}
