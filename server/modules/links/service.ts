import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import { findOwned, requireReadable } from '#modules/matters/scope';
import type { Belongs, Link, LinkList, Linkables, NewLink } from './contract.ts';
import { doorOf, recordsLinked } from './reading/service.ts';
import * as rules from './rules.ts';
import { type LinkDoors } from './scope/service.ts';
import * as store from './store.ts';

type OfMatter = { areaId: string; number: string };

/** The matter for who may read it whole, by its number. */
async function readableMatter(reader: Reader, actor: Actor, doors: LinkDoors, which: OfMatter) {
  return requireReadable(doors.matters, actor, await findOwned(reader, doors.matters, actor, which)).row;
}

/** The links of a matter made by hand, and what may be linked. For who may read it. */
export async function listLinks(
  reader: Reader,
  actor: Actor,
  doors: LinkDoors,
  input: OfMatter & { now: Date },
): Promise<LinkList> {
  const row = await readableMatter(reader, actor, doors, input);
  const linked = await recordsLinked(reader, doors, { areaId: row.areaId, matterId: row.id, now: input.now });
  return {
    items: linked.flatMap(({ link, hops: [hop], door }): Link[] =>
      hop
        ? [
            {
              ...{ id: link.id, kind: door.kind, kindName: door.name, title: hop.title, line: hop.line },
              ...{ href: hop.href, why: link.why, at: link.at, byName: link.byName },
            },
          ]
        : [],
    ),
    kinds: doors.stories.map(({ kind, name }) => ({ kind, name })),
    can: doors.may(actor, 'link.write', row.areaId),
  };
}

/** Public records of one kind to choose from. Refused for an area that owns no records. */
export async function findLinkables(
  reader: Reader,
  doors: LinkDoors,
  input: { areaId: string; kind: string; q: string },
): Promise<Linkables> {
  const { id } = requireOwner(doors.matters.tree, input.areaId);
  return { items: await doorOf(doors, input.kind).find(reader, id, input.q) };
}

/**
 * Links a record with a matter by hand. Refused for a record of another area, for one that is not public, twice, and with itself.
 * Source: DESIGN 6 (one transaction, one area).
 */
export async function link(
  tx: Tx,
  actor: Actor,
  doors: LinkDoors,
  input: OfMatter & { link: NewLink },
): Promise<{ id: string }> {
  const row = await readableMatter(tx, actor, doors, input);
  const { kind, id: recordId, why } = input.link;
  if (kind === 'matter' && recordId === row.id) refuse(rules.notToItself);
  const [record] = await doorOf(doors, kind).ofRecords(tx, row.areaId, [recordId], tx.now);
  if (!record) return refuse(rules.recordUnknown);
  const id = tx.newId();
  const ends = [
    { kind: 'matter', id: row.id },
    { kind, id: recordId },
  ] as const;
  // Two matters stand in the order of their ids, so that they are linked once from whichever side.
  const [from, to] = kind === 'matter' && recordId < row.id ? [ends[1], ends[0]] : ends;
  const isNew = await store.insertLink(tx, {
    ...{ areaId: row.areaId, id, why, byId: actor.id, byName: actor.name },
    ...{ fromKind: from.kind, fromId: from.id, toKind: to.kind, toId: to.id },
  });
  if (!isNew) refuse(rules.linkedAlready);
  audit(tx, actor, { areaId: row.areaId, act: 'link.make', subject: row.number, detail: { kind, record: recordId } });
  return { id };
}

/** Ends a link with the reason, by a record of its own; the link stays readable. Refused twice. */
export async function endLink(
  tx: Tx,
  actor: Actor,
  doors: LinkDoors,
  input: { areaId: string; linkId: string; reason: string },
): Promise<void> {
  const { id: areaId } = requireOwner(doors.matters.tree, input.areaId);
  const which = { areaId, id: input.linkId };
  const found = (await store.readLink(tx, which)) ?? refuse(rules.linkUnknown);
  const ended = await store.insertEnd(tx, { ...which, reason: input.reason, byId: actor.id, byName: actor.name });
  if (!ended) refuse(rules.linkUnknown);
  const { fromId, toKind, toId } = found;
  audit(tx, actor, {
    areaId,
    act: 'link.end',
    subject: found.id,
    detail: { matter: fromId, kind: toKind, record: toId },
  });
}

export { linksOf, readBelongs, readStory } from './reading/service.ts';
export type { HopTold, LinkDoors, StoryDoor } from './scope/service.ts';
export type { Belongs };
