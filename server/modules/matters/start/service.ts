import { lettersFrom } from '#shared/ids';
import { refuse, type Refusal } from '#shared/refusal';
import type { Method } from '#kernel-contract/workflow';
import type { AreaNode } from '#modules/areas';
import type { MattersContext } from '../list/service.ts';

export type Random = (bytes: number) => Uint8Array;

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
