import {
  addDays,
  clockTime,
  dayName,
  hourMs,
  shanghaiDate,
  shanghaiInstant,
  shanghaiParts,
  weekdayName,
} from '#shared/time';

export type Reminder = { rule: 'day-before' | 'hours-before'; at: Date };

const eveningHour = 18;
const hoursBefore = 2;
const wakingHour = 7;

/**
 * When those enrolled are reminded of a session: at six in the evening of the day before, and two hours before it begins, but never before
 * seven in the morning. Only what is still to come.
 */
export function remindersOf(startsAt: string, now: Date): Reminder[] {
  const begins = new Date(startsAt);
  const evening = shanghaiInstant(addDays(shanghaiDate(begins), -1), eveningHour);
  const shortly = new Date(begins.getTime() - hoursBefore * hourMs);
  const reminders: Reminder[] = [{ rule: 'day-before', at: evening }];
  if (shanghaiParts(shortly).hour >= wakingHour) reminders.push({ rule: 'hours-before', at: shortly });
  return reminders.filter(({ at }) => at.getTime() > now.getTime());
}

/** Which beginning a reminder was set for: one of another time is of no use any more. */
export function tokenOf(startsAt: string): number {
  return Math.floor(Date.parse(startsAt) / 60_000);
}

type Told = { title: string; place: string; startsAt: string };

export function reminderMessage(told: Told, now: Date) {
  const today = shanghaiDate(now) === shanghaiDate(told.startsAt);
  return {
    title: `${today ? '今天' : '明天'}${clockTime(told.startsAt)}：${told.title}`,
    body: `您报了名，在${told.place}。去不了请早点取消，让给后面的人。`,
  };
}

/** What those enrolled are told when a session moves; null when neither time nor place changes. */
export function movedMessage(
  before: Told & { endsAt: string },
  after: Omit<Told, 'title'> & { endsAt: string },
  now: Date,
) {
  const moved =
    Date.parse(before.startsAt) !== Date.parse(after.startsAt) ||
    Date.parse(before.endsAt) !== Date.parse(after.endsAt);
  const elsewhere = before.place !== after.place;
  if (!moved && !elsewhere) return null;
  const when = `${dayName(after.startsAt, now)} ${weekdayName(after.startsAt)} ${clockTime(after.startsAt)}`;
  return {
    title: `${moved ? '时间' : ''}${moved && elsewhere ? '和' : ''}${elsewhere ? '地点' : ''}改了：${before.title}`,
    body: `现在是${when}—${clockTime(after.endsAt)}，在${after.place}。去不了请取消报名，让给后面的人。`,
  };
}
