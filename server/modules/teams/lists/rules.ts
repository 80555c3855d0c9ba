import type { TeamReview } from '../contract.ts';

type Line = TeamReview['items'][number];

/** The columns of the exported list of teams. */
export const exportColumns: { heading: string; width: number; value(line: Line): string | number | null }[] = [
  { heading: '队伍', width: 24, value: (line) => line.name },
  { heading: '类别', width: 8, value: (line) => line.sort },
  { heading: '门类', width: 12, value: (line) => line.field },
  { heading: '现有人数', width: 10, value: (line) => line.members },
  { heading: '近12个月有活动的月数', width: 20, value: (line) => line.activeMonths },
  { heading: '常年开展', width: 10, value: (line) => (line.allYear ? '是' : '否') },
  { heading: '是否计入', width: 10, value: (line) => (line.counts ? '计入' : '不计入') },
  { heading: '为什么', width: 44, value: (line) => line.reason },
];
