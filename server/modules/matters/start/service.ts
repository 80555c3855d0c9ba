import { randomBytes } from 'node:crypto';
import type { Actor } from '#shared/actor';
import { lettersFrom } from '#shared/ids';
import { refuse, type Refusal } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { beginMatter, sealedPlace, type Birth, type Outcome } from '#kernel/workflow';
import type { Method, Values } from '#kernel-contract/workflow';
import { requireOwner, type AreaNode } from '#modules/areas';
import { announce } from '../announce/service.ts';
import type { MattersContext } from '../list/service.ts';
import { performerOf, surroundingsOf } from '../scope/service.ts';

export type Random = (bytes: number) => Uint8Array;

/**
 * Begins the matters that a step starts (转入另一工作法), in the same transaction and the same area. They wait in their
 * first step, or go through it when what they need has travelled along. Answers the outcome it was given.
 */
export async function followStarts(tx: Tx, context: MattersContext, actor: Actor, outcome: Outcome): Promise<Outcome> {
  const { row } = outcome;
  for (const start of outcome.starts) {
    const area = requireOwner(context.tree, row.areaId);
    const method = requireMethod(context, area, start.method);
    const birth: Birth = {
      areaId: row.areaId,
      gridId: row.gridId,
      estateId: row.estateId,
      buildingId: row.buildingId,
      reporterId: row.reporterId,
      reporterName: row.reporterName,
      registeredBy: row.registeredBy,
      householdId: row.householdId,
      channel: 'matter',
      parentId: row.id,
      areaCode: area.code ?? area.id.slice(-12),
      traceCode: newTraceCode(area, (bytes) => randomBytes(bytes)),
    };
    const performer = performerOf(context, actor, null, row.gridId ?? row.areaId);
    const started = await beginMatter(tx, {
      method,
      performer,
      event: { type: 'start', fields: { ...start.fields, ...unsealed(context, row, method) } },
      birth,
      surroundings: surroundingsOf(context),
    });
    await announce(tx, context, started, method);
  }
  return outcome;
}

/** The method in force for an area. Refused when there is none, or the area has not adopted it. */
export function requireMethod(context: MattersContext, area: AreaNode, id: string): Method {
  const method = context.shelf.inForce(area.path, id);
  if (method) return method;
  return refuse(context.shelf.original(id) ? notAdopted(id, area.name) : methodUnknown(id));
}

function methodUnknown(id: string): Refusal {
  return {
    code: 'method.unknown',
    status: 404,
    zh: `没有“${id.slice(0, 40)}”这个工作法。`,
    en: `There is no method ${id.slice(0, 40)}.`,
  };
}

function notAdopted(id: string, area: string): Refusal {
  return {
    code: 'method.not-adopted',
    status: 422,
    zh: `${area}还没有采用这个工作法。社区可以在“工作法”里采用。`,
    en: `${area} has not adopted ${id}.`,
  };
}

/** Four letters of the area and six by chance, so that the code finds its area by itself. */
export function newTraceCode(area: AreaNode, random: Random): string {
  return `${area.letters ?? 'aaaa'}${lettersFrom(random(6), 6)}`;
}

/** Sealed values travel too, into fields of the same name, where they are sealed anew. */
function unsealed(context: MattersContext, row: Outcome['row'], method: Method): Values {
  const shared = Object.entries(row.sealed).filter(([id]) => method.fields[id] !== undefined);
  return Object.fromEntries(shared.map(([id, sealed]) => [id, context.sealer.open(sealedPlace(row.id, id), sealed)]));
}
