import type { MatterCard } from '../contract.ts';
import { clockTime, shanghaiDate } from '#shared/time';

export type ExportColumn = { heading: string; width: number; value(card: MatterCard): string | number | null };

const moment = (instant: string | null): string | null =>
  instant ? `${shanghaiDate(instant)} ${clockTime(instant)}` : null;

/** The columns of the exported list: the same as on screen, every code in words. */
export const exportColumns: ExportColumn[] = [
  { heading: '编号', width: 26, value: (card) => card.number },
  { heading: '社区', width: 14, value: (card) => card.areaName },
  { heading: '工作法', width: 14, value: (card) => card.method.name.zh },
  { heading: '事项', width: 40, value: (card) => card.title },
  { heading: '类别', width: 12, value: (card) => card.category },
  { heading: '地点', width: 24, value: (card) => card.place },
  { heading: '网格', width: 12, value: (card) => card.grid?.name ?? null },
  { heading: '来源', width: 12, value: (card) => card.channelName },
  { heading: '状态', width: 10, value: (card) => card.statusName },
  { heading: '步骤', width: 10, value: (card) => card.step.label.zh },
  { heading: '时限', width: 16, value: (card) => card.dueText },
  { heading: '等谁办', width: 18, value: (card) => card.waitsFor },
  { heading: '提出时间', width: 18, value: (card) => moment(card.createdAt) },
  { heading: '办结时间', width: 18, value: (card) => moment(card.closedAt) },
  { heading: '满意度', width: 8, value: (card) => card.stars },
  { heading: '催办次数', width: 8, value: (card) => card.reminded },
];
