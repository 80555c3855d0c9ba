import { keepCopy } from '#platform/copies';
import type { Database } from '#platform/database';
import { readHolders, type HolderRow } from './store.ts';

/** Someone who holds a role at an area, as colleagues and residents may know them. */
export type Holder = HolderRow;
export type Recipient = Pick<HolderRow, 'userId' | 'wantsSms' | 'homeAreaId' | 'personId'>;

/** Who holds which role where, in memory; read again when a grant changes anywhere. */
export type Directory = {
  /** Holders of any of the roles at any of the areas, in the order they took office. */
  holders(roles: readonly string[], areaIds: readonly string[]): Holder[];
  /** How many people hold a role at an area that counts. */
  countWithin(counts: (areaId: string) => boolean): number;
  person(userId: string): { userId: string; name: string; face: string | null; roles: Holder[] } | undefined;
  /** How somebody who holds a role is told; undefined for everybody else. */
  recipient(userId: string): Recipient | undefined;
  reload(): Promise<void>;
  close(): Promise<void>;
};

export const grantsChannel = 'liren_grants';

export async function openDirectory(database: Database): Promise<Directory> {
  let byRoleAndArea = new Map<string, Holder[]>();
  let byUser = new Map<string, Holder[]>();
  const load = async (): Promise<void> => {
    const rows = await readHolders(database);
    byRoleAndArea = group(rows, (row) => `${row.role}@${row.areaId}`);
    byUser = group(rows, (row) => row.userId);
  };
  const { reload, close } = await keepCopy(database, grantsChannel, load);
  return {
    reload,
    close,
    holders: (roles, areaIds) =>
      roles.flatMap((role) => areaIds.flatMap((areaId) => byRoleAndArea.get(`${role}@${areaId}`) ?? [])),
    countWithin: (counts) => [...byUser.values()].filter((roles) => roles.some((held) => counts(held.areaId))).length,
    recipient: (userId) => byUser.get(userId)?.[0],
    person(userId) {
      const roles = byUser.get(userId);
      const first = roles?.[0];
      return first && { userId, name: first.name, face: first.face, roles };
    },
  };
}

function group<T>(rows: T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const rest = groups.get(key);
    if (rest) rest.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
