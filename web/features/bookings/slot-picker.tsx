import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { SlotPage } from '#contract/venues/bookings';

const parts: { name: string; from: number; to: number }[] = [
  { name: '上午', from: 0, to: 12 * 60 },
  { name: '下午', from: 12 * 60, to: 18 * 60 },
  { name: '晚上', from: 18 * 60, to: 24 * 60 },
];

/** 9:00 of minutes of the day. */
export function clockOf(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

/** 30 分钟 · 1 小时 · 1.5 小时 */
export function lengthOf(minutes: number): string {
  return minutes < 60 ? `${minutes} 分钟` : `${(minutes / 60).toFixed(2).replace(/\.?0+$/, '')} 小时`;
}

/** The days one can book, each with how many times are free in it. */
export function BookingDays({ page }: { page: SlotPage }): ReactNode {
  return (
    <nav className="book-days" aria-label="哪一天" tabIndex={0}>
      {page.days.map(({ day, name, free, open }) => (
        <Link
          key={day}
          to={`?day=${day}&minutes=${page.minutes}`}
          className={[day === page.day ? 'on' : '', free === 0 ? 'none' : ''].join(' ')}
          {...(day === page.day ? { 'aria-current': 'date' as const } : {})}
        >
          {name}
          <small>{free > 0 ? `${free} 个空` : open ? '满了' : '不开'}</small>
        </Link>
      ))}
    </nav>
  );
}

/** How long: as links, so that the free times are always those of that length. */
export function BookingLengths({ page }: { page: SlotPage }): ReactNode {
  if (page.lengths.length < 2) return null;
  return (
    <nav className="chips top" aria-label="用多久">
      {page.lengths.map((minutes) => (
        <Link
          key={minutes}
          to={`?day=${page.day}&minutes=${minutes}`}
          className={minutes === page.minutes ? 'chip on' : 'chip'}
          {...(minutes === page.minutes ? { 'aria-current': 'true' as const } : {})}
        >
          {lengthOf(minutes)}
        </Link>
      ))}
    </nav>
  );
}

/** The times of a day as large keys; one that is taken may be waited for. `chosen` is what was sent before. */
export function BookingTimes({ page, chosen }: { page: SlotPage; chosen: string | undefined }): ReactNode {
  return parts.map(({ name, from, to }) => {
    const slots = page.slots.filter((slot) => slot.from >= from && slot.from < to);
    if (slots.length === 0) return null;
    return (
      <fieldset key={name}>
        <legend className="book-part">{name}</legend>
        <div className="book-times">
          {slots.map((slot) => {
            const value = slot.free ? slot.startsAt : `wait ${slot.startsAt}`;
            const waits = slot.waiting > 0 ? `候补 ${slot.waiting} 人` : '可候补';
            return (
              <div key={slot.startsAt}>
                <input
                  className="pick sr"
                  type="radio"
                  name="time"
                  id={`t-${slot.from}`}
                  value={value}
                  required
                  defaultChecked={value === chosen}
                />
                <label htmlFor={`t-${slot.from}`} className={slot.free ? 'num' : 'num taken'}>
                  {clockOf(slot.from)}
                  <small>{slot.free ? `到 ${clockOf(slot.to)}` : `已订 · ${waits}`}</small>
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
    );
  });
}

/** Free times near to one that could not be had, each one tap. */
export function Nearest({ page, near }: { page: SlotPage; near: SlotPage['nearest'] }): ReactNode {
  if (near.length === 0) return null;
  return (
    <section className="card gap">
      <p className="pad song">这些时间空着</p>
      {near.map((one) => (
        <Link
          key={one.venueId + one.startsAt}
          className="row bare"
          to={`/venues/${page.areaId}/${one.venueId}/book?at=${encodeURIComponent(one.startsAt)}&minutes=${page.minutes}`}
        >
          <span>
            <span className="t num">{one.time}</span>
            {one.venueId === page.venueId ? null : (
              <span className="d">
                <br />
                {one.venueName}
              </span>
            )}
          </span>
          <span className="tag ok">订这个</span>
        </Link>
      ))}
    </section>
  );
}
