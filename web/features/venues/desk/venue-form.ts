import { minuteName } from '#shared/time';
import { weekdayNames } from '../venue-words.ts';
import type { VenueBody, VenuePage } from './venues-api.ts';

/** A line of the week as it is typed. */
export type HoursLine = { weekday: number; opens: string; closes: string; zone: string };
export type DayLine = { day: string; closed: boolean; opens: string; closes: string; zone: string; reason: string };

/** A venue as it is typed: sizes in square metres, times as people write them. */
export type VenueForm = Omit<VenueBody, 'hours' | 'exceptions' | 'sizeTenths' | 'sizeBeforeTenths'> & {
  size: number | null;
  sizeBefore: number | null;
  hours: HoursLine[];
  exceptions: DayLine[];
  /** Of the venue it was read from: who saved first is seen. */
  revision: number | null;
};

/** What every card of the editor is given. */
export type CardProps = { form: VenueForm; set: (changes: Partial<VenueForm>) => void };

export type BookingForm = NonNullable<VenueBody['rules']>;

/** What a community usually begins with. */
export const usualRules: BookingForm = {
  who: ['resident', 'team', 'staff'],
  shortestMinutes: 60,
  longestMinutes: 180,
  stepMinutes: 30,
  earliestDays: 14,
  latestHours: 2,
  openPerPerson: 2,
  approval: false,
  noShowsAllowed: 3,
};

export const blankVenue: VenueForm = {
  name: '',
  kind: '',
  parentId: null,
  indoor: true,
  size: null,
  place: '',
  buildingId: null,
  lng: null,
  lat: null,
  ownerKind: 'community',
  ownerName: '',
  ownerTerms: '',
  operator: '',
  free: true,
  functions: [],
  capacity: null,
  story: '',
  picture: null,
  usedBefore: '',
  pictureBefore: null,
  sizeBefore: null,
  bookable: false,
  rules: null,
  position: 0,
  hours: [],
  exceptions: [],
  revision: null,
};

const metres = (tenths: number | null): number | null => (tenths === null ? null : tenths / 10);
const tenths = (size: number | null): number | null => (size === null ? null : Math.round(size * 10));

/** What is typed over when a venue is opened. */
export function formOf(page: VenuePage): VenueForm {
  const kept = Object.fromEntries(
    (Object.keys(blankVenue) as (keyof VenueForm)[])
      .filter((key) => key in page)
      .map((key) => [key, page[key as keyof VenuePage]]),
  ) as Partial<VenueForm>;
  return {
    ...blankVenue,
    ...kept,
    lng: page.ownPoint?.lng ?? null,
    lat: page.ownPoint?.lat ?? null,
    size: metres(page.sizeTenths),
    sizeBefore: metres(page.sizeBeforeTenths),
    hours: page.hours.map(({ weekday, opens, closes, zone }) => ({
      weekday,
      opens: minuteName(opens),
      closes: minuteName(closes),
      zone,
    })),
    exceptions: page.exceptions.map(({ day, opens, closes, zone, reason }) => ({
      day,
      closed: opens === null,
      opens: opens === null ? '' : minuteName(opens),
      closes: closes === null ? '' : minuteName(closes),
      zone,
      reason,
    })),
  };
}

/** 9:00 · 0900 · 9 · 9：30 → minutes of the day; null for what is no time. */
export function minutesOf(text: string): number | null {
  const read = /^(\d{1,2})(?:[:：.]?(\d{2}))?$/.exec(text.trim());
  if (!read) return null;
  const minutes = Number(read[1]) * 60 + Number(read[2] ?? 0);
  return Number(read[2] ?? 0) < 60 && minutes <= 1440 ? minutes : null;
}

type Stretch = { opens: number; closes: number };

function stretchOf(line: { opens: string; closes: string }): Stretch | null {
  const [opens, closes] = [minutesOf(line.opens), minutesOf(line.closes)];
  return opens === null || closes === null || closes <= opens ? null : { opens, closes };
}

/** Why a line of the week cannot stand beside the others, in words; null when it can. */
export function whyNotLine(lines: readonly HoursLine[], at: number): string | null {
  const line = lines[at];
  if (!line) return null;
  const own = stretchOf(line);
  if (!own) return line.opens && line.closes ? '时间不对：结束要晚于开始' : '还没写完';
  const other = lines.find((one, index) => {
    const stretch = stretchOf(one);
    if (index === at || one.weekday !== line.weekday || !stretch) return false;
    return own.opens < stretch.closes && stretch.opens < own.closes;
  });
  return other ? `和 ${other.opens}—${other.closes}${other.zone ? ` ${other.zone}` : ''} 重叠` : null;
}

/** Minutes a week, lines that are not whole left out and what overlaps counted once. Source: N16. */
export function weekMinutes(lines: readonly HoursLine[]): number {
  return [1, 2, 3, 4, 5, 6, 7].reduce((sum, weekday) => {
    const stretches = lines
      .filter((line) => line.weekday === weekday)
      .flatMap((line) => stretchOf(line) ?? [])
      .sort((a, b) => a.opens - b.opens);
    let end = 0;
    let day = 0;
    for (const { opens, closes } of stretches) {
      day += Math.max(0, closes - Math.max(opens, end));
      end = Math.max(end, closes);
    }
    return sum + day;
  }, 0);
}

/** What is sent; or what must be mended before, in words. */
export function bodyOf(form: VenueForm): { body: VenueBody } | { problem: string } {
  const { size, sizeBefore, hours, exceptions, revision: _revision, ...rest } = form;
  if (rest.name.trim().length < 2) return { problem: '名称至少两个字' };
  if (!rest.kind) return { problem: '选一下是哪一类' };
  const wrong = hours.findIndex((_, at) => whyNotLine(hours, at) !== null);
  const line = hours[wrong];
  if (line)
    return { problem: `${weekdayNames[line.weekday - 1]} ${line.opens}—${line.closes}：${whyNotLine(hours, wrong)}` };
  const halfDay = exceptions.find((one) => !one.day || (!one.closed && !stretchOf(one)));
  if (halfDay) return { problem: `特殊日子${halfDay.day ? ` ${halfDay.day}` : ''}没有写完整` };
  return {
    body: {
      ...rest,
      sizeTenths: tenths(size),
      sizeBeforeTenths: tenths(sizeBefore),
      rules: rest.bookable ? (rest.rules ?? usualRules) : (rest.rules ?? null),
      hours: hours.flatMap(({ weekday, zone, ...times }) => {
        const stretch = stretchOf(times);
        return stretch ? [{ weekday, zone, ...stretch }] : [];
      }),
      exceptions: exceptions.map(({ day, closed, zone, reason, ...times }) => {
        const stretch = closed ? null : stretchOf(times);
        return { day, opens: stretch?.opens ?? null, closes: stretch?.closes ?? null, zone, reason };
      }),
    },
  };
}
