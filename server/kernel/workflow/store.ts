import type { Reader, Tx } from '#platform/database';
import { refuse, type Refusal } from '#shared/refusal';
import type { Face, HistoryLine, MatterState, MatterStatus, Values } from './contract.ts';

/** A matter as it lies in the database. */
export type MatterRow = {
  areaId: string;
  id: string;
  number: string;
  traceCode: string;
  method: string;
  definitionHash: string;
  status: MatterStatus;
  visible: 'public' | 'area' | 'parties' | 'restricted';
  step: string;
  enteredAt: string;
  dueAt: string | null;
  pausedAt: string | null;
  title: string;
  category: string | null;
  place: string | null;
  point: [number, number] | null;
  gridId: string | null;
  estateId: string | null;
  buildingId: string | null;
  reporterId: string | null;
  reporterName: string | null;
  registeredBy: string | null;
  householdId: string | null;
  channel: string;
  handlerId: string | null;
  handlerName: string | null;
  fields: Values;
  /** Private values, sealed; in `fields` stands a mark that they are filled. */
  sealed: Record<string, string>;
  /** Exactly what the public may see. */
  face: Face;
  state: StoredState;
  stars: number | null;
  reminded: number;
  supervised: boolean;
  words: string;
  mergedInto: string | null;
  parentId: string | null;
  version: number;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
};

/** The part of the engine's state that has no column of its own. */
export type StoredState = Pick<
  MatterState,
  'visits' | 'taken' | 'results' | 'waiting' | 'handlers' | 'shown' | 'lateFired'
> & { seq: number };

export type HistoryRow = {
  seq: number;
  at: string;
  actorId: string;
  actorName: string;
  actorTitle: string;
  kind: HistoryLine['kind'];
  what: string;
  label: string;
  fromStep: string | null;
  toStep: string;
  enteredAt: string | null;
  dueAt: string | null;
  late: boolean;
  form: Values;
  sealed: Record<string, string>;
  reason: string | null;
};

const columns = {
  areaId: 'area_id',
  id: 'id',
  number: 'number',
  traceCode: 'trace_code',
  method: 'method',
  definitionHash: 'definition_hash',
  status: 'status',
  visible: 'visible',
  step: 'step',
  enteredAt: 'entered_at',
  dueAt: 'due_at',
  pausedAt: 'paused_at',
  title: 'title',
  category: 'category',
  place: 'place',
  point: 'point',
  gridId: 'grid_id',
  estateId: 'estate_id',
  buildingId: 'building_id',
  reporterId: 'reporter_id',
  reporterName: 'reporter_name',
  registeredBy: 'registered_by',
  householdId: 'household_id',
  channel: 'channel',
  handlerId: 'handler_id',
  handlerName: 'handler_name',
  fields: 'fields',
  sealed: 'sealed',
  face: 'face',
  state: 'state',
  stars: 'stars',
  reminded: 'reminded',
  supervised: 'supervised',
  words: 'words',
  mergedInto: 'merged_into',
  parentId: 'parent_id',
  version: 'version',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
  closedAt: 'closed_at',
} as const satisfies Record<keyof MatterRow, string>;

const names = Object.entries(columns) as [keyof MatterRow, string][];
const json = new Set<keyof MatterRow>(['point', 'fields', 'sealed', 'face', 'state']);
const fixedAtBirth = new Set<keyof MatterRow>([
  'areaId',
  'id',
  'number',
  'traceCode',
  'method',
  'createdAt',
  'version',
]);
const changing = names.filter(([key]) => !fixedAtBirth.has(key));

/** The columns of a matter for a select, each under its name in code. */
export const matterColumns = names.map(([key, column]) => `m.${column} as "${key}"`).join(', ');

function parameter(row: MatterRow, key: keyof MatterRow): unknown {
  const value = row[key];
  return json.has(key) && value !== null ? JSON.stringify(value) : value;
}

const numbered = names.findIndex(([key]) => key === 'number') + 1;
const insertText = `with counter as (
    insert into matter_counters (area_id, year, last) values ($1, $${names.length + 1}, 1)
    on conflict (area_id, year) do update set last = matter_counters.last + 1 returning last)
  insert into matters (${names.map(([, column]) => column).join(', ')})
  values (${names.map((_, i) => (i + 1 === numbered ? `$${numbered} || (select lpad(last::text, greatest(6, length(last::text)), '0') from counter)` : `$${i + 1}`)).join(', ')})
  returning number`;

/**
 * Adds a matter with the next number of its area's year, which follows what stands in `number` so far. Serialises
 * creations in one area until the commit: call it late. Answers the number.
 */
export async function insertMatter(tx: Tx, row: MatterRow, year: number): Promise<string> {
  const values = [...names.map(([key]) => parameter(row, key)), year];
  const inserted = await tx.query<{ number: string }>(insertText, values, 'matters.insert');
  return inserted[0]?.number ?? refuse(noNumber);
}

const noNumber: Refusal = {
  code: 'matter.no-number',
  status: 409,
  zh: '编号没有取到，请再试一次。',
  en: 'No number could be taken. Try again.',
};

const updateText = `update matters set ${changing.map(([, column], i) => `${column} = $${i + 4}`).join(', ')}, version = version + 1
  where area_id = $1 and id = $2 and version = $3 returning version`;

const updateValues = (row: MatterRow): unknown[] => [
  row.areaId,
  row.id,
  row.version,
  ...changing.map(([key]) => parameter(row, key)),
];

/** Saves a matter that was read at `row.version`. Answers false when someone else changed it in between. */
export async function updateMatter(tx: Tx, row: MatterRow): Promise<boolean> {
  return (await tx.query(updateText, updateValues(row), 'matters.update')).length === 1;
}

export type Party = { userId: string; relation: string };
/** What is no longer so once a matter has moved. */
export type Over = { waits: boolean; deadlines: boolean };

const [clearsWaits, clearsDeadlines, partyId, relation, since] = [4, 5, 6, 7, 8].map((i) => `$${changing.length + i}`);
const moveText = `with moved as (${updateText}),
  nobody as (delete from matter_waits where ${clearsWaits}::boolean and area_id = $1 and matter_id = $2),
  never as (delete from jobs.deadlines where ${clearsDeadlines}::boolean and subject = $2),
  party as (insert into matter_parties (area_id, user_id, relation, matter_id, since)
    select $1, ${partyId}::text, ${relation}, $2, ${since} where ${partyId} is not null on conflict do nothing)
  select version from moved`;

/**
 * Saves a matter that was read at `row.version`, takes back whom it waited for and its deadlines, also those said earlier
 * in the same transaction, and remembers who moved it. Answers false when someone else changed it in between: what was
 * taken back must then be rolled back with it.
 */
export async function moveMatter(tx: Tx, row: MatterRow, over: Over, party: Party | null): Promise<boolean> {
  if (over.waits) tx.takeBack('matter_waits', (one) => one['matter_id'] === row.id);
  if (over.deadlines) tx.takeBack('jobs.deadlines', (one) => one['subject'] === row.id);
  if (party) takeBackParty(tx, row.id, party);
  const { userId = null, relation: as = null } = party ?? {};
  const values = [...updateValues(row), over.waits, over.deadlines, userId, as, tx.now];
  return (await tx.query(moveText, values, 'matters.move')).length === 1;
}

/** Adds a matter that was worked out beforehand, among the rows that leave with the commit. */
export function appendMatter(tx: Tx, row: MatterRow): void {
  tx.append('matters', Object.fromEntries(names.map(([key, column]) => [column, row[key]])));
}

/** Says that the area's year has reached a number, when rows were added with numbers of their own. */
export async function raiseCounter(tx: Tx, areaId: string, year: number, last: number): Promise<void> {
  await tx.query(
    `insert into matter_counters (area_id, year, last) values ($1, $2, $3)
     on conflict (area_id, year) do update set last = greatest(matter_counters.last, excluded.last)`,
    [areaId, year, last],
  );
}

/** A matter with whom it waits for, and what one person has to do with it. */
export type FoundMatter = { row: MatterRow; waits: string[]; relations: string[] };

const findText = `select ${matterColumns},
    coalesce((select array_agg(w.actor) from matter_waits w where w.area_id = m.area_id and w.matter_id = m.id), '{}') as waits,
    coalesce((select array_agg(p.relation) from matter_parties p where p.area_id = m.area_id and p.matter_id = m.id and p.user_id = $3), '{}') as relations
  from matters m where m.area_id = $1 and m.number = $2`;

export async function findMatter(
  reader: Reader,
  areaId: string,
  number: string,
  userId: string,
): Promise<FoundMatter | null> {
  const values = [areaId, number, userId];
  const rows = await reader.query<MatterRow & Omit<FoundMatter, 'row'>>(findText, values, 'matters.by-number');
  if (!rows[0]) return null;
  const { waits, relations, ...row } = rows[0];
  return { row, waits, relations };
}

/** A matter with all that has happened to it, and how many others of its category lie at its building since a time. */
export type WholeMatter = FoundMatter & { history: HistoryRow[]; sameSpot: number };

const historyColumns = {
  seq: 'seq',
  at: 'at',
  actorId: 'actor_id',
  actorName: 'actor_name',
  actorTitle: 'actor_title',
  kind: 'kind',
  what: 'what',
  label: 'label',
  fromStep: 'from_step',
  toStep: 'to_step',
  enteredAt: 'entered_at',
  dueAt: 'due_at',
  late: 'late',
  form: 'form',
  sealed: 'sealed',
  reason: 'reason',
} as const satisfies Record<keyof HistoryRow, string>;

const historyNames = Object.entries(historyColumns);

const findWholeText = `${findText.replace(
  ' as relations',
  ` as relations,
    (select json_agg(json_build_object(${historyNames.map(([key, column]) => `'${key}', h.${column}`).join(', ')}) order by h.seq)
      from matter_history h where h.area_id = m.area_id and h.matter_id = m.id) as history,
    (select count(*) from matters o where o.area_id = m.area_id and o.building_id = m.building_id and o.category = m.category
      and o.id <> m.id and o.created_at > $4 and o.visible <> 'restricted') as "sameSpot"`,
)}`;

/** Everything a person reads of one matter, in one statement. */
export async function findWholeMatter(
  reader: Reader,
  asked: { areaId: string; number: string; userId: string; sameSpotSince: Date },
): Promise<WholeMatter | null> {
  const values = [asked.areaId, asked.number, asked.userId, asked.sameSpotSince];
  const rows = await reader.query<MatterRow & Omit<WholeMatter, 'row'>>(findWholeText, values, 'matters.whole');
  if (!rows[0]) return null;
  const { waits, relations, history, sameSpot, ...row } = rows[0];
  return { row, waits, relations, history: (history ?? []).map(withInstants), sameSpot };
}

const instant = (text: string): string => new Date(text).toISOString();

/** JSON made by the database writes instants its own way. */
function withInstants(row: HistoryRow): HistoryRow {
  const { at, enteredAt, dueAt } = row;
  return { ...row, at: instant(at), enteredAt: enteredAt && instant(enteredAt), dueAt: dueAt && instant(dueAt) };
}

export async function findMatterById(reader: Reader, areaId: string, id: string): Promise<MatterRow | null> {
  const rows = await reader.query<MatterRow>(
    `select ${matterColumns} from matters m where m.area_id = $1 and m.id = $2`,
    [areaId, id],
    'matters.by-id',
  );
  return rows[0] ?? null;
}

/** As `findMatterById`, once everybody else who is changing it has finished; the others wait for this transaction. */
export async function lockMatter(tx: Tx, areaId: string, id: string): Promise<MatterRow | null> {
  const rows = await tx.query<MatterRow>(
    `select ${matterColumns} from matters m where m.area_id = $1 and m.id = $2 for update`,
    [areaId, id],
    'matters.lock',
  );
  return rows[0] ?? null;
}

export async function findMatterByTrace(reader: Reader, areaId: string, traceCode: string): Promise<MatterRow | null> {
  const rows = await reader.query<MatterRow>(
    `select ${matterColumns} from matters m where m.area_id = $1 and m.trace_code = $2`,
    [areaId, traceCode],
  );
  return rows[0] ?? null;
}

export function readHistory(reader: Reader, areaId: string, matterId: string): Promise<HistoryRow[]> {
  return reader.query<HistoryRow>(
    `select ${historyNames.map(([key, column]) => `${column} as "${key}"`).join(', ')} from matter_history
     where area_id = $1 and matter_id = $2 order by seq`,
    [areaId, matterId],
    'matters.history',
  );
}

export function appendHistory(tx: Tx, areaId: string, matterId: string, row: HistoryRow): void {
  tx.append('matter_history', {
    area_id: areaId,
    matter_id: matterId,
    seq: row.seq,
    at: row.at,
    actor_id: row.actorId,
    actor_name: row.actorName,
    actor_title: row.actorTitle,
    kind: row.kind,
    what: row.what,
    label: row.label,
    from_step: row.fromStep,
    to_step: row.toStep,
    entered_at: row.enteredAt,
    due_at: row.dueAt,
    late: row.late,
    form: row.form,
    sealed: row.sealed,
    reason: row.reason,
  });
}

export function appendDeadline(tx: Tx, row: MatterRow, rule: string, at: string): void {
  tx.append('jobs.deadlines', {
    id: tx.newId(),
    area_id: row.areaId,
    subject: row.id,
    kind: 'matter',
    rule,
    token: entriesOf(row.state),
    due_at: at,
    attempts: 0,
    last_error: null,
  });
}

/** How many steps have been entered so far: tells a deadline of an earlier stay from one of this. */
function entriesOf(state: StoredState): number {
  return Object.values(state.visits).reduce((sum, visit) => sum + visit.count, 0);
}

export function appendWait(tx: Tx, row: MatterRow, actor: string): void {
  tx.append('matter_waits', { area_id: row.areaId, actor, matter_id: row.id, due_at: row.dueAt });
}

export function appendParty(tx: Tx, row: MatterRow, party: Party & { at: string }): void {
  const { userId, relation: as, at } = party;
  tx.append('matter_parties', { area_id: row.areaId, user_id: userId, relation: as, matter_id: row.id, since: at });
}

function takeBackParty(tx: Tx, id: string, party: Party): void {
  tx.takeBack(
    'matter_parties',
    (one) => one['matter_id'] === id && one['user_id'] === party.userId && one['relation'] === party.relation,
  );
}

/** Remembers that someone has to do with a matter; asking twice changes nothing. */
export async function addParty(tx: Tx, row: Pick<MatterRow, 'areaId' | 'id'>, party: Party): Promise<void> {
  takeBackParty(tx, row.id, party);
  await tx.query(
    `insert into matter_parties (area_id, user_id, relation, matter_id, since) values ($1, $2, $3, $4, $5)
     on conflict (area_id, user_id, relation, matter_id) do nothing`,
    [row.areaId, party.userId, party.relation, row.id, tx.now],
    'parties.add',
  );
}
