import { canonical } from '#shared/canonical';
import { chainStart, linkText } from '#shared/chain';

/** An audit row, as it is sealed. */
export type AuditRow = {
  areaId: string;
  id: string;
  at: string;
  actorId: string;
  actorName: string;
  act: string;
  subject: string | null;
  detail: Record<string, unknown>;
};

/** What of a row is sealed: everything, as canonical JSON. */
export function contentOf({ areaId, id, at, actorId, actorName, act, subject, detail }: AuditRow): string {
  const held = { area: areaId, id, at, actor: actorId, actorName, act, subject, detail } as Parameters<
    typeof canonical
  >[0];
  return canonical(held);
}

export type Head = { n: number; hash: string };
export const noHead: Head = { n: 0, hash: chainStart };

/** The hash of the next link. `digest`: SHA-256 as 64 hex digits. */
export function nextHead(head: Head, content: string, digest: (text: string) => string): Head {
  const n = head.n + 1;
  return { n, hash: digest(linkText(head.hash, n, digest(content))) };
}

/**
 * Up to where every row is sealed: the number of a transaction, and within it the row. `server` tells one run of the database
 * server from another: a restored copy may count its transactions from elsewhere.
 */
export type Position = { server: string; arrived: string; areaId: string; id: string };
export type Place = Pick<Position, 'arrived' | 'areaId' | 'id'>;

const nobody = '00000000-0000-0000-0000-000000000000';
export const beginning: Place = { arrived: '0', areaId: nobody, id: nobody };

/** From where to look: the kept position, or the beginning where the server is another than the one it was kept for. */
export function startFrom(kept: Partial<Position>, server: string): Place {
  const { arrived, areaId, id } = kept;
  return kept.server === server && arrived && areaId && id ? { arrived, areaId, id } : beginning;
}

/** How far the position may move: never past a transaction that was still running, whose rows are yet to be seen. */
export function restAt(seen: Place, oldestRunning: string): Place {
  return BigInt(seen.arrived) < BigInt(oldestRunning) ? seen : { arrived: oldestRunning, areaId: nobody, id: nobody };
}

/** Whether one place lies beyond another. */
export function isBeyond(one: Place, other: Place): boolean {
  const [left, right] = [BigInt(one.arrived), BigInt(other.arrived)];
  if (left !== right) return left > right;
  return one.areaId === other.areaId ? one.id > other.id : one.areaId > other.areaId;
}

// ------------------------------------------------------------------------------------------------------------ the bundle

/** The first line of a bundle: which area, and the links it holds, those after `after` up to `through`. */
export function headLine(head: { area: string; name: string; after: number; before: string; through: number }): string {
  return `${canonical({ format: 'liren-audit-1', ...head })}\n`;
}

/** A link with the row it seals; the row stands in it letter by letter as it was hashed. */
export function rowLine({ n, hash }: Head, content: string): string {
  return `["row",${n},"${hash}",${content}]\n`;
}

/** The last line: how many links, the hash of the last, and the SHA-256 of all lines above. */
export function endLine(rows: number, head: string, sum: string): string {
  return `["end",${rows},"${head}","${sum}"]\n`;
}
