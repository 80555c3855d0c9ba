import type { Tx } from '#platform/database';

/** Moves what waits for one person, and what she handles, to another. Answers the matters it touched. */
export async function moveOpenWork(
  tx: Tx,
  areaId: string,
  fromUserId: string,
  to: { id: string; name: string },
): Promise<{ id: string; number: string }[]> {
  const moved = await tx.query<{ id: string; number: string }>(
    `select m.id, m.number from matters m where m.area_id = $1 and m.status = 'open'
       and (m.handler_id = $2 or exists (select 1 from matter_waits w where w.area_id = $1 and w.matter_id = m.id and w.actor = $3))
     order by m.id for no key update`,
    [areaId, fromUserId, `user:${fromUserId}`],
  );
  const ids = moved.map((row) => row.id);
  await tx.query(
    `insert into matter_waits (area_id, actor, matter_id, due_at)
     select area_id, $3, matter_id, due_at from matter_waits where area_id = $1 and actor = $2 and matter_id = any($4)
     on conflict (area_id, actor, matter_id) do nothing`,
    [areaId, `user:${fromUserId}`, `user:${to.id}`, ids],
  );
  await tx.query(`delete from matter_waits where area_id = $1 and actor = $2 and matter_id = any($3)`, [
    areaId,
    `user:${fromUserId}`,
    ids,
  ]);
  await tx.query(
    `update matters set handler_id = case when handler_id = $2 then $3 else handler_id end,
       handler_name = case when handler_id = $2 then $4 else handler_name end,
       fields = replace(fields::text, $5, $6)::jsonb, state = replace(state::text, $5, $6)::jsonb, version = version + 1, updated_at = $8
     where area_id = $1 and id = any($7)`,
    [areaId, fromUserId, to.id, to.name, `"user:${fromUserId}"`, `"user:${to.id}"`, ids, tx.now],
  );
  return moved;
}
