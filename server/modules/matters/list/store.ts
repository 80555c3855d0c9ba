import type { Reader } from '#platform/database';
import { shanghaiInstant, addDays } from '#shared/time';
import type { MatterQuery } from '../contract.ts';

/** A matter as lists need it. */
export type CardRow = {
  areaId: string;
  id: string;
  number: string;
  method: string;
  definitionHash: string;
  title: string;
  category: string | null;
  place: string | null;
  step: string;
  status: 'open' | 'done' | 'refused' | 'withdrawn' | 'merged' | 'moved';
  visible: string;
  enteredAt: string;
  dueAt: string | null;
  pausedAt: string | null;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  gridId: string | null;
  buildingId: string | null;
  channel: string;
  handlerName: string | null;
  reporterId: string | null;
  householdId: string | null;
  fields: Record<string, unknown>;
  face: Record<string, unknown>;
  stars: number | null;
  reminded: number;
  supervised: boolean;
  traceCode: string;
  version: number;
  waits: string[];
};

export const cardColumns = `m.area_id as "areaId", m.id, m.number, m.method, m.definition_hash as "definitionHash", m.title, m.category, m.place,
  m.step, m.status, m.visible, m.entered_at as "enteredAt", m.due_at as "dueAt", m.paused_at as "pausedAt", m.created_at as "createdAt",
  m.updated_at as "updatedAt", m.closed_at as "closedAt", m.grid_id as "gridId", m.building_id as "buildingId", m.channel,
  m.handler_name as "handlerName", m.reporter_id as "reporterId", m.household_id as "householdId", m.fields, m.face, m.stars, m.reminded,
  m.supervised, m.trace_code as "traceCode", m.version`;

export type ListScope = {
  areaIds: string[];
  now: Date;
  userId: string;
  /** The household the asking person acts for, whose matters are hers too. */
  householdId: string | null;
  /** The elder's own account while the asking person acts for her. */
  elderUserId: string | null;
  /** Waiting keys that mean the asking person, for `mine=waiting`. */
  waitingKeys: string[];
  /** Steps aside from the main line of the methods asked for. */
  aside: string[];
  /** Restricted matters are listed only to those they wait for or who have to do with them. */
  mayReadArea: boolean;
  /** Inner areas (grids, estates, buildings) to stay within; null = the whole area. */
  within: string[] | null;
};

type Sort = { column: string; direction: 'asc' | 'desc'; nulls: string };
const sorts: Record<'due' | 'created' | 'closed', Sort> = {
  due: { column: `coalesce(m.due_at, 'infinity'::timestamptz)`, direction: 'asc', nulls: '' },
  created: { column: 'm.created_at', direction: 'desc', nulls: '' },
  closed: { column: 'm.closed_at', direction: 'desc', nulls: '' },
};

/** Conditions of a query, each with its values; the area is added by the caller. */
function conditionsOf(query: Partial<MatterQuery>, scope: ListScope, value: (v: unknown) => string): string[] {
  const where: string[] = [];
  const day = (date: string): Date => shanghaiInstant(date);
  if (query.method) where.push(`m.method = ${value(query.method)}`);
  if (query.step) where.push(`m.step = ${value(query.step)}`);
  if (query.sort === 'closed') where.push(`m.status <> 'open'`);
  if (query.status === 'open') where.push(`m.status = 'open'`);
  else if (query.status === 'ended') where.push(`m.status <> 'open'`);
  else if (query.status) where.push(`m.status = ${value(query.status)}`);
  if (query.category) where.push(`m.category = ${value(query.category)}`);
  if (query.grid) where.push(`m.grid_id = ${value(query.grid)}`);
  if (query.building) where.push(`m.building_id = ${value(query.building)}`);
  if (query.channel) where.push(`m.channel = ${value(query.channel)}`);
  if (query.supervised) where.push('m.supervised');
  if (query.stars) where.push(`m.stars = ${value(query.stars)}`);
  if (query.rated) where.push(`m.stars is ${query.rated === 'yes' ? 'not ' : ''}null`);
  if (query.satisfied) where.push(query.satisfied === 'yes' ? 'm.stars >= 4' : 'm.stars < 4');
  if (query.from) where.push(`m.created_at >= ${value(day(query.from))}`);
  if (query.to) where.push(`m.created_at < ${value(day(addDays(query.to, 1)))}`);
  if (query.closedFrom) where.push(`m.closed_at >= ${value(day(query.closedFrom))}`);
  if (query.closedTo) where.push(`m.closed_at < ${value(day(addDays(query.closedTo, 1)))}`);
  if (query.q) {
    const like = value(`%${query.q.replaceAll(/[\\%_]/g, '\\$&')}%`);
    where.push(`(m.words ilike ${like} or m.title ilike ${like} or m.number like ${like})`);
  }
  if (query.due) where.push(dueCondition(query.due, scope.now, value));
  if (query.onTime)
    where.push(
      `${query.onTime === 'yes' ? 'not ' : ''}exists (select 1 from matter_history h where h.area_id = m.area_id and h.matter_id = m.id and h.late)`,
    );
  if (query.inGrid)
    where.push(
      `${query.inGrid === 'yes' ? 'not ' : ''}exists (select 1 from matter_history h
        where h.area_id = m.area_id and h.matter_id = m.id and h.to_step = any(${value(scope.aside)}))`,
    );
  if (query.mine) where.push(mineCondition(query.mine, scope, value));
  if (query.actedFrom) where.push(actedCondition(day(query.actedFrom), scope, value));
  if (scope.within)
    where.push(
      `(m.area_id = any(${value(scope.within)}) or m.grid_id = any(${value(scope.within)}) or m.building_id = any(${value(scope.within)})
        or m.estate_id = any(${value(scope.within)}) or ${waitsForMe(scope, value)} or ${hasToDo(scope, value, ['handled', 'copied'])})`,
    );
  if (query.mine !== 'reported')
    where.push(
      `(m.visible <> 'restricted' or ${waitsForMe(scope, value)} or ${hasToDo(scope, value, ['handled', 'copied', 'reporter'])})`,
    );
  return where;
}

function dueCondition(due: 'late' | 'today' | 'later', now: Date, value: (v: unknown) => string): string {
  const endOfToday = new Date(
    shanghaiInstant(addDays(new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10), 1)),
  );
  const open = `m.status = 'open' and m.paused_at is null`;
  if (due === 'late') return `${open} and m.due_at < ${value(now)}`;
  if (due === 'today') return `${open} and m.due_at >= ${value(now)} and m.due_at <= ${value(endOfToday)}`;
  return `${open} and m.due_at > ${value(endOfToday)}`;
}

function waitsForMe(scope: ListScope, value: (v: unknown) => string): string {
  return `exists (select 1 from matter_waits w where w.area_id = m.area_id and w.matter_id = m.id and w.actor = any(${value(scope.waitingKeys)}))`;
}

function hasToDo(scope: ListScope, value: (v: unknown) => string, relations: string[]): string {
  return `exists (select 1 from matter_parties p where p.area_id = m.area_id and p.matter_id = m.id and p.user_id = ${value(scope.userId)} and p.relation = any(${value(relations)}))`;
}

function actedCondition(from: Date, scope: ListScope, value: (v: unknown) => string): string {
  return `exists (select 1 from matter_history h where h.area_id = m.area_id and h.matter_id = m.id and h.actor_id = ${value(scope.userId)} and h.kind = 'action' and h.at >= ${value(from)})`;
}

function mineCondition(
  mine: NonNullable<MatterQuery['mine']>,
  scope: ListScope,
  value: (v: unknown) => string,
): string {
  if (mine === 'waiting') return `m.status = 'open' and ${waitsForMe(scope, value)}`;
  if (mine === 'reported')
    return `(${hasToDo(scope, value, ['reporter'])} or m.visible <> 'restricted'
      and (m.household_id = ${value(scope.householdId)} or m.reporter_id = ${value(scope.elderUserId)}))`;
  if (mine === 'copied') return hasToDo(scope, value, ['copied']);
  if (mine === 'handled') return hasToDo(scope, value, ['handled']);
  return `m.status = 'open' and ${hasToDo(scope, value, ['handled'])} and not ${waitsForMe(scope, value)}`;
}

export type Cursor = { at: string; id: string };

/** Whether the matter `m` is listed to the asking person, or is hers: as a condition, its values numbered by `value`. */
export function mayReadCondition(scope: ListScope, isStaff: boolean, value: (v: unknown) => string): string {
  const hers = `${mineCondition('reported', scope, value)} or ${waitsForMe(scope, value)} or ${hasToDo(scope, value, ['handled', 'copied'])}`;
  const listed = isStaff
    ? conditionsOf({}, scope, value)
        .map((one) => `(${one})`)
        .join(' and ')
    : 'false';
  return `((${listed}) or ${hers})`;
}

/** One page of matters over one or many owning areas: the first rows of each area, merged. */
export function readCards(
  reader: Reader,
  scope: ListScope,
  query: MatterQuery,
  after: Cursor | null,
): Promise<CardRow[]> {
  const values: unknown[] = [scope.areaIds];
  const value = (v: unknown): string => `$${values.push(v)}`;
  const sort = sorts[query.sort ?? (query.status && query.status !== 'open' ? 'created' : 'due')];
  const where = conditionsOf(query, scope, value);
  const beyond = sort.direction === 'asc' ? '>' : '<';
  if (after) where.push(`(${sort.column}, m.id) ${beyond} (${value(after.at)}::timestamptz, ${value(after.id)}::uuid)`);
  const limit = value(query.limit + 1);
  const order = `${sort.column} ${sort.direction}, m.id ${sort.direction}`;
  const text = `select page.*, coalesce((select array_agg(w.actor) from matter_waits w where w.area_id = page."areaId" and w.matter_id = page.id), '{}') as waits
     from unnest($1::uuid[]) as area (id) cross join lateral (
       select ${cardColumns}, ${sort.column} as position from matters m
       where m.area_id = area.id${where.map((one) => ` and ${one}`).join('')} order by ${order} limit ${limit}
     ) page order by position ${sort.direction}, page.id ${sort.direction} limit ${limit}`;
  return reader.query<CardRow>(text, values, query.q ? undefined : shapeName(text));
}

/** Matters with a point, the newest first: those of each area, merged. */
export function readPoints(
  reader: Reader,
  scope: ListScope,
  query: MatterQuery,
): Promise<(CardRow & { point: [number, number] })[]> {
  const values: unknown[] = [scope.areaIds];
  const value = (v: unknown): string => `$${values.push(v)}`;
  const where = ['m.point is not null', ...conditionsOf(query, scope, value)].join(' and ');
  const limit = value(query.limit + 1);
  return reader.query(
    `select page.*, '{}'::text[] as waits from unnest($1::uuid[]) as area (id) cross join lateral (
       select ${cardColumns}, m.point from matters m where m.area_id = area.id and ${where}
       order by m.created_at desc, m.id desc limit ${limit}
     ) page order by page."createdAt" desc, page.id desc limit ${limit}`,
    values,
  );
}

const shapes = new Map<string, string>();
const shapesMost = 200;

/** The usual lists are prepared once per connection; beyond some hundred kinds of them they are not. */
function shapeName(text: string): string | undefined {
  const known = shapes.get(text);
  if (known || shapes.size >= shapesMost) return known;
  shapes.set(text, `cards.${shapes.size}`);
  return shapes.get(text);
}

/** All rows of a query in order, a page at a time: for the export. */
export async function* readAllCards(reader: Reader, scope: ListScope, query: MatterQuery): AsyncGenerator<CardRow> {
  let after: Cursor | null = null;
  for (;;) {
    const rows: (CardRow & { position?: string })[] = await readCards(reader, scope, { ...query, limit: 500 }, after);
    const page = rows.slice(0, 500);
    yield* page;
    const last = page.at(-1);
    if (rows.length <= 500 || !last) return;
    after = cursorOf(last);
  }
}

/** Where the next page begins after a row. */
export function cursorOf(row: CardRow & { position?: string }): Cursor {
  const at = String(row.position ?? row.createdAt);
  return { at: at.startsWith('Infinity') || at === 'infinity' ? 'infinity' : at, id: row.id };
}

/** How many matters each of several queries finds, in one statement. */
export async function countCards<Key extends string>(
  reader: Reader,
  scope: ListScope,
  queries: Record<Key, Partial<MatterQuery>>,
): Promise<Record<Key, number>> {
  const values: unknown[] = [scope.areaIds];
  const value = (v: unknown): string => `$${values.push(v)}`;
  const keys = Object.keys(queries) as Key[];
  const parts = keys.map((key) => {
    const where = conditionsOf(queries[key], scope, value);
    return `(select count(*) from matters m where m.area_id = any($1)${where.map((one) => ` and ${one}`).join('')}) as "${key}"`;
  });
  const rows = await reader.query<Record<Key, number>>(`select ${parts.join(', ')}`, values);
  return rows[0] as Record<Key, number>;
}

/** Open matters of an area, and those it has ended well. */
export async function countAll(reader: Reader, areaId: string): Promise<{ open: number; closed: number }> {
  const rows = await reader.query<{ open: number; closed: number }>(
    `select count(*) filter (where status = 'open') as open, count(*) filter (where status = 'done') as closed
     from matters where area_id = $1`,
    [areaId],
  );
  return rows[0] as { open: number; closed: number };
}

/** Open matters that a person, her household, or the elder she acts for has reported. */
export async function countOpenOf(
  reader: Reader,
  who: { areaId: string; userId: string; householdId: string | null; elderUserId: string | null },
): Promise<number> {
  const rows = await reader.query<{ count: number }>(
    `select count(*) from matters m where m.area_id = $1 and m.status = 'open'
       and (m.reporter_id = $2 or m.visible <> 'restricted' and (m.household_id = $3::uuid or m.reporter_id = $4))`,
    [who.areaId, who.userId, who.householdId, who.elderUserId],
  );
  return rows[0]?.count ?? 0;
}

/** Open matters of an area by category, as anybody who reads the area's list sees them. */
export function countOpenByCategory(reader: Reader, areaId: string): Promise<{ category: string; open: number }[]> {
  return reader.query(
    `select category, count(*)::int as open from matters
     where area_id = $1 and status = 'open' and visible <> 'restricted' and category is not null group by category`,
    [areaId],
  );
}
