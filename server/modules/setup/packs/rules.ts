import { packItemsMax } from '../rules.ts';

export type PackItem = { kind: 'method' | 'duties'; id: string; why: string };
export type PackFile = { id: string; name: string; fits: string; items: PackItem[] };

/** Reads a pack of the library. Answers what is wrong with the file as sentences. */
export function readPack(
  file: string,
  raw: unknown,
  known: Record<PackItem['kind'], readonly string[]>,
): { pack: PackFile; problems: string[] } {
  const { id, name, fits, items } = (raw ?? {}) as Partial<Record<keyof PackFile, unknown>>;
  const problems: string[] = [];
  const wrong = (sentence: string): void => void problems.push(`packs/${file}：${sentence}`);
  for (const [key, value] of Object.entries({ id, name, fits }))
    if (typeof value !== 'string' || value === '') wrong(`缺少“${key}”。`);
  if (typeof id === 'string' && `${id}.yaml` !== file) wrong(`文件名应该和 id 一样，写成 ${id}.yaml。`);
  const list = Array.isArray(items) ? (items as Record<string, unknown>[]) : [];
  if (list.length === 0) wrong('items 里至少要有一项。');
  if (list.length > packItemsMax)
    wrong(`起步包最多 ${packItemsMax} 项，现在有 ${list.length} 项。一开始少一点，用熟了再加。`);
  const read = list.map(readItem);
  for (const item of read) {
    if (!known[item.kind].includes(item.id)) wrong(`工作法库里没有“${item.id}”。`);
    if (item.why === '') wrong(`“${item.id}”没有写 why：为什么一开始就要它。`);
  }
  return { pack: { id: String(id), name: String(name), fits: String(fits), items: read }, problems };
}

function readItem(item: Record<string, unknown>): PackItem {
  const kind = item['method'] === undefined && item['duties'] !== undefined ? 'duties' : 'method';
  const { why } = item;
  return { kind, id: String(item[kind]), why: typeof why === 'string' ? why : '' };
}
