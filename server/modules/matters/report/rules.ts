import type { Field, Method, Values } from '#kernel-contract/workflow';

/** A place as screens send it: words, and where they know it the building or estate, a point, a lamp-post's code. */
export type PlaceValue = { label: string; areaId?: string; point?: [number, number]; spot?: string };

type Node = { id: string; level: string; estateId?: unknown };

/** Grid, estate and building of a spot of the tree. */
export function whereabouts(
  node: Node | null,
  ancestor: (level: 'grid' | 'estate' | 'building') => string | undefined,
): { gridId: string | null; estateId: string | null; buildingId: string | null } {
  const estate = typeof node?.estateId === 'string' ? node.estateId : undefined;
  return {
    gridId: ancestor('grid') ?? null,
    estateId: estate ?? ancestor('estate') ?? null,
    buildingId: ancestor('building') ?? null,
  };
}

/** Ids of the files a form names, whatever field they stand in. */
export function filesIn(method: Pick<Method, 'fields'>, form: Values): string[] {
  return Object.entries(form).flatMap(([id, value]) => (isFileField(method.fields[id]) ? listOf(value) : []));
}

function isFileField(field: Field | undefined): boolean {
  return field?.type === 'images' || field?.type === 'files' || field?.type === 'scan';
}

function listOf(value: unknown): string[] {
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one));
}
