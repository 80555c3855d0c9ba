import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireArea, type AreaNode, type AreaTree } from '../service.ts';
import type { AreaMap, Boundary, BoundariesSet } from './contract.ts';
import * as rules from './rules.ts';
import * as store from './store.ts';

const shownMost = 2000;

/** An area and what is drawn of those below it, as GeoJSON; the widest first, so that the small lie on top. */
export async function readAreaMap(reader: Reader, tree: AreaTree, areaId: string): Promise<AreaMap> {
  const area = requireArea(tree, areaId);
  const ids = [area.id, ...tree.below(area.id)].slice(0, shownMost * 5);
  const drawn = new Map((await store.readDrawn(reader, ids)).map((one) => [one.id, one]));
  const features = ids.flatMap((id): AreaMap['features'] => {
    const [node, one] = [tree.get(id), drawn.get(id)];
    if (!node || !one) return [];
    const { geometry, bbox, schematic } = one;
    const properties = { name: node.name, level: node.level, code: node.code, schematic };
    return [{ type: 'Feature', id, bbox, geometry, properties }];
  });
  const shown = features.slice(0, shownMost);
  return { type: 'FeatureCollection', bbox: rules.boxAround(shown.map((one) => one.bbox)), features: shown };
}

/** Draws the boundary of an area anew. Refused in a sentence when it is none. */
export async function setBoundary(
  tx: Tx,
  actor: Actor,
  tree: AreaTree,
  input: { areaId: string; geojson: unknown; schematic: boolean },
): Promise<AreaMap> {
  const area = requireArea(tree, input.areaId);
  const boundary = rules.readBoundary(input.geojson);
  if ('zh' in boundary) return refuse(boundary);
  await keepBoundaries(tx, [{ id: area.id, boundary, schematic: input.schematic }]);
  audit(tx, actor, { areaId: area.ownerId, act: 'area.draw', subject: `area:${area.id}` });
  return readAreaMap(tx, tree, area.id);
}

/** Draws areas as they are, checked before: for what is made, not typed. */
export async function keepBoundaries(
  tx: Tx,
  drawn: { id: string; boundary: Boundary; schematic: boolean }[],
): Promise<void> {
  await store.writeBoundaries(
    tx,
    drawn.map(({ id, boundary, schematic }) => ({ id, geometry: boundary, bbox: rules.boxOf(boundary), schematic })),
  );
}

/** Draws an area and those below it from one file, each found by its code or its name; says which were not found. */
export async function importBoundaries(
  tx: Tx,
  actor: Actor,
  tree: AreaTree,
  input: { areaId: string; geojson: unknown; schematic: boolean },
): Promise<BoundariesSet> {
  const area = requireArea(tree, input.areaId);
  const read = rules.readBoundaries(input.geojson);
  if ('zh' in read) return refuse(read);
  const nodes = [area.id, ...tree.below(area.id)].flatMap((id) => tree.get(id) ?? []);
  const found = read.map((one) => ({ ...one, node: nodeOf(nodes, one) }));
  const drawn = found.flatMap(({ node, boundary }) =>
    node ? [{ id: node.id, boundary, schematic: input.schematic }] : [],
  );
  await keepBoundaries(tx, [...new Map(drawn.map((one) => [one.id, one])).values()]);
  audit(tx, actor, {
    areaId: area.ownerId,
    act: 'area.draw',
    subject: `area:${area.id}`,
    detail: { count: drawn.length },
  });
  return {
    set: found.flatMap(({ node }) => (node ? [node.name] : [])),
    unknown: found.flatMap(({ node, name, code }) => (node ? [] : [name ?? code ?? '没有名字的一块'])),
  };
}

/** The one area that a code or a name means; nobody guesses between two of one name. */
function nodeOf(nodes: AreaNode[], named: rules.NamedBoundary): AreaNode | null {
  const byCode = named.code ? nodes.filter((node) => node.code === named.code) : [];
  const byName = named.name ? nodes.filter((node) => node.name === named.name || node.fullName === named.name) : [];
  const [first, second] = byCode.length > 0 ? byCode : byName;
  return first && !second ? first : null;
}

/** Takes the boundary of an area away. */
export async function deleteBoundary(tx: Tx, actor: Actor, tree: AreaTree, areaId: string): Promise<void> {
  const area = requireArea(tree, areaId);
  await store.writeBoundaries(tx, [{ id: area.id, geometry: null, bbox: null, schematic: false }]);
  audit(tx, actor, { areaId: area.ownerId, act: 'area.draw', subject: `area:${area.id}`, detail: { deleted: true } });
}
