import type { DutyCounts, DutyCoverage } from '#contract/duties';

/** How a cell of the coverage reads: its state, and a word for it; several duties of a day read as 2／3. */
export function cellOf(counts: DutyCounts): {
  state: 'done' | 'late' | 'open' | 'excused' | 'part' | 'none';
  word: string;
} {
  const { due, done, late, open, excused } = counts;
  if (due === 0) return excused > 0 ? { state: 'excused', word: '请假' } : { state: 'none', word: '' };
  const several = due > 1 ? `${done}／${due}` : null;
  if (done === due) return { state: 'done', word: several ?? '做了' };
  if (late > 0) return { state: 'late', word: several ?? '没做' };
  return { state: done > 0 ? 'part' : 'open', word: several ?? (open > 0 ? '还没做' : '') };
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '—' : `${Math.round((part / whole) * 100)}%`;
}

const dayName = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** The last day in one sentence, and what is missing of the day before: 今天 4 个网格，做全的 3 个；前一天有 1 个没做全. */
export function headSentence({ days, subjectName }: Pick<DutyCoverage, 'days' | 'subjectName'>, today: string): string {
  const [before, last] = [days.at(-2), days.at(-1)];
  if (!last) return '';
  const day = last.day === today ? '今天' : dayName(last.day);
  const counted = last.of > 0 ? `${day} ${last.of} 个${subjectName}，做全的 ${last.covered} 个` : `${day}没有到期的`;
  const missed = before ? before.of - before.covered : 0;
  return missed > 0 ? `${counted}；前一天有 ${missed} 个没做全` : counted;
}
