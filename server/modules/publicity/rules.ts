import type { Refusal } from '#shared/refusal';
import { dayName, shanghaiInstant } from '#shared/time';
import { publicityStateNames } from './contract.ts';

export const notFromHere: Refusal = {
  code: 'publicity.not-from-here',
  status: 403,
  zh: '提异议要先核实您住在这个社区。请到“我家”里登记，或者打社区电话，核实以后就能提。',
  en: 'Only residents whose home here is verified object.',
};

export const nothingShown: Refusal = {
  code: 'publicity.nothing-shown',
  status: 422,
  zh: '公示的内容还是空的，请写说明或者添一项内容。',
  en: 'There is nothing to show.',
  fields: { body: '写一写公示什么' },
};

export const estateElsewhere: Refusal = {
  code: 'publicity.estate-elsewhere',
  status: 422,
  zh: '这个小区不在本社区，请重新选。',
  en: 'The estate lies in another community.',
  fields: { estateId: '请重新选小区' },
};

export const notYoursToTakeDown: Refusal = {
  code: 'publicity.not-yours-to-take-down',
  status: 403,
  zh: '已经张贴的公示要由批准发布的人撤下，请找书记。',
  en: 'Only who may approve takes down what was posted.',
};

export const snapshotUnknown: Refusal = {
  code: 'publicity.record-unknown',
  status: 404,
  zh: '这份公示还没有结束，结束时的原文那时才有。',
  en: 'There is no such record yet.',
};

type Told = {
  state: keyof typeof publicityStateNames;
  postedAt: string | null;
  returnedReason: string;
  objections: number;
  openObjections: number;
};

/** Where a notice stands, in a few words. */
export function stateName(row: Told, over: boolean): string {
  const { state, objections, openObjections } = row;
  if (state === 'drafted' && row.returnedReason !== '') return '退回修改';
  if (state === 'open' && over) return openObjections > 0 ? '期满，等答复异议' : '期满，正在结束';
  if (state === 'clear') return objections === 0 ? '公示期满，没有异议' : '公示期满，异议不成立';
  if (state === 'withdrawn' && row.postedAt === null) return '没有发布';
  return publicityStateNames[state];
}

/** 6月2日—6月8日, both whole days. */
export function periodName({ from, to }: { from: string; to: string }, now: Date): string {
  const noon = (day: string): Date => shanghaiInstant(day, 12);
  const [first, last] = [dayName(noon(from), now), dayName(noon(to), now)];
  return from === to ? first : `${first}—${last}`;
}

/** How long a draft will hang when it is posted now. */
export function plannedName(days: number): string {
  return `发布第二天起，整 ${days} 天`;
}

/** 6月8日 24:00. */
export function untilName(closesAt: string, now: Date): string {
  return `${dayName(Date.parse(closesAt) - 1, now)} 24:00`;
}

/** The text for the group: what hangs, until when, and where to object. Source: DESIGN 10. */
export function groupText(
  notice: { title: string; period: string; until: string; state: string; shown: { label: string; lines: string[] }[] },
  place: { areaName: string; url: string },
): string {
  const open = notice.state === 'open';
  return [
    `【${place.areaName}】公示：${notice.title}`,
    `公示期：${notice.period}`,
    ...notice.shown.slice(0, 4).map(({ label, lines }) => `${label}：${shorten(lines)}`),
    open ? `有不同意见，${notice.until} 以前点开就能提：` : '公示已经结束，可以点开看：',
    place.url,
  ].join('\n');
}

const linesMost = 3;

function shorten(lines: readonly string[]): string {
  const shown = lines.slice(0, linesMost).join('、');
  return lines.length > linesMost ? `${shown} 等 ${lines.length} 项` : shown;
}
