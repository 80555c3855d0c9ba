import { clockTime, shanghaiDate } from '#shared/time';
import { noticeKindNames, type Notice } from '../contract.ts';

type Line = {
  title: string;
  kind: string;
  affects: string;
  body: string;
  publishedAt: string;
  startsAt: string | null;
  endsAt: string | null;
};

const moment = (instant: string | null): string | null =>
  instant ? `${shanghaiDate(instant)} ${clockTime(instant)}` : null;

/** The columns of the exported list of notices. */
export const exportColumns: { heading: string; width: number; value(line: Line): string | null }[] = [
  { heading: '标题', width: 36, value: (line) => line.title },
  { heading: '类别', width: 12, value: (line) => noticeKindNames[line.kind as Notice['kind']] ?? line.kind },
  { heading: '影响范围', width: 20, value: (line) => line.affects },
  { heading: '发布时间', width: 18, value: (line) => moment(line.publishedAt) },
  { heading: '从', width: 18, value: (line) => moment(line.startsAt) },
  { heading: '到', width: 18, value: (line) => moment(line.endsAt) },
  { heading: '内容', width: 60, value: (line) => line.body },
];
