import type { ReactNode } from 'react';
import type { VenuePage } from '#contract/venues';
import { openingName, weekdayNames } from './venue-words.ts';
import './venues.css';

/** This week day by day: when it is open and as what; a day that is not as usual with its reason. */
export function VenueWeek({ week, today }: { week: VenuePage['week']; today: string }): ReactNode {
  return (
    <ol className="venue-week">
      {week.map(({ day, openings, reason }, at) => (
        <li key={day} className={day === today ? 'on' : ''} aria-current={day === today ? 'date' : undefined}>
          <span className="day num">
            {day === today ? '今天' : weekdayNames[at]}
            <small>
              {Number(day.slice(5, 7))}.{Number(day.slice(8))}
            </small>
          </span>
          <span className="times num">
            {openings.length === 0 ? <span className="shut">不开{reason ? `：${reason}` : ''}</span> : null}
            {openings.map((one) => (
              <span key={one.from} className={one.zone ? 'zone' : ''}>
                {openingName(one)}
              </span>
            ))}
            {openings.length > 0 && reason ? <span className="shut">{reason}</span> : null}
          </span>
        </li>
      ))}
    </ol>
  );
}
