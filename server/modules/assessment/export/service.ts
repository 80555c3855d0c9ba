import { momentName } from '#shared/time';
import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import type { StandardItem } from '../contract.ts';
import type { AssessmentContext } from '../facts/service.ts';
import { readSheet } from '../sheet/service.ts';

export type Line = { group: string; item: StandardItem; now: Date };

type Column = { heading: string; width: number; value(line: Line): string | number | null };

const behindName = ({ item }: Line): string =>
  item.behind
    .filter(({ counts }) => counts)
    .map(({ title, detail }) => `${title}（${detail}）`)
    .join('；')
    .slice(0, 2000);

const saidName = ({ item, now }: Line): string =>
  item.entries
    .filter(({ withdrawn }) => !withdrawn)
    .map(
      ({ verdict, words, by, at }) => `${verdict ? `评为“${verdict}”：` : ''}${words}（${by} ${momentName(at, now)}）`,
    )
    .join('；');

/** The columns of the exported self-assessment: as on screen, every code in words. */
export const sheetColumns: Column[] = [
  { heading: '编号', width: 8, value: ({ item }) => item.id },
  { heading: '标准', width: 12, value: ({ group }) => group },
  { heading: '条目', width: 34, value: ({ item }) => item.name },
  { heading: '原文', width: 44, value: ({ item }) => item.quote },
  { heading: '现在', width: 24, value: ({ item }) => item.value },
  { heading: '要求', width: 30, value: ({ item }) => item.threshold },
  { heading: '差多少', width: 24, value: ({ item }) => (item.state === 'met' ? null : item.gap) },
  { heading: '情况', width: 12, value: ({ item }) => item.stateName },
  { heading: '算了哪些记录', width: 60, value: behindName },
  { heading: '评定与佐证', width: 60, value: saidName },
];

/** The self-assessment to be carried away; who did so is recorded. */
export async function* exportSheet(
  tx: Tx,
  actor: Actor,
  context: AssessmentContext,
  asked: { areaId: string; standard: string; year?: number | undefined; now: Date },
): AsyncGenerator<Line> {
  const sheet = await readSheet(tx, actor, context, asked);
  const { areaId, year, standard } = sheet;
  audit(tx, actor, { areaId, act: 'standard.export', subject: standard.id, detail: { year } });
  for (const { name, items } of sheet.groups) for (const item of items) yield { group: name, item, now: asked.now };
}
