import { requireOwner, spotLabel, type AreaNode, type AreaTree } from '#modules/areas';
import type { Roster } from '#modules/messages';
import { refuse } from '#shared/refusal';
import type { ContactCard, DoorNotice } from './contract.ts';
import * as rules from './rules.ts';

export type ContactDoors = { tree: AreaTree; roster: Roster };

/**
 * The contact card of a place: its grid's worker, or the community's office where no grid is known. Public: work numbers
 * and office hours only. Refused when the building lies in another community. Source: C28.
 */
export function readContactCard(
  doors: ContactDoors,
  input: { areaId: string; placeId: string | null; now: Date },
): ContactCard {
  const { tree, roster } = doors;
  const area = requireOwner(tree, input.areaId);
  const grid = input.placeId ? gridOf(tree, area, input.placeId) : onlyGrid(tree, area);
  const worker = grid ? roster.holders(['grid-worker'], [grid.id])[0] : undefined;
  const hours = rules.readHours(grid?.details.hours ?? area.details.hours);
  const mine = hours && worker?.dutyUntil ? { ...hours, until: worker.dutyUntil } : hours;
  const office = textOf(area.details.telephone);
  return {
    areaId: area.id,
    areaName: area.name,
    grid: grid ? { id: grid.id, name: grid.name } : null,
    worker: worker ? { name: worker.name, face: worker.face } : null,
    looksAfter: grid ? (textOf(grid.details.looksAfter) ?? rules.looksAfterName(buildingsOf(tree, grid))) : area.name,
    hours: rules.hoursName(mine),
    onDutyUntil: rules.onDutyUntil(mine, input.now),
    telephone: worker?.workPhone ?? textOf(grid?.details.telephone) ?? office,
    officeTelephone: office,
    emergency: rules.emergencyNumbers,
  };
}

/** The notice for the hall of each building of a community, or of one grid or building in it. Source: C28. */
export function listDoorNotices(
  doors: ContactDoors,
  input: { areaId: string; within: string | null; address: string; now: Date },
): DoorNotice[] {
  const { tree } = doors;
  const area = requireOwner(tree, input.areaId);
  const within = input.within ?? area.id;
  return tree
    .under(area.id, 'building')
    .filter((building) => tree.covers(within, building.id))
    .map((building) => ({
      buildingId: building.id,
      label: spotLabel(tree, building),
      url: `${input.address}/report?area=${area.code ?? area.id}&building=${building.id}`,
      contact: readContactCard(doors, { areaId: area.id, placeId: building.id, now: input.now }),
    }));
}

function gridOf(tree: AreaTree, area: AreaNode, placeId: string): AreaNode | undefined {
  if (!tree.covers(area.id, placeId)) {
    refuse({
      code: 'contact.place-elsewhere',
      status: 404,
      zh: '这栋楼不在这个社区里。请重新选楼栋。',
      en: 'This building does not lie in this community.',
    });
  }
  return tree.ancestorAt(placeId, 'grid');
}

function onlyGrid(tree: AreaTree, area: AreaNode): AreaNode | undefined {
  const grids = tree.under(area.id, 'grid');
  return grids.length === 1 ? grids[0] : undefined;
}

function buildingsOf(tree: AreaTree, grid: AreaNode): rules.NamedBuilding[] {
  return tree.under(grid.id, 'building').map((building) => {
    const estateId = building.details.estateId;
    const estate = typeof estateId === 'string' ? tree.get(estateId) : undefined;
    return { name: building.name, estate: estate?.name ?? '' };
  });
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
