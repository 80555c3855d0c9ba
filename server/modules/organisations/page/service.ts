import type { Reader } from '#platform/database';
import { requireOwner } from '#modules/areas';
import type { Body, PublicBodies, PublicBody } from '../contract.ts';
import { readAbove, readBodies } from '../review/service.ts';
import * as rules from '../rules.ts';
import type { OrganisationDoors } from '../scope/service.ts';

type PageDoors = Pick<OrganisationDoors, 'tree' | 'words' | 'sealer'>;

function toPublic({ id, kind, name, estateId, platform, reach, termTo, members }: Body): PublicBody {
  return {
    ...{ id, kind, name, estateId, platform, reach, termTo },
    members: members.map(({ post, name: shownName, partyMember, party, shown }) => ({
      ...{ post, name: shownName, party, partyMember: shown && partyMember },
    })),
  };
}

/**
 * Who works for us: the bodies of a community and of its estates with the names of those who agreed to be shown (others are
 * masked), and the party tree by its heads. Source: C26, C27.
 */
export async function readPublicBodies(
  reader: Reader,
  doors: PageDoors,
  input: { areaId: string; now: Date },
): Promise<PublicBodies> {
  const owner = requireOwner(doors.tree, input.areaId);
  const asked = { areaId: owner.id, now: input.now };
  const [items, above] = await Promise.all([readBodies(reader, doors, asked), readAbove(reader, doors, asked)]);
  const headOf = (body: Body): string | null =>
    rules.headOf(doors.words.kinds[body.body], body.members)[0]?.name ?? null;
  const placed = items.filter(({ level }) => level !== null);
  const others = items.filter(({ level }) => level === null);
  return {
    areaName: owner.name,
    community: others.filter(({ estateId }) => estateId === null).map(toPublic),
    tree: [
      ...(above ? [{ id: 'above', level: 1, ...above }] : []),
      ...placed.map((body) => ({ id: body.id, level: body.level ?? 0, name: body.name, head: headOf(body) })),
    ],
    estates: doors.tree.under(owner.id, 'estate').map(({ id, name }) => {
      const here = items.filter(({ estateId }) => estateId === id);
      const own = here.filter(({ level }) => level === null);
      const leaders = here.filter(({ level }) => level === null || level === 4);
      return {
        ...{ id, name, bodies: own.map(toPublic) },
        party: here.filter(({ level }) => level === 4).map((body) => body.name),
        platform: [...new Set(here.map(({ platform }) => platform).filter((platform) => platform !== ''))],
        leader: leaders.flatMap((body) => {
          const head = rules.headOf(doors.words.kinds[body.body], body.members).find(({ shown }) => shown);
          return head ? [`${body.kind}${head.post} ${head.name}`] : [];
        }),
      };
    }),
  };
}
