import type { Refusal } from '#shared/refusal';
import { addDays, minuteName } from '#shared/time';
import type { Hours, Opening } from '#kernel-contract/calendar';
import type { NewVenue, Venue, VenueException, VenueHours, VenueOpen, VenueQuery } from './contract.ts';
import type { VenueWords } from './words/contract.ts';

type Space = { id: string; parentId: string | null };

export const weekdayNames = ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'] as const;

/** The venue and every house it is in, from the inside out. */
export function chainOf<One extends Space>(spaces: readonly One[], id: string): One[] {
  const chain: One[] = [];
  let next = spaces.find((one) => one.id === id);
  while (next && !chain.includes(next)) {
    chain.push(next);
    const { parentId } = next;
    next = parentId ? spaces.find((one) => one.id === parentId) : undefined;
  }
  return chain;
}

/** The venue and every room inside it, however deep. */
export function insideOf<One extends Space>(spaces: readonly One[], id: string): One[] {
  const own = spaces.filter((one) => one.id === id);
  const rooms = spaces.filter((one) => one.parentId === id && one.id !== id);
  return [...own, ...rooms.flatMap((room) => insideOf(spaces, room.id))];
}

/** The hours that hold for a venue: its own, else those of the nearest house around it that has some. */
export function hoursHolder<One extends Space>(
  spaces: readonly One[],
  id: string,
  hasHours: (id: string) => boolean,
): One | null {
  return chainOf(spaces, id).find((one) => hasHours(one.id)) ?? null;
}

/** A day on which the house is closed closes its rooms too; what a room says of a day itself goes before. */
export function joinExceptions<One extends { day: string; opens: number | null }>(own: One[], above: One[]): One[] {
  return [...own, ...above.filter(({ day, opens }) => opens === null && !own.some((one) => one.day === day))];
}

/** Whether it is open, and until when; else when it opens next in the week that begins today. `days` begins today. */
export function openName(days: { day: string; openings: Opening[] }[], minute: number): VenueOpen {
  const [today, ...later] = days;
  const current = today?.openings.find(({ from, to }) => from <= minute && minute < to);
  if (today && current) {
    const end = today.openings
      .filter((one) => one.from >= current.from)
      .reduce((to, one) => (one.from <= to ? Math.max(to, one.to) : to), current.to);
    return { isOpen: true, zone: current.zone, name: `开着，到 ${minuteName(end)}` };
  }
  const next = today?.openings.find(({ from }) => from > minute);
  if (next) return { isOpen: false, zone: next.zone, name: `今天 ${minuteName(next.from)} 开` };
  for (const [index, { day, openings }] of later.entries()) {
    const first = openings[0];
    if (!first) continue;
    const when = index === 0 ? '明天' : weekdayShort(day);
    return { isOpen: false, zone: first.zone, name: `${when} ${minuteName(first.from)} 开` };
  }
  return { isOpen: false, zone: '', name: '这几天不开' };
}

function weekdayShort(day: string): string {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekdayNames[weekday === 0 ? 7 : weekday] ?? '';
}

/** The seven days from one day on. */
export function daysFrom(day: string): string[] {
  return [0, 1, 2, 3, 4, 5, 6].map((n) => addDays(day, n));
}

/** Why the hours of a venue cannot stand; null when they can. `pairs` are those that lie over one another. */
export function whyNotHours(hours: readonly VenueHours[], pairs: readonly (readonly [Hours, Hours])[]): Refusal | null {
  const backwards = hours.find(({ opens, closes }) => closes <= opens);
  if (backwards) {
    const said = `${weekdayNames[backwards.weekday]} ${lineName(backwards)}`;
    return {
      code: 'venue.hours-backwards',
      status: 422,
      zh: `${said}：结束要晚于开始。过了半夜的，请分成两天写。`,
      en: 'An opening must end after it begins; one over midnight is two.',
      fields: { hours: `${said}：结束要晚于开始` },
    };
  }
  const [pair] = pairs;
  if (!pair) return null;
  const [one, other] = pair;
  const said = `${weekdayNames[one.weekday]}的“${lineName(one)}”和“${lineName(other)}”重叠了`;
  return {
    code: 'venue.hours-overlap',
    status: 422,
    zh: `${said}。同一个地方同一时间只能有一种用处，请把其中一段改短，其他内容都还在。`,
    en: 'Two openings of a day overlap: a place is one thing at a time.',
    fields: { hours: said },
    details: { weekday: one.weekday },
  };
}

const lineName = ({ opens, closes, zone }: Hours): string =>
  `${minuteName(opens)}—${minuteName(closes)}${zone ? ` ${zone}` : ''}`;

/** Why the days that are not as usual cannot stand; null when they can. */
export function whyNotExceptions(exceptions: readonly VenueException[]): Refusal | null {
  for (const [index, one] of exceptions.entries()) {
    const half = (one.opens === null) !== (one.closes === null);
    if (half || (one.opens !== null && one.closes !== null && one.closes <= one.opens))
      return exceptionRefused(one.day, '开放时间没写完整，或者结束不晚于开始');
    const other = exceptions.slice(index + 1).find((later) => later.day === one.day && meets(one, later));
    if (other) return exceptionRefused(one.day, '写了两次，时间重叠');
  }
  return null;
}

function meets(one: VenueException, other: VenueException): boolean {
  if (one.opens === null || one.closes === null || other.opens === null || other.closes === null) return true;
  return one.opens < other.closes && other.opens < one.closes;
}

const exceptionRefused = (day: string, why: string): Refusal => ({
  code: 'venue.exception-wrong',
  status: 422,
  zh: `特殊日子 ${day}：${why}。请改一下再保存。`,
  en: `The exception of ${day} is wrong.`,
  fields: { exceptions: `${day}：${why}` },
});

const wrong = (field: string, zh: string, en: string): Refusal => ({
  code: 'venue.wrong',
  status: 422,
  zh: `${zh}，请改一下。`,
  en,
  fields: { [field]: zh },
});

/** Why a venue cannot stand as it is written, apart from its hours; null when it can. `spaces` are those of the area. */
export function whyNotVenue(
  venue: NewVenue,
  id: string | null,
  spaces: readonly (Space & { closedOn: string | null })[],
  words: VenueWords,
): Refusal | null {
  const { kind, functions, parentId, lng, lat, ownerKind, ownerName, bookable, rules } = venue;
  if (!words.kinds.some(({ name }) => name === kind)) return wrong('kind', `没有“${kind}”这一类`, 'Unknown kind.');
  const known = new Set(words.functions.flatMap((group) => group.words.map(({ name }) => name)));
  const strange = functions.find((name) => !known.has(name));
  if (strange) return wrong('functions', `没有“${strange}”这项功能`, 'Unknown function.');
  if (parentId && !spaces.some((one) => one.id === parentId && one.closedOn === null))
    return wrong('parentId', '它所在的场地不存在或者已经关闭', 'The house it is in is unknown or closed.');
  if (id && parentId && chainOf(spaces, parentId).some((one) => one.id === id))
    return wrong('parentId', '一个场地不能放在它自己里面', 'A venue cannot lie in itself.');
  if ((lng === null) !== (lat === null)) return wrong('lng', '地图上的点不完整', 'Half a point.');
  if (ownerKind === 'unit' && !ownerName)
    return wrong('ownerName', '驻区单位共享的场地，要写明是哪家单位', 'Name the unit that shares it.');
  if (bookable && !rules) return wrong('rules', '可以预约的场地，要写明预约规则', 'Say how it is booked.');
  if (rules && rules.longestMinutes < rules.shortestMinutes)
    return wrong('rules', '最长时间不能短于最短时间', 'Longest is shorter than shortest.');
  return null;
}

export const venueUnknown: Refusal = {
  code: 'venue.unknown',
  status: 404,
  zh: '没有这个场地。请看看社区的其他阵地。',
  en: 'There is no such venue.',
};

export const venueChanged: Refusal = {
  code: 'venue.changed',
  status: 409,
  zh: '您打开以后，有同事先改了这个场地。请刷新看看改了什么，再把您的改动写上。',
  en: 'Somebody changed this venue since you opened it.',
};

export const venueClosed: Refusal = {
  code: 'venue.closed-for-good',
  status: 409,
  zh: '这个场地已经关闭，不能再改了。要重新开放，请新建一个。',
  en: 'This venue is closed for good.',
};

/** Whether a venue is one that is asked for. */
export function matches(venue: Venue, query: VenueQuery): boolean {
  const { kind, q, bookable, open, closed } = query;
  if (!closed && venue.closedOn !== null) return false;
  if (kind && venue.kind !== kind) return false;
  if (query.function && !venue.functions.includes(query.function)) return false;
  if (bookable !== undefined && venue.bookable !== bookable) return false;
  if (open !== undefined && (venue.open?.isOpen ?? false) !== open) return false;
  return !q || [venue.name, venue.kind, venue.place, venue.ownerName].some((text) => text.includes(q));
}

/** The picture drawn for a kind. */
export function pictureOfKind(kind: string, words: VenueWords): string {
  return words.kinds.find(({ name }) => name === kind)?.picture ?? 'venue-room';
}

export const buildingElsewhere: Refusal = {
  code: 'venue.place-elsewhere',
  status: 422,
  zh: '选的楼栋不在这个社区里，请重新选。',
  en: 'The building does not lie in this community.',
  fields: { buildingId: '不在这个社区里' },
};
