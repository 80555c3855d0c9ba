import type { MatterCard } from '#contract/matters';

/** `370303001001-2026-000412` of 工盛社区 as people say it: 工盛 2026 年第 412 件. */
export function numberInWords(number: string, areaName: string): string {
  const [, year, sequence] = number.split('-');
  return `${areaName.replace(/(社区|村)$/, '')} ${year} 年第 ${Number(sequence)} 件`;
}

/** How it ended, as a neighbour says it; the staff's words stay with the staff. */
export const statusWords: Record<MatterCard['status'], string> = {
  open: '正在办',
  done: '办好了',
  refused: '没有受理',
  withdrawn: '撤回了',
  merged: '并到一起办',
  moved: '转到别处办',
};
