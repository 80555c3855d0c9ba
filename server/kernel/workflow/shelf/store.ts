import { violatedConstraint, type Reader, type Tx } from '#platform/database';
import { refuse } from '#shared/refusal';
import type { Json, Values } from '../contract.ts';

export type DefinitionRow = {
  hash: string;
  kind: string;
  id: string;
  version: number;
  baseHash: string | null;
  settings: Values;
  content: Json;
  name: string;
  createdAt: string;
};

const definitionColumns = `hash, kind, id, version, base_hash as "baseHash", settings, content, name, created_at as "createdAt"`;

export async function findDefinition(reader: Reader, hash: string): Promise<DefinitionRow | null> {
  const rows = await reader.query<DefinitionRow>(`select ${definitionColumns} from definitions where hash = $1`, [
    hash,
  ]);
  return rows[0] ?? null;
}

/** The hash of a version of the library itself, kept since it was first there. */
export async function findOriginal(reader: Reader, id: string, version: number): Promise<string | null> {
  const rows = await reader.query<{ hash: string }>(
    `select hash from definitions where kind = 'method' and id = $1 and version = $2 and base_hash is null`,
    [id, version],
  );
  return rows[0]?.hash ?? null;
}

/** Keeps a definition under its hash. The same version of a library file with another content is refused. */
export async function keepDefinition(tx: Reader, row: DefinitionRow): Promise<void> {
  try {
    await tx.query(
      `insert into definitions (hash, kind, id, version, base_hash, settings, content, name, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (hash) do nothing`,
      [
        row.hash,
        row.kind,
        row.id,
        row.version,
        row.baseHash,
        JSON.stringify(row.settings),
        JSON.stringify(row.content),
        row.name,
        row.createdAt,
      ],
    );
  } catch (error) {
    if (violatedConstraint(error) !== 'definitions_original_key') throw error;
    refuse({
      code: 'library.version-reused',
      status: 409,
      zh: `工作法 ${row.id} 第 ${row.version} 版已经存过，内容却不一样。改了内容请把 version 加 1。`,
      en: `${row.id} version ${row.version} is stored with another content. Raise its version.`,
    });
  }
}

export type AdoptionKind = 'method' | 'duties' | 'standard' | 'register';

export type AdoptionRow = {
  areaId: string;
  id: string;
  method: string;
  definitionHash: string;
  settings: Values;
  binding: string[];
  /** The definition its settings stand on; rows from before this was kept have none. */
  basedOn?: string | null;
  adoptedFrom: string | null;
  adoptedAt: string;
  adoptedBy: string;
};

const adoptionColumns = `area_id as "areaId", id, method, definition_hash as "definitionHash", settings, binding, based_on as "basedOn",
  adopted_from as "adoptedFrom", adopted_at as "adoptedAt", adopted_by as "adoptedBy"`;

/** Every adoption of a kind of library file in force: small, kept in memory. */
export function readLiveAdoptions(reader: Reader, kind: AdoptionKind): Promise<AdoptionRow[]> {
  return reader.query<AdoptionRow>(`select ${adoptionColumns} from adoptions where kind = $1 and ended_at is null`, [
    kind,
  ]);
}

/** The nearest area of a path that has ever run a definition changed from its original; nobody for an original. */
export async function findVariantArea(reader: Reader, path: readonly string[], hash: string): Promise<string | null> {
  const rows = await reader.query<{ areaId: string }>(
    `select a.area_id as "areaId" from adoptions a join definitions d on d.hash = a.definition_hash
     where a.area_id = any($1) and a.definition_hash = $2 and d.base_hash is not null
     order by array_position($1::uuid[], a.area_id) desc limit 1`,
    [path, hash],
    'shelf.variant-area',
  );
  return rows[0]?.areaId ?? null;
}

export async function replaceAdoption(tx: Tx, row: AdoptionRow, kind: AdoptionKind = 'method'): Promise<void> {
  await tx.query(
    `update adoptions set ended_at = $3 where area_id = $1 and method = $2 and kind = $4 and ended_at is null`,
    [row.areaId, row.method, tx.now, kind],
  );
  await tx.query(
    `insert into adoptions (area_id, id, method, definition_hash, settings, binding, adopted_from, adopted_at, adopted_by, kind,
       based_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.areaId,
      row.id,
      row.method,
      row.definitionHash,
      JSON.stringify(row.settings),
      row.binding,
      row.adoptedFrom,
      row.adoptedAt,
      row.adoptedBy,
      kind,
      row.basedOn ?? null,
    ],
  );
}

export async function countRunning(reader: Reader, areaIds: string[], method: string): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*) from matters where area_id = any($1) and method = $2 and status = 'open'`,
    [areaIds, method],
  );
  return rows[0]?.count ?? 0;
}
