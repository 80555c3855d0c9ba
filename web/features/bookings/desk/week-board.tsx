import { shanghaiDate, weekdayName } from '#shared/time';
import { labelOf, timesOf, type BoardRow } from './board-words.ts';

type Props = {
  days: string[];
  today: string;
  rows: BoardRow[];
  onOpen: (id: string) => void;
  onDay: (day: string) => void;
};

const most = 4;

/** Seven days: a line per venue, a cell per day with what is booked in it. */
export function WeekBoard({ days, today, rows, onOpen, onDay }: Props) {
  return (
    <div className="card week-board" tabIndex={0} role="region" aria-label="一周的预约">
      <table>
        <thead>
          <tr>
            <th scope="col">场地</th>
            {days.map((day) => (
              <th key={day} scope="col" className={day === today ? 'today' : ''}>
                <button type="button" className="plain" onClick={() => onDay(day)}>
                  {weekdayName(`${day}T04:00:00Z`).replace('星期', '周')} <small>{Number(day.slice(8))}日</small>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={row.isRoom ? 'room' : ''}>
                {row.name}
              </th>
              {days.map((day) => {
                const shown = row.venue?.days.find((one) => one.day === day);
                const bookings = row.bookings.filter(
                  ({ startsAt, endsAt }) =>
                    shanghaiDate(startsAt) <= day && shanghaiDate(Date.parse(endsAt) - 1) >= day,
                );
                return (
                  <td key={day} className={shown && shown.openings.length === 0 ? 'shut' : ''}>
                    {bookings.slice(0, most).map((one) => (
                      <button
                        key={one.id}
                        type="button"
                        className={`chip ${one.state} ${one.holderKind}`}
                        title={`${timesOf(one)} ${labelOf(one)}，${one.stateName}`}
                        onClick={() => onOpen(one.id)}
                      >
                        <b>{timesOf(one).slice(0, 5)}</b> {labelOf(one)}
                      </button>
                    ))}
                    {bookings.length > most && (
                      <button type="button" className="plain more" onClick={() => onDay(day)}>
                        还有 {bookings.length - most} 个
                      </button>
                    )}
                    {bookings.length === 0 && shown?.openings.length === 0 && <span className="faint xs">不开</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
