import { violatedConstraint, type Reader, type Tx } from '#platform/database';

export type ViewRow = {
  id: string;
  holder: string;
  name: string;
  query: Record<string, string>;
  columns: string[];
  madeByName: string;
  isStart: boolean;
};

const columns = `v.id, v.holder, v.name, v.query, v.columns, v.made_by_name as "madeByName",
  exists (select 1 from saved_view_starts s where s.area_id = v.area_id and s.user_id = $3 and s.list = v.list and s.view_id = v.id) as "isStart"`;

/** One's own views of a list, then the area's, each in the order they were made. */
export function readViews(reader: Reader, asked: { areaId: string; list: string; userId: string }): Promise<ViewRow[]> {
  return reader.query<ViewRow>(
    `select ${columns} from saved_views v where v.area_id = $1 and v.list = $2 and v.holder in ($3, 'area')
     order by v.holder = 'area', v.created_at, v.id`,
    [asked.areaId, asked.list, asked.userId],
  );
}

export async function readView(
  reader: Reader,
  asked: { areaId: string; viewId: string; userId: string },
): Promise<ViewRow | null> {
  const rows = await reader.query<ViewRow>(
    `select ${columns} from saved_views v where v.area_id = $1 and v.id = $2 and v.holder in ($3, 'area')`,
    [asked.areaId, asked.viewId, asked.userId],
  );
  return rows[0] ?? null;
}

export type NewViewRow = {
  areaId: string;
  id: string;
  list: string;
  holder: string;
  name: string;
  query: Record<string, string>;
  columns: string[];
  madeBy: string;
  madeByName: string;
};

/** Adds a view; false when its holder has one of this name. */
export async function insertView(tx: Tx, row: NewViewRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into saved_views (area_id, id, list, holder, name, query, columns, made_by, made_by_name, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict on constraint saved_views_name_key do nothing returning id`,
    [
      row.areaId,
      row.id,
      row.list,
      row.holder,
      row.name,
      JSON.stringify(row.query),
      row.columns,
      row.madeBy,
      row.madeByName,
      tx.now,
    ],
  );
  return rows.length > 0;
}

/** Changes a view; false when its holder has another of this name. */
export async function updateView(
  tx: Tx,
  areaId: string,
  view: Pick<ViewRow, 'id' | 'name' | 'query' | 'columns'>,
): Promise<boolean> {
  try {
    await tx.attempt(() =>
      tx.query(`update saved_views set name = $3, query = $4, columns = $5 where area_id = $1 and id = $2`, [
        areaId,
        view.id,
        view.name,
        JSON.stringify(view.query),
        view.columns,
      ]),
    );
    return true;
  } catch (error) {
    if (violatedConstraint(error) !== 'saved_views_name_key') throw error;
    return false;
  }
}

export async function deleteView(tx: Tx, areaId: string, viewId: string): Promise<void> {
  await tx.query('delete from saved_views where area_id = $1 and id = $2', [areaId, viewId]);
}

/** With which view somebody's list begins from here on; null: with none. */
export async function keepStart(
  tx: Tx,
  start: { areaId: string; userId: string; list: string; viewId: string | null },
): Promise<void> {
  const { areaId, userId, list, viewId } = start;
  if (viewId === null) {
    await tx.query('delete from saved_view_starts where area_id = $1 and user_id = $2 and list = $3', [
      areaId,
      userId,
      list,
    ]);
    return;
  }
  await tx.query(
    `insert into saved_view_starts (area_id, user_id, list, view_id) values ($1, $2, $3, $4)
     on conflict (area_id, user_id, list) do update set view_id = excluded.view_id`,
    [areaId, userId, list, viewId],
  );
}
