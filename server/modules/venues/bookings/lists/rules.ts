import { clockTime, shanghaiDate } from '#shared/time';
import { holderName, stateName } from '../rules.ts';

type Line = {
  venueName: string;
  startsAt: string;
  endsAt: string;
  state: string;
  holderKind: string;
  holderName: string;
  title: string;
  people: number | null;
  reason: string;
  checkedInAt: string | null;
};

/** The columns of the exported list of bookings. */
export const exportColumns: { heading: string; width: number; value(line: Line): string | number | null }[] = [
  { heading: '场地', width: 20, value: (line) => line.venueName },
  { heading: '日期', width: 12, value: (line) => shanghaiDate(line.startsAt) },
  { heading: '开始', width: 8, value: (line) => clockTime(line.startsAt) },
  { heading: '结束', width: 8, value: (line) => clockTime(line.endsAt) },
  { heading: '状态', width: 12, value: (line) => stateName(line.state) },
  { heading: '谁用', width: 8, value: (line) => holderName(line.holderKind) },
  { heading: '名称', width: 18, value: (line) => line.holderName },
  { heading: '用途', width: 24, value: (line) => line.title },
  { heading: '人数', width: 8, value: (line) => line.people },
  { heading: '签到', width: 18, value: (line) => (line.checkedInAt ? momentOf(line.checkedInAt) : null) },
  { heading: '说明', width: 30, value: (line) => line.reason },
];

const momentOf = (instant: string): string => `${shanghaiDate(instant)} ${clockTime(instant)}`;
