import type { Refusal } from '#shared/refusal';
import { bookingStateNames, type BookingState } from '../contract.ts';

/** Every no of a booking, in the words of the person who hears it. */

export const checkInBeforeMinutes = 30;
export const noShowAfterMinutes = 15;

/** 30 分钟 · 1 小时 · 1 小时 30 分 */
export function lengthName(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} 分钟`;
  return rest === 0 ? `${hours} 小时` : `${hours} 小时 ${rest} 分`;
}

const refusal = (code: string, status: Refusal['status'], zh: string, en: string): Refusal => ({
  code,
  status,
  zh,
  en,
});

export const bookingUnknown = refusal(
  'booking.unknown',
  404,
  '没有这个预约，或者它不是您的。请从“我的预约”进入。',
  'There is no such booking of yours.',
);
export const venueTaken = refusal(
  'venue.taken',
  409,
  '这段时间刚刚被别人订了。请换一个时间，或者点“候补”，空出来就给您。',
  'This time is taken. Choose another, or wait for it.',
);
export const venueClosedThen = refusal(
  'venue.closed',
  422,
  '这段时间不开放。请在开放时间里选。',
  'The venue is not open then.',
);
export const venueClosedForGood = refusal(
  'venue.closed',
  409,
  '这个场地已经关闭，不再预约了。请看看社区的其他场地。',
  'This venue is closed.',
);
export const notBookable = refusal(
  'venue.not-bookable',
  409,
  '这个场地不用预约，开放时间里直接去就行。',
  'This venue is not booked; just go.',
);
export const timePast = refusal(
  'booking.past',
  422,
  '这个时间已经过了。请选以后的时间。',
  'This time is past. Choose a later one.',
);
export const notForResidents = refusal(
  'booking.not-for-you',
  403,
  '这个场地由队伍和社区使用。要用的话，请和社区说一声。',
  'Only teams and staff book this venue.',
);
export const notForTeams = refusal(
  'booking.not-for-you',
  403,
  '这个场地不接受队伍自己预约。要用的话，请和社区说一声。',
  'Teams do not book this venue themselves.',
);
export const notFromHere = refusal(
  'booking.not-from-here',
  403,
  '这里先给本社区的居民用。您住在这里的话，请到社区登记住址；住在别处，请在自己的社区订。',
  'Residents of this community book here.',
);
export const begun = refusal(
  'booking.begun',
  409,
  '已经到时间了，不能再取消。去不了的话，请和社区说一声。',
  'It has begun and cannot be cancelled any more.',
);
export const over = refusal('booking.over', 409, '这个预约已经过了时间，不能再改。', 'This booking is over.');
export const staffOnly = refusal(
  'booking.staff-only',
  403,
  '这一步由社区来做。请和社区说一声。',
  'Only staff of the community do this.',
);
export const cameAlready = refusal('booking.came', 409, '已经签到了，不用再点。', 'They are checked in.');
export const checkInTooSoon = refusal(
  'booking.check-in-early',
  409,
  `还没到时间。开始前 ${checkInBeforeMinutes} 分钟起可以签到。`,
  'Too early: check in from 30 minutes before it begins.',
);
export const noShowTooSoon = refusal(
  'booking.no-show-early',
  409,
  `请再等等：开始 ${noShowAfterMinutes} 分钟后还没来，才记“没有来”。`,
  'Wait until 15 minutes after it began.',
);
export const passWrong = refusal(
  'booking.pass-wrong',
  422,
  '这个码过期了，或者不是门口的码。请对着门口的屏幕再扫一次。',
  'This code is forged or older than 60 seconds. Scan the door again.',
);
export const nothingHereNow = refusal(
  'booking.nothing-here',
  404,
  '您现在在这里没有预约。请看看是不是别的时间或者别的房间。',
  'You have no booking here now.',
);
export const closureWrong = refusal(
  'booking.closure-wrong',
  422,
  '停用的结束时间要晚于开始，并且还没有过去。请改一下。',
  'A closure must end after it begins, and in the future.',
);
export const closedAlready = refusal(
  'booking.closed-already',
  409,
  '这段时间里已经登记过停用。请先取消原来的停用，再重新登记。',
  'It is closed for a part of this time already.',
);
export const partsBooked = refusal(
  'venue.parts-booked',
  409,
  '这样调整以后，已有的预约会撞在一起。请先在预约日历里改好这些预约，再调整场地。',
  'Bookings would overlap then. Move them first.',
);
export const moveElsewhere = refusal(
  'booking.move-wrong',
  422,
  '要改去的场地不对：它不能是停用的这一个，也要是本社区开放预约的。请重新选。',
  'Choose another bookable venue of this community to move to.',
);

export const zoneThen = (zone: string): Refusal =>
  refusal(
    'venue.closed',
    422,
    `这段时间是“${zone}”，房间不另外出借。欢迎来参加，要借房间请换个时间。`,
    `The room serves ${zone} then. Choose another time.`,
  );
export const tooManyPeople = (capacity: number): Refusal => ({
  ...refusal(
    'booking.too-many-people',
    422,
    `这里最多坐 ${capacity} 人。人多的话，请换一个大一点的场地。`,
    `At most ${capacity} people.`,
  ),
  fields: { people: `最多 ${capacity} 人` },
});
export const heldBack = (noShows: number): Refusal =>
  refusal(
    'booking.held',
    403,
    `最近有 ${noShows} 次订了没有来，暂时不能自己订。请到社区说明一下，由工作人员帮您订。`,
    `${noShows} bookings nobody came to: ask at the desk.`,
  );
export const tooManyOpen = (most: number): Refusal =>
  refusal(
    'booking.too-many',
    409,
    `每人在这里同时最多订 ${most} 次。用过或者取消一个以后，就可以再订。`,
    `At most ${most} open bookings here.`,
  );
export const wrongLength = (shortest: number, longest: number): Refusal =>
  refusal(
    'booking.length',
    422,
    `每次可以订 ${lengthName(shortest)}到 ${lengthName(longest)}，请重新选。`,
    `Between ${shortest} and ${longest} minutes.`,
  );
export const offGrid = (step: number): Refusal =>
  refusal('booking.grid', 422, `开始时间每 ${step} 分钟一格，请选列出的时间。`, `Begin on a grid of ${step} minutes.`);
export const tooLate = (hours: number): Refusal =>
  refusal('booking.too-late', 422, `要至少提前 ${hours} 小时订，请选晚一点的时间。`, `Book ${hours} hours ahead.`);
export const tooEarly = (days: number): Refusal =>
  refusal('booking.too-early', 422, `现在可以订 ${days} 天以内的时间，请选近一点的。`, `At most ${days} days ahead.`);
export const notInThisState = (state: BookingState): Refusal =>
  refusal(
    'booking.state',
    409,
    `这个预约现在是“${bookingStateNames[state]}”，不能这样做了。请刷新看看。`,
    `The booking is ${state}.`,
  );
