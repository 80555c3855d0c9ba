import { shanghaiDate } from '#shared/time';
import type { PublicityCard } from '../contract.ts';

/** The columns of the exported list of notices of publicity. */
export const exportColumns: { heading: string; width: number; value(line: PublicityCard): string | number | null }[] = [
  { heading: '公示', width: 40, value: (line) => line.title },
  { heading: '范围', width: 18, value: (line) => line.place },
  { heading: '天数', width: 8, value: (line) => line.days },
  { heading: '张贴日期', width: 14, value: (line) => line.postedAt && shanghaiDate(line.postedAt) },
  { heading: '公示期从', width: 14, value: (line) => line.from },
  { heading: '到（当天 24:00）', width: 16, value: (line) => line.to },
  { heading: '结果', width: 22, value: (line) => line.stateName },
  { heading: '异议（条）', width: 12, value: (line) => line.objections },
  { heading: '结束日期', width: 14, value: (line) => line.closedAt && shanghaiDate(line.closedAt) },
];
