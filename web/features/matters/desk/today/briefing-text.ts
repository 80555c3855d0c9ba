import type { MatterCard } from '#contract/matters';
import { dayName } from '#shared/time';
import type { Counts } from '../matters-api.ts';

type Day = { areaName: string; now: Date; counts: Counts; late: MatterCard[]; today: MatterCard[] };

/** The day in a few lines: what is late, what is due, how it goes. No names of residents. */
export function briefingLines({ areaName, now, counts, late, today }: Day): string[] {
  const line = (card: MatterCard): string =>
    `· ${card.title}（${card.step.label.zh}，等 ${card.waitsFor}，${card.dueText}）`;
  return [
    `${areaName}今日简报 ${dayName(now, now)}`,
    `在办 ${counts.open} 件，逾期 ${counts.late} 件，今天到期 ${counts.today} 件`,
    `本周新增 ${counts.newThisWeek} 件，办结 ${counts.closedThisWeek} 件；本月按时办结 ${counts.onTimeThisMonth}/${counts.closedThisMonth} 件`,
    ...(late.length > 0 ? ['已逾期：', ...late.map(line)] : ['没有逾期的事']),
    ...(today.length > 0 ? ['今天到期：', ...today.map(line)] : []),
  ];
}
