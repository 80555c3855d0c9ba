import type { Reader, Tx } from '#platform/database';
import type { Floor } from '../../settings/floor/contract.ts';

/** What an area asks of a method in its subtree, since when and by whom. */
export type Binding = {
  areaId: string;
  id: string;
  method: string;
  required: boolean;
  reason: string;
  boundAt: string;
  boundBy: string;
  boundByName: string;
  floors: Floor[];
};

/** The bindings in force of some areas, for one method or for all. */
export async function readBindings(reader: Reader, areaIds: readonly string[], method?: string): Promise<Binding[]> {
  return reader.query<Binding>(
    `select b.area_id as "areaId", b.id, b.method, b.required, b.reason, b.bound_at as "boundAt", b.bound_by as "boundBy",
       b.bound_by_name as "boundByName",
       coalesce((select jsonb_agg(jsonb_build_object('place', f.place, 'rule', f.rule, 'value', f.value, 'label', f.label)
                   order by f.place, f.rule)
                 from method_floors f where f.area_id = b.area_id and f.binding_id = b.id), '[]'::jsonb) as floors
     from method_bindings b
     where b.area_id = any($1) and b.ended_at is null and ($2::text is null or b.method = $2)
     order by array_position($1::uuid[], b.area_id), b.method`,
    [areaIds, method ?? null],
    'shelf.bindings',
  );
}

export async function endBinding(tx: Tx, areaId: string, method: string): Promise<void> {
  await tx.query(`update method_bindings set ended_at = $3 where area_id = $1 and method = $2 and ended_at is null`, [
    areaId,
    method,
    tx.now,
  ]);
}

export async function insertBinding(tx: Tx, row: Binding): Promise<void> {
  await tx.query(
    `insert into method_bindings (area_id, id, method, required, reason, bound_at, bound_by, bound_by_name)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.areaId, row.id, row.method, row.required, row.reason, row.boundAt, row.boundBy, row.boundByName],
  );
  for (const floor of row.floors) {
    await tx.query(
      `insert into method_floors (area_id, binding_id, place, rule, value, label) values ($1, $2, $3, $4, $5, $6)`,
      [row.areaId, row.id, floor.place, floor.rule, JSON.stringify(floor.value), floor.label],
    );
  }
}
