import type { Booking } from '#contract/venues/bookings';
import { boardHours, clockOf, labelOf, minuteOf, timesOf, type BoardRow } from './board-words.ts';

type Props = {
  day: string;
  rows: BoardRow[];
  onOpen: (id: string) => void;
  onMake: (venueId: string, minute: number) => void;
};

/** One day: a line per venue, its hours from left to right. A free time is a button that books it. */
export function DayBoard({ day, rows, onOpen, onMake }: Props) {
  const { from, to } = boardHours(rows, day);
  const hours = Array.from({ length: to - from }, (_, index) => from + index);
  const place = (begin: number, end: number) => ({
    left: `${((begin - from * 60) / ((to - from) * 60)) * 100}%`,
    width: `${((end - begin) / ((to - from) * 60)) * 100}%`,
  });
  return (
    <div className="card day-board">
      <div className="line scale" aria-hidden="true">
        <span />
        <div className="track">
          {hours.map((hour) => (
            <span key={hour} className="hour" style={place(hour * 60, hour * 60 + 60)}>
              {hour}
            </span>
          ))}
        </div>
      </div>
      {rows.map((row) => {
        const shown = row.venue?.days.find((one) => one.day === day);
        return (
          <div key={row.id} className="line" role="group" aria-label={row.name}>
            <b className={row.isRoom ? 'room' : ''}>{row.name}</b>
            <div className="track">
              {shown?.openings.map((one) => (
                <span key={one.from} className={one.zone ? 'open zone' : 'open'} style={place(one.from, one.to)}>
                  {one.zone}
                </span>
              ))}
              {shown?.taken.map((one) => (
                <span key={`${one.from}-${one.to}`} className="taken" style={place(one.from, one.to)} />
              ))}
              {shown?.free.flatMap((stretch) =>
                hoursOf(stretch).map((one) => (
                  <button
                    key={one.from}
                    type="button"
                    className="free"
                    style={place(one.from, one.to)}
                    aria-label={`${row.name} ${clockOf(one.from)} 空着，帮人订`}
                    title={`${clockOf(one.from)} 空着`}
                    onClick={() => onMake(row.id, one.from)}
                  />
                )),
              )}
              {row.bookings
                .filter(({ state }) => state !== 'waiting')
                .map((one) => (
                  <Block
                    key={one.id}
                    booking={one}
                    style={place(minuteOf(day, one.startsAt), minuteOf(day, one.endsAt))}
                    onOpen={onOpen}
                  />
                ))}
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** A free stretch cut at the full hours, pieces of less than half an hour left out. */
function hoursOf({ from, to }: { from: number; to: number }): { from: number; to: number }[] {
  const pieces: { from: number; to: number }[] = [];
  for (let begin = from; begin < to; begin = Math.floor(begin / 60) * 60 + 60)
    pieces.push({ from: begin, to: Math.min(to, Math.floor(begin / 60) * 60 + 60) });
  return pieces.filter((one) => one.to - one.from >= 30);
}

function Block({
  booking,
  style,
  onOpen,
}: {
  booking: Booking;
  style: { left: string; width: string };
  onOpen: (id: string) => void;
}) {
  const { id, state, holderKind, checkedInAt } = booking;
  const name = `${timesOf(booking)} ${labelOf(booking)}，${checkedInAt ? '签到了' : booking.stateName}`;
  return (
    <button
      type="button"
      className={`block ${state} ${holderKind}`}
      style={style}
      title={name}
      onClick={() => onOpen(id)}
    >
      <span>{labelOf(booking)}</span>
      <small>{timesOf(booking)}</small>
    </button>
  );
}
