import type { Actor } from '#shared/actor';
import type { Refusal } from '#shared/refusal';
import type { Asked } from '#kernel-contract/search';

/** How many of each kind stand together, and how many on a page of one kind. */
export const groupMost = 5;
export const pageMost = 20;

/** Where somebody looks who does not say: where she works, else where she lives. */
export function areaOf(actor: Actor): string | null {
  return actor.grants[0]?.areaId ?? actor.homeAreaId;
}

/** What to mark in what was found: the longest first, so that 飞线充电 is marked before 飞线. */
export function wordsOf(asked: Asked): string[] {
  if (asked.number !== null) return [asked.number.split(/[~#-]/).at(-1) ?? ''];
  return [...new Set([asked.text, ...asked.words.map(({ word }) => word)])].sort((a, b) => b.length - a.length);
}

export const areaMissing: Refusal = {
  code: 'search.area-missing',
  status: 422,
  zh: '请先选一个社区，再搜。',
  en: 'Say in which area to look.',
};

export const cursorWithoutKind: Refusal = {
  code: 'search.cursor-without-kind',
  status: 422,
  zh: '翻页时要说明翻的是哪一类。',
  en: 'A cursor belongs to one kind: name it.',
};
