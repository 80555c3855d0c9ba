import type { Refusal } from '#shared/refusal';
import { clockTime, dayName, minuteMs, shanghaiDate, weekdayName } from '#shared/time';
import type { Entry } from '#kernel-contract/search';
import type { NewNotice, Notice } from './contract.ts';

/** A period must end after it begins, and not before it is published. */
export function whyNotPublish(notice: NewNotice, now: Date): Refusal | null {
  const { startsAt, endsAt } = notice;
  if (startsAt && endsAt && Date.parse(endsAt) <= Date.parse(startsAt)) {
    return {
      code: 'notice.ends-before-start',
      status: 422,
      zh: '结束时间要晚于开始时间，请改一下。',
      en: 'It must end after it begins.',
      fields: { endsAt: '要晚于开始时间' },
    };
  }
  if (endsAt && Date.parse(endsAt) <= now.getTime()) {
    return {
      code: 'notice.over',
      status: 422,
      zh: '结束时间已经过了，发布了也没人看得到。请改一下时间。',
      en: 'It would be over already.',
      fields: { endsAt: '已经过了' },
    };
  }
  return null;
}

/** A period that ends at 00:00 ends with the day before, at 24:00. */
function endOf(until: string): { moment: Date; clock: string } {
  const clock = clockTime(until);
  if (clock !== '00:00') return { moment: new Date(until), clock };
  return { moment: new Date(Date.parse(until) - minuteMs), clock: '24:00' };
}

/** 5月14日 星期四 14:00—17:00 · 5月14日 14:00—5月15日 08:00 · 5月14日 星期四 14:00 起 · 到 5月31日 24:00; empty without a time. */
export function periodName(from: string | null, until: string | null, now: Date): string {
  const end = until ? endOf(until) : null;
  if (!from) return end ? `到 ${dayName(end.moment, now)} ${end.clock}` : '';
  const day = `${dayName(from, now)} ${weekdayName(from)}`;
  if (!end) return `${day} ${clockTime(from)} 起`;
  if (shanghaiDate(from) === shanghaiDate(end.moment)) return `${day} ${clockTime(from)}—${end.clock}`;
  return `${dayName(from, now)} ${clockTime(from)}—${dayName(end.moment, now)} ${end.clock}`;
}

/** The text for the group 群文本: what, when, where, the words, and the address. Source: DESIGN 10. */
export function groupText(
  notice: Pick<Notice, 'title' | 'body' | 'affects' | 'startsAt' | 'endsAt'>,
  place: { areaName: string; url: string },
  now: Date,
): string {
  const period = periodName(notice.startsAt, notice.endsAt, now);
  return [
    `【${place.areaName}】${notice.title}`,
    period && `时间：${period}`,
    notice.affects && `范围：${notice.affects}`,
    notice.body,
    `详情：${place.url}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export const noticeUnknown: Refusal = {
  code: 'notice.unknown',
  status: 404,
  zh: '没有这条公告，或者已经撤下了。请看看社区首页上的其他公告。',
  en: 'There is no such notice, or it was withdrawn.',
};

/** By what a notice is found: everybody may. */
export function entryOf(notice: Pick<Notice, 'areaId' | 'id' | 'title' | 'body' | 'affects' | 'publishedAt'>): Entry {
  const { areaId, id, title, body, affects, publishedAt } = notice;
  return { areaId, kind: 'notice', id, audience: 'public', at: publishedAt, title, text: `${affects} ${body}` };
}
