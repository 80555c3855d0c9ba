import { sha256 } from '#shared/digest';
import { uuidV7 } from '#shared/ids';
import type { AreaNode } from '#modules/areas';
import type { Areas, Community, District } from '../contract.ts';
import { buildingPoint } from '../ground.ts';
import { buildingKey, estateKey, gridKey, gridSuffixOf } from '../person.ts';

const madeAt = Date.parse('2025-01-01T00:00:00Z');

/** The id of a record of the demo city: the same for the same key on every machine. */
export function demoId(key: string, at = madeAt): string {
  const digest = sha256(`liren-demo/${key}`);
  return uuidV7(
    at,
    Uint8Array.from({ length: 16 }, (_, i) => Number.parseInt(digest.slice(i * 2, i * 2 + 2), 16)),
  );
}

/** The tree of the demo city, from the city to its buildings; ids by `demoId` of the area's key. */
export function areaNodes(areas: Areas): AreaNode[] {
  const city = node(null, 'city', areas.city.code, areas.city.name, { view: areas.map.view, note: areas.map.note });
  const nodes = [city];
  for (const [i, district] of areas.districts.entries()) nodes.push(districtNode(city, district, i));
  for (const [i, street] of areas.streets.entries()) {
    const district = areas.districts.find((one) => one.name === street.district);
    nodes.push({ ...node(find(nodes, district?.code ?? ''), 'street', street.code, street.name, {}), position: i });
  }
  for (const community of areas.communities) nodes.push(...communityNodes(nodes, areas, community));
  return nodes;
}

function find(nodes: AreaNode[], key: string): AreaNode {
  const found = nodes.find((one) => one.id === demoId(key));
  if (!found) throw new Error(`the demo city has no area ${key}`);
  return found;
}

function node(
  parent: AreaNode | null,
  level: AreaNode['level'],
  key: string,
  name: string,
  details: Record<string, unknown>,
): AreaNode {
  const id = demoId(key);
  const owns = level === 'city' || level === 'district' || level === 'street' || level === 'community';
  const code = /^[0-9]{12,18}$/.test(key) ? key : null;
  return {
    id,
    parentId: parent?.id ?? null,
    ownerId: owns ? id : (parent?.ownerId ?? id),
    level,
    code,
    name,
    fullName: `${parent?.fullName ?? ''}${name}`,
    path: [...(parent?.path ?? []), id],
    position: 0,
    letters: null,
    details,
  };
}

function districtNode(city: AreaNode, district: District, position: number): AreaNode {
  const polygon = district.cell.split(' ').map((pair) => pair.split(',').map(Number));
  const details = { polygon, labelAt: district.label, ...(district.invented ? { codeInvented: true } : {}) };
  return { ...node(city, 'district', district.code, district.name, details), position };
}

const officeHours = { from: '8:30', until: '17:30' };

function communityNodes(nodes: AreaNode[], areas: Areas, community: Community): AreaNode[] {
  const street = areas.streets.find((one) => one.name === community.street);
  const lampPosts = (community.lampPosts ?? []).map(([number, estate, building, where]) => ({
    code: String(number).padStart(3, '0'),
    label: `${estate} ${building} 号楼${where}`,
    areaId: demoId(
      buildingKey(community, community.estates.find(({ short }) => short === estate)?.name ?? estate, building),
    ),
  }));
  const details = {
    dot: community.dot,
    pilot: community.pilot,
    property: community.property,
    lampPosts,
    places: (community.spots ?? []).map((label) => ({ label })),
    hours: officeHours,
    telephone: '0533-0000 000',
    codeInvented: true,
  };
  const top = {
    ...node(find(nodes, street?.code ?? ''), 'community', community.code, community.name, details),
    letters: community.letters,
    position: community.pilot,
  };
  const estates = community.estates.map((estate, position) => ({
    ...node(top, 'estate', estateKey(community, estate.name), estate.name, {
      short: estate.short,
      built: estate.built,
      kind: estate.kind,
    }),
    position,
  }));
  const grids = community.grids.map((grid, position) => ({
    ...node(top, 'grid', gridKey(community, grid.suffix), grid.name, {}),
    position,
  }));
  const buildings = community.estates.flatMap((estate) =>
    Array.from({ length: estate.buildings }, (_, i) => buildingNode(community, estate, i + 1, grids, estates)),
  );
  return [top, ...estates, ...grids, ...buildings];
}

function buildingNode(
  community: Community,
  estate: Community['estates'][number],
  number: number,
  grids: AreaNode[],
  estates: AreaNode[],
): AreaNode {
  const grid = grids.find(
    (one) => one.id === demoId(gridKey(community, gridSuffixOf(community, estate.short, number))),
  );
  const estateId = estates.find((one) => one.name === estate.name)?.id;
  const point = buildingPoint(community, estate, number);
  const details = { estateId, units: estate.units, floors: estate.floors, point };
  return {
    ...node(grid ?? null, 'building', buildingKey(community, estate.name, number), `${number} 号楼`, details),
    position: number,
  };
}
