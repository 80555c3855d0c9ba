import type { RegisterCount } from '#contract/registers';

const held = '是';
const left = '否';

const records = (count: RegisterCount, word: string): number =>
  count.parts.find((part) => part.word === word)?.records ?? 0;

/** A rate in words: 党组织覆盖率 92%，还差 2 条. */
export function flagText(count: RegisterCount): string {
  const missing = records(count, left);
  return `${count.label.zh} ${count.percent ?? 0}%${missing > 0 ? `，还差 ${missing} 条` : ''}`;
}

export type FigurePart = { word: string; records: number; part: string };

/** What a figure says, part by part; a rate has those that satisfy it and those that do not. */
export function partsOf(count: RegisterCount): FigurePart[] {
  if (!isRate(count))
    return count.parts.filter((part) => part.records > 0).map((part) => ({ ...part, part: part.word }));
  const [has, lacks] = count.target === null ? [held, '不是'] : ['已有', '还没有'];
  return [
    { word: has, records: records(count, held), part: held },
    { word: lacks, records: records(count, left), part: left },
  ];
}

/** A rate has exactly the parts yes and no. */
export function isRate(count: RegisterCount): boolean {
  return count.parts.length === 2 && count.parts[0]?.word === held && count.parts[1]?.word === left;
}
