/**
 * The bundle of an area's audit chain, and how it is checked. It is a text file in UTF-8; every line ends with `\n`:
 *
 * 1. the head, canonical JSON: `{"after":n,"area":…,"before":hash,"format":"liren-audit-1","name":…,"through":n}`: the links after
 *    `after`, whose hash is `before` (64 zeros where there is none), up to `through`
 * 2. `["row",n,"hash",{…}]` for each link, by number. The object is what was done; the hash is the SHA-256 of the hash before, a
 *    line break, n, a line break and the SHA-256 of the object's text as it stands in the line
 * 3. `["end",rows,"hash","sum"]`: how many links, the hash of the last, the SHA-256 of all lines above
 *
 * Source: study/trust.md R10.
 */
import { chainStart, linkText } from './chain.ts';

export type AuditVerdict = {
  ok: boolean;
  reasons: string[];
  /** The number of the first link that does not hold, as written in its line; null when all hold. */
  firstBad: number | null;
  area: string;
  after: number;
  through: number;
  /** The hash of the last link, to be compared with what was written down elsewhere. */
  head: string;
};

type Head = { area: string; after: number; before: string; through: number };

const hashForm = /^[0-9a-f]{64}$/;
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function readHead(line: string): Head | null {
  const head = parse(line) as (Head & { format: string }) | null;
  if (head?.format !== 'liren-audit-1' || typeof head.area !== 'string') return null;
  if (!isCount(head.after) || !isCount(head.through) || !hashForm.test(head.before)) return null;
  return head;
}

type Row = { n: number; hash: string; content: string; area: unknown };

function readRow(line: string): Row | null {
  const [kind, n, hash, content] = (parse(line) ?? []) as [unknown, unknown, unknown, { area?: unknown }];
  if (kind !== 'row' || !isCount(n) || typeof hash !== 'string' || typeof content !== 'object') return null;
  const opening = `["row",${n},"${hash}",`;
  if (!line.startsWith(opening) || !line.endsWith('}]')) return null;
  return { n, hash, content: line.slice(opening.length, -1), area: content.area };
}

/**
 * Checks a bundle; with `published`, the hash of its last row as somebody wrote it down, also against that. `digest` is SHA-256 as
 * 64 hex digits. The reasons say in Chinese what does not hold.
 */
export function verifyAudit(
  text: string,
  digest: (text: string) => string,
  published: string | null = null,
): AuditVerdict {
  const lines = text.split('\n');
  const reasons: string[] = [];
  if (lines.pop() !== '') reasons.push('文件最后一行不完整，可能没有下载完。');
  const head = readHead(lines[0] ?? '');
  if (!head) {
    reasons.push('第 1 行不是日志链的开头。');
    return { ok: false, reasons, firstBad: null, area: '', after: 0, through: 0, head: '' };
  }
  const links = lines.slice(1, -1);
  const checked = checkLinks(head, links, digest);
  if (checked.firstBad !== null) reasons.push(`第 ${checked.firstBad} 条日志对不上：它被改过，或者它前面少了、多了。`);
  if (head.after === 0 && head.before !== chainStart) reasons.push('第 1 条日志前面不该还有别的。');
  const sum = digest(
    lines
      .slice(0, -1)
      .map((line) => `${line}\n`)
      .join(''),
  );
  const end = JSON.stringify(['end', links.length, checked.hash, sum]);
  if (lines.at(-1) !== end || head.through !== head.after + links.length) reasons.push('文件的条数或者校验码对不上。');
  if (published !== null && checked.hash !== published)
    reasons.push('最后一条的校验码和记下来的对不上：以前的日志被改写过。');
  const { area, after, through } = head;
  return { ok: reasons.length === 0, reasons, firstBad: checked.firstBad, area, after, through, head: checked.hash };
}

function checkLinks(
  head: Head,
  lines: readonly string[],
  digest: (text: string) => string,
): { hash: string; firstBad: number | null } {
  let hash = head.before;
  let n = head.after;
  for (const line of lines) {
    n += 1;
    const row = readRow(line);
    if (!row || row.n !== n || row.area !== head.area || row.hash !== digest(linkText(hash, n, digest(row.content))))
      return { hash, firstBad: row?.n ?? n };
    hash = row.hash;
  }
  return { hash, firstBad: null };
}
