import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import {
  findMatter,
  relationsOf,
  waitsForOneOf,
  type MatterRow,
  type Performer,
  type Surroundings,
} from '#kernel/workflow';
import { requireOwner } from '#modules/areas';
import { refuse, type Refusal } from '#shared/refusal';
import { nameOfKey, roleLevels, scopeTree, type MattersContext } from '../list/service.ts';
import { keysOf, locateKey, mayReadWhole, standingOf, waitingKeysOf, type Standing } from './rules.ts';

/** What the engine and the store need to know of the world around one matter. */
export function surroundingsOf(context: MattersContext): Surroundings {
  const tree = scopeTree(context.tree);
  const levels = roleLevels(context);
  return {
    calendar: context.shelf.calendar,
    sealer: context.sealer,
    locate: (key, row) => locateKey(tree, key, row, levels, context.shelf.names.members),
    nameOf: (key) => nameOfKey(context, key, { reporterId: null }),
  };
}

/** The actor as the engine sees her, with the title she acts under. */
export function performerOf(context: MattersContext, actor: Actor, row: MatterRow | null, areaId: string): Performer {
  const keys = keysOf(scopeTree(context.tree), actor, row, areaId, context.shelf.names.members);
  return { id: actor.id, name: actor.name, keys, title: titleOf(context, actor, keys) };
}

/** The title one acts under: 第一网格网格员 · 社区工作者 · 提出人. */
function titleOf(context: MattersContext, actor: Actor, keys: string[]): string {
  const held = actor.grants.find((grant) => keys.includes(`role:${grant.role}`));
  if (!held) return keys.includes('reporter') ? '提出人' : '居民';
  const at = context.tree.get(held.areaId);
  const label = context.shelf.names.roles[held.role]?.label.zh ?? '';
  return at?.level === 'grid' ? `${at.name}${label}` : label;
}

/** How near the actor stands to a matter. */
export async function standingTo(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  row: MatterRow,
  keys: string[],
): Promise<Standing> {
  const relations = await relationsOf(reader, row.areaId, row.id, actor.id);
  const mine = waitingKeysOf(scopeTree(context.tree), actor, row.areaId, roleLevels(context));
  const waits =
    keys.some((key) => row.state.handlers.includes(key)) || (await waitsForOneOf(reader, row.areaId, row.id, mine));
  const spots = [row.areaId, row.gridId, row.estateId, row.buildingId].filter((id) => id !== null);
  return standingOf({
    actor,
    keys,
    relations,
    waiting: waits,
    mayReadArea: spots.some((id) => context.may(actor, 'matter.read', id)),
    livesHere: actor.homeAreaId === row.areaId,
    matter: row,
  });
}

export const matterUnknown: Refusal = {
  code: 'matter.unknown',
  status: 404,
  zh: '没有找到这件事。请核对编号，或者从“我的事”里打开。',
  en: 'There is no such matter in this area.',
};

export const matterClosedToYou: Refusal = {
  code: 'matter.closed-to-you',
  status: 403,
  zh: '这件事只有提出人和经办人能看。有需要请联系社区。',
  en: 'Only the reporter and the handlers may see this matter.',
};

/** A matter by its number. Refused when there is no such area, or records are not its own. */
export async function findOwned(
  reader: Reader,
  context: MattersContext,
  input: { areaId: string; number: string },
): Promise<MatterRow | null> {
  return findMatter(reader, requireOwner(context.tree, input.areaId).id, input.number);
}

/** The standing of an actor who may read the whole matter; refused for everybody else. */
export async function requireReadable(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  row: MatterRow | null,
): Promise<{ row: MatterRow; performer: Performer; standing: Standing }> {
  if (!row) return refuse(matterUnknown);
  const performer = performerOf(context, actor, row, row.areaId);
  const standing = await standingTo(reader, context, actor, row, performer.keys);
  if (!mayReadWhole(row.visible, standing)) refuse(matterClosedToYou);
  return { row, performer, standing };
}

/** Whether an actor may read the whole matter: for what belongs to it, such as its pictures. */
export async function mayReadMatter(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  row: MatterRow,
): Promise<boolean> {
  const { keys } = performerOf(context, actor, row, row.areaId);
  return mayReadWhole(row.visible, await standingTo(reader, context, actor, row, keys));
}
