import type { Actor } from '#shared/actor';
import type { Reader } from '#platform/database';
import { findMatter, type FoundMatter, type MatterRow, type Performer, type Surroundings } from '#kernel/workflow';
import { requireOwner } from '#modules/areas';
import { refuse, type Refusal } from '#shared/refusal';
import { nameOfKey, type MattersContext } from '../list/service.ts';
import { keysOf, locateKey, mayReadWhole, standingOf, waitingKeysOf, type Standing } from './rules.ts';

/** What the engine and the store need to know of the world around one matter. */
export function surroundingsOf(context: MattersContext): Surroundings {
  const { scope, roleLevels } = context;
  return {
    calendar: context.shelf.calendar,
    sealer: context.sealer,
    locate: (key, row) => locateKey(scope, key, row, roleLevels, context.shelf.names.members),
    nameOf: (key) => nameOfKey(context, key, { reporterId: null }),
  };
}

/** The actor as the engine sees her, with the title she acts under. */
export function performerOf(context: MattersContext, actor: Actor, row: MatterRow | null, areaId: string): Performer {
  const keys = keysOf(context.scope, actor, row, areaId, context.shelf.names.members);
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
function standingTo(context: MattersContext, actor: Actor, found: FoundMatter, keys: string[]): Standing {
  const { row, waits, relations } = found;
  const mine = waitingKeysOf(context.scope, actor, row.areaId, context.roleLevels);
  const spots = [row.areaId, row.gridId, row.estateId, row.buildingId].filter((id) => id !== null);
  return standingOf({
    actor,
    keys,
    relations,
    waiting: keys.some((key) => row.state.handlers.includes(key)) || waits.some((key) => mine.includes(key)),
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
  actor: Actor,
  input: { areaId: string; number: string },
): Promise<FoundMatter | null> {
  return findMatter(reader, requireOwner(context.tree, input.areaId).id, input.number, actor.id);
}

export type Readable<Found extends FoundMatter> = Found & { performer: Performer; standing: Standing };

/** The matter for an actor who may read it whole; refused for everybody else. */
export function requireReadable<Found extends FoundMatter>(
  context: MattersContext,
  actor: Actor,
  found: Found | null,
): Readable<Found> {
  if (!found) return refuse(matterUnknown);
  const { row } = found;
  const performer = performerOf(context, actor, row, row.areaId);
  const standing = standingTo(context, actor, found, performer.keys);
  if (!mayReadWhole(row.visible, standing)) refuse(matterClosedToYou);
  return { ...found, performer, standing };
}

/** Whether an actor may read the whole matter: for what belongs to it, such as its pictures. */
export function mayReadMatter(context: MattersContext, actor: Actor, found: FoundMatter): boolean {
  const { keys } = performerOf(context, actor, found.row, found.row.areaId);
  return mayReadWhole(found.row.visible, standingTo(context, actor, found, keys));
}
