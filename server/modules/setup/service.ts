import { timingSafeEqual } from 'node:crypto';
import { system, type Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import type { DutyShelf } from '#kernel/duties/shelf';
import type { MethodShelf } from '#kernel/workflow/shelf';
import { createAccount } from '#modules/accounts';
import { isHeld } from '#modules/accounts/grants';
import type { Directory } from '#modules/accounts/directory';
import { foundCommunity, requireOwner, type AreaNode, type AreaTree } from '#modules/areas';
import { countPeople } from '#modules/people/households';
import type { Founding, Pack, SetupPage } from './contract.ts';
import type { PackFile, PackItem } from './packs/rules.ts';
import { checksOf, packUnknown, secretWrong, setupClosed } from './rules.ts';
import * as store from './store.ts';

export { loadPacks } from './packs/store.ts';
export type { PackFile } from './packs/rules.ts';

/** What this module is opened with; server/doors.ts hands it over. */
export type SetupDoors = {
  tree: AreaTree;
  directory: Directory;
  shelf: MethodShelf;
  duties: DutyShelf;
  packs: PackFile[];
  /** The code printed where the system was started, while it has no administrator. */
  secret(): string | null;
  countMatters(reader: Reader, areaId: string): Promise<{ open: number; closed: number }>;
  adopt(tx: Tx, actor: Actor, input: { areaId: string } & Pick<PackItem, 'kind' | 'id'>): Promise<unknown>;
};

const administrator = 'administrator';
// Until there are colleagues she does their work too.
const ownRoles = ['community-secretary', 'community-worker'];

/** Whether nobody administers this system yet. */
export async function isOpen(reader: Reader): Promise<boolean> {
  return !(await isHeld(reader, administrator));
}

/**
 * Founds a system: the community with the units above it, and the account of its first administrator, who is secretary and
 * worker of the community too. Refused without the printed code, with a code that is no community's, and once there is an
 * administrator; of two at once, one succeeds.
 */
export async function found(
  tx: Tx,
  doors: SetupDoors,
  input: { founding: Founding; passwordHash: string; random: (bytes: number) => Uint8Array },
): Promise<AreaNode> {
  const { founding, passwordHash, random } = input;
  refuseIf(isSecret(doors.secret(), founding.secret) ? null : secretWrong);
  await store.lockFounding(tx);
  refuseIf((await isOpen(tx)) ? null : setupClosed);
  const { code, city, district, street, community, name, username } = founding;
  const { top, owner } = await foundCommunity(tx, doors.tree, {
    code,
    names: { city, district, street, community },
    random,
  });
  const userId = await createAccount(tx, {
    username,
    name,
    passwordHash,
    homeAreaId: owner.id,
    grants: [...ownRoles.map((role) => ({ role, areaId: owner.id })), { role: administrator, areaId: top.id }],
  });
  audit(tx, { ...system, id: userId, name }, { areaId: owner.id, act: 'setup.found', subject: owner.id });
  return owner;
}

function isSecret(secret: string | null, typed: string): boolean {
  const [known, given] = [Buffer.from(secret ?? ''), Buffer.from(typed.toLowerCase().replace(/[\s-]/g, ''))];
  return known.length > 0 && known.length === given.length && timingSafeEqual(known, given);
}

/** The check list of a community, and the packs it may begin with. */
export async function readSetup(reader: Reader, doors: SetupDoors, areaId: string): Promise<SetupPage> {
  const { tree, directory, shelf } = doors;
  const area = requireOwner(tree, areaId);
  const people = await countPeople(reader, area.id);
  const { open, closed } = await doors.countMatters(reader, area.id);
  const grids = tree.under(area.id, 'grid');
  const adopted = new Set(
    shelf
      .originals()
      .map(({ method }) => method.id)
      .filter((id) => isAdopted(doors, area, { kind: 'method', id })),
  );
  const checks = checksOf({
    ...people,
    open,
    closed,
    grids: grids.map((grid) => ({
      name: grid.name,
      hasWorker: directory.holders(['grid-worker'], [grid.id]).length > 0,
    })),
    buildings: tree.under(area.id, 'building').length,
    methods: [...adopted],
    colleagues: directory.countWithin((id) => tree.covers(area.id, id)),
  });
  return {
    areaId: area.id,
    areaName: area.name,
    checks,
    packs: doors.packs.map((pack) => packOf(doors, pack, area)),
  };
}

type Item = Pick<PackItem, 'kind' | 'id'>;

function isAdopted({ shelf, duties }: SetupDoors, area: AreaNode, { kind, id }: Item): boolean {
  return kind === 'method' ? shelf.adoptionFor(area.path, id) !== null : duties.inForce(area.path, id) !== null;
}

function nameOf({ shelf, duties }: SetupDoors, { kind, id }: Item): string {
  return (kind === 'method' ? shelf.original(id)?.method.name.zh : duties.original(id)?.set.name.zh) ?? id;
}

function packOf(doors: SetupDoors, pack: PackFile, area: AreaNode): Pack {
  return {
    ...pack,
    items: pack.items.map((item) => ({
      ...item,
      name: nameOf(doors, item),
      adopted: isAdopted(doors, area, item),
    })),
  };
}

/** Adopts the methods and duties of a pack that the community has not adopted yet, as the library has them. */
export async function adoptPack(
  tx: Tx,
  doors: SetupDoors,
  actor: Actor,
  input: { areaId: string; pack: string },
): Promise<{ adopted: number }> {
  const area = requireOwner(doors.tree, input.areaId);
  const pack = doors.packs.find((one) => one.id === input.pack) ?? refuse(packUnknown);
  const missing = pack.items.filter((item) => !isAdopted(doors, area, item));
  for (const { kind, id } of missing) await doors.adopt(tx, actor, { areaId: area.id, kind, id });
  audit(tx, actor, { areaId: area.id, act: 'pack.adopt', subject: pack.id, detail: { count: missing.length } });
  return { adopted: missing.length };
}
