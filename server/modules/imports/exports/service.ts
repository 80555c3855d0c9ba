import type { Actor } from '#shared/actor';
import type { Reader, Tx } from '#platform/database';
import type { SheetColumn } from '#platform/sheets';
import { audit } from '#kernel/audit';
import { listGrants } from '#modules/accounts/grants';
import type { Accounts } from '#modules/accounts';
import { requireOwner, type AreaNode, type AreaTree } from '#modules/areas';
import type { PeopleDoors } from '#modules/people';
import { readRoster, rosterScope } from '#modules/people/rosters';
import type { KindId } from '../contract.ts';
import { importKinds } from '../kinds/rules.ts';

export type Exported = Record<string, string | number | null | undefined>;

/** The columns under which a kind is brought in; what leaves under them can come back in. */
export function columnsOf(kind: KindId): SheetColumn<Exported>[] {
  return importKinds[kind].columns.map(({ id, heading, width }) => ({
    heading,
    width,
    value: (row) => row[id] ?? null,
  }));
}

/** The residents of a community, or of the grids an actor sees: in clear for who may and says why, else masked. Recorded. */
export function exportResidents(
  tx: Tx,
  actor: Actor,
  doors: PeopleDoors,
  input: { areaId: string; reason: string | null },
): AsyncGenerator<Exported> {
  const { areaId, reason } = input;
  const scope = rosterScope(actor, doors, input);
  const inClear = reason !== null;
  audit(tx, actor, { areaId, act: 'people.export', detail: { inClear, ...(inClear ? { reason } : {}) } });
  return residents(tx, doors, { areaId, scope, inClear });
}

async function* residents(
  reader: Reader,
  { tree, sealer }: PeopleDoors,
  input: Parameters<typeof readRoster>[2],
): AsyncGenerator<Exported> {
  for await (const { id: _id, label, gridId: _grid, buildingId, tags, ...rest } of readRoster(
    reader,
    { sealer },
    input,
  )) {
    const building = buildingId === null ? undefined : tree.get(buildingId);
    yield {
      ...rest,
      estate: building && estateOf(tree, building)?.name,
      building: building?.name,
      address: building ? null : label,
      tags: tags.join('、'),
    };
  }
}

function estateOf(tree: AreaTree, building: AreaNode): AreaNode | undefined {
  const named = building.details.estateId;
  return typeof named === 'string' ? tree.get(named) : tree.ancestorAt(building.id, 'estate');
}

/** The buildings of a community with the grid and the estate of each. */
export async function* exportPlaces(tree: AreaTree, areaId: string): AsyncGenerator<Exported> {
  for (const building of tree.under(requireOwner(tree, areaId).id, 'building')) {
    const { units, floors } = building.details as { units?: number; floors?: number };
    const [grid, estate] = [tree.ancestorAt(building.id, 'grid'), estateOf(tree, building)];
    yield { grid: grid?.name, estate: estate?.name, building: building.name, units, floors };
  }
}

export const staffColumns: SheetColumn<Exported>[] = [
  { heading: '姓名', width: 14, value: (row) => row['name'] ?? null },
  { heading: '用户名', width: 18, value: (row) => row['username'] ?? null },
  { heading: '角色', width: 16, value: (row) => row['role'] ?? null },
  { heading: '管哪里', width: 20, value: (row) => row['place'] ?? null },
  { heading: '任职从', width: 14, value: (row) => row['from'] ?? null },
];

/** Who holds which role at an area and below it. Recorded. */
export async function* exportStaff(tx: Tx, accounts: Accounts, areaId: string): AsyncGenerator<Exported> {
  for (const grant of await listGrants(tx, accounts, areaId))
    yield {
      name: grant.name,
      username: grant.username,
      role: grant.label,
      place: grant.areaName,
      from: new Date(grant.heldFrom).toISOString().slice(0, 10),
    };
}
