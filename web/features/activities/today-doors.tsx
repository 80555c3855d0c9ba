import type { ReactNode } from 'react';
import { clockTime } from '#shared/time';
import type { DoorDay } from '../../../server/modules/activities/attendance/contract.ts';
import { Row, Section } from '../../ui/parts.tsx';

export type Door = DoorDay['items'][number];

export const doorPath = ({ areaId, activityId, sessionId }: Door): string =>
  `/grid/attendance/${areaId}/${activityId}/${sessionId}`;

/** What to know anew when somebody has come or enrolled. */
export const doorStamp = ({ sessionId, people, enrolled }: Door): string => `${sessionId}:${people}:${enrolled}`;

/** The activities of today whose doors she may keep. */
export function TodayDoors({ doors }: { doors: Door[] }): ReactNode {
  if (doors.length === 0) return null;
  return (
    <>
      <Section title="今天的活动" note="门口点名" />
      <div className="card">
        {doors.map((door) => (
          <Row
            key={door.sessionId}
            to={doorPath(door)}
            icon="activity"
            tone="apricot"
            title={door.title}
            line={
              <span className="num">
                {clockTime(door.startsAt)}—{clockTime(door.endsAt)} · {door.place} ·{' '}
                {door.seats === null ? `到了 ${door.people} 人` : `报了 ${door.enrolled} 人，到了 ${door.people} 人`}
              </span>
            }
          />
        ))}
      </div>
    </>
  );
}
