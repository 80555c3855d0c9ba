import type { Day, Period, Subject } from '#kernel-contract/duties';

type Late = { subject: Subject; duty: { label: { zh: string } }; due: { period: Period } };

const namedMax = 8;

const dayOf = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

const dayText = ({ from, to }: Period): string => (from === to ? dayOf(from) : `${dayOf(from)}至${dayOf(to)}`);

/** 第二网格没有做：每日巡察 · 3 项没有做：网格每日巡查 */
export function lateTitle(setName: string, late: readonly Late[]): string {
  const [first] = late;
  return late.length === 1 && first
    ? `${first.subject.label}没有做：${first.duty.label.zh}`
    : `${late.length} 项没有做：${setName}`;
}

/** Each period in words; a long list ends with how many more there are. */
export function lateBody(late: readonly Late[]): string {
  const lines = late
    .slice(0, namedMax)
    .map(({ subject, duty, due }) => `${dayText(due.period)} ${subject.label} ${duty.label.zh}`);
  const rest = late.length - lines.length;
  return `${lines.join('；')}${rest > 0 ? `；另有 ${rest} 项` : ''}。在“定期任务”里能看到全部。`;
}
