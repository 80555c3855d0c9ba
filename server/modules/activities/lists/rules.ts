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

type RecordedLine = Omit<Line, 'seats' | 'enrolled'> & {
  stateName: string;
  seriesName: string | null;
  edition: string;
  officer: string;
  themes: string[];
  large: boolean;
  broad: boolean;
  sessionCount: number;
  seats: number | null;
  enrolled: number;
  people: number;
  personTimes: number;
};

const yes = (holds: boolean): string => (holds ? '是' : '');

/** The columns of the office's list: 人 and 人次 stand apart and are never added. Source: X4, X9. */
export const sheetColumns: { heading: string; width: number; value(line: RecordedLine): string | number | null }[] = [
  ...exportColumns,
  { heading: '场次', width: 8, value: (line) => line.sessionCount },
  { heading: '到场人数（人）', width: 14, value: (line) => line.people },
  { heading: '到场人次', width: 10, value: (line) => line.personTimes },
  { heading: '较大规模', width: 10, value: (line) => yes(line.large) },
  { heading: '居民广泛参与', width: 14, value: (line) => yes(line.broad) },
  { heading: '主题', width: 24, value: (line) => line.themes.join('、') },
  { heading: '系列', width: 18, value: (line) => [line.seriesName ?? '', line.edition].filter(Boolean).join(' · ') },
  { heading: '专人', width: 12, value: (line) => line.officer },
  { heading: '状态', width: 12, value: (line) => line.stateName },
];
