import { clockTime, shanghaiDate } from '#shared/time';
import { activityKindNames, type Activity } from '../contract.ts';

type Line = {
  title: string;
  kind: string;
  place: string;
  host: string;
  startsAt: string;
  endsAt: string;
  seats: number | null;
  enrolled: number;
};

const moment = (instant: string): string => `${shanghaiDate(instant)} ${clockTime(instant)}`;

/** The columns of the exported list of activities. */
export const exportColumns: { heading: string; width: number; value(line: Line): string | number | null }[] = [
  { heading: '活动', width: 30, value: (line) => line.title },
  { heading: '类别', width: 12, value: (line) => activityKindNames[line.kind as Activity['kind']] ?? line.kind },
  { heading: '地点', width: 20, value: (line) => line.place },
  { heading: '主办', width: 18, value: (line) => line.host },
  { heading: '开始', width: 18, value: (line) => moment(line.startsAt) },
  { heading: '结束', width: 18, value: (line) => moment(line.endsAt) },
  { heading: '名额', width: 8, value: (line) => line.seats },
  { heading: '报名人数', width: 10, value: (line) => line.enrolled },
];
