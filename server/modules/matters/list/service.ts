import type { Actor } from '#shared/actor';
import * as cursors from '#platform/cursor';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import type { MethodShelf } from '#kernel/workflow/shelf';
import type { AreaTree } from '#modules/areas';
import type { Directory } from '#modules/accounts/directory';
import type { Sealer } from '#platform/sealing';
import { isDrawn } from '#modules/files';
import type { Robots } from '#modules/messages';
import { requireArea } from '#modules/areas';
import { refuse } from '#shared/refusal';
import type { Carriers } from '../carriers/service.ts';
import { channelNames, type MatterCard, type MatterQuery, type Picture } from '../contract.ts';
import { dueOf, shortNumber, statusNames } from '../rules.ts';
import { waitingKeysOf, type Tree } from '../scope/rules.ts';
import * as store from './store.ts';

type Parts = {
  tree: AreaTree;
  directory: Directory;
  shelf: MethodShelf;
  sealer: Sealer;
  /** Robots of staff groups, and the address of this app that their messages name, when it is known. */
  robots: Robots;
  address: string | null;
  /** Whether the actor has a capability over an area. */
  may(actor: Actor, capability: string, areaId: string): boolean;
};

/** What the module of matters stands on; put together once by main, which hangs in what carries steps afterwards. */
export type MattersContext = Parts &
  Carriers & {
    /** The tree of areas as the scope rules read it. */
    scope: Tree;
    /** At which level each role is held. */
    roleLevels: Record<string, string>;
  };

export function openMatters(parts: Parts): MattersContext {
  const { tree, shelf } = parts;
  return {
    ...parts,
    carriers: {},
    carriedDoors: [],
    recordDoors: {},
    householdsOf: async () => [],
    scope: {
      covers: tree.covers,
      levelOf: (id) => tree.get(id)?.level,
      ancestorAt: (id, level) => tree.ancestorAt(id, level as 'street')?.id,
      under: (id, level) => tree.under(id, level as 'grid').map((node) => node.id),
    },
    // A seat in a body is held like a role, at the body's own level.
    roleLevels: Object.fromEntries(
      Object.entries({ ...shelf.names.bodies, ...shelf.names.roles }).map(([role, name]) => [role, name.level]),
    ),
  };
}

/** Which owning areas a list covers, and how far in them this actor sees. Refused when she sees nothing there. */
export function listScope(
  context: MattersContext,
  actor: Actor,
  areaId: string,
  query: MatterQuery,
  now: Date,
): store.ListScope {
  const { mine } = query;
  const onlyMine =
    mine === 'reported' || mine === 'waiting' || mine === 'handed' || mine === 'handled' || mine === 'copied';
  const { scope, isStaff } = scopeOf(context, actor, areaId, now);
  if (!isStaff && !onlyMine) {
    refuse({
      code: 'permission.denied',
      status: 403,
      zh: '您不能看这个辖区的事项清单。自己反映的事在“我的事”里。',
      en: 'You may not list the matters of this area.',
    });
  }
  const aside = query.inGrid ? stepsAside(context, query.method) : [];
  return { ...scope, aside, within: onlyMine ? null : scope.within };
}

/** How far an actor sees in an area; whether a role of hers lets her list anything there at all. */
export function scopeOf(
  context: MattersContext,
  actor: Actor,
  areaId: string,
  now: Date,
): { scope: store.ListScope; isStaff: boolean } {
  const { tree, scope, roleLevels } = context;
  const area = requireArea(tree, areaId);
  const owning = tree.under(area.id, 'community').map((node) => node.id);
  const areaIds = owning.length > 0 ? owning : [tree.ownerOf(area.id)];
  const waitingKeys = [...new Set(areaIds.flatMap((id) => waitingKeysOf(scope, actor, id, roleLevels)))];
  const mayReadArea = context.may(actor, 'matter.read', area.id);
  const held = actor.grants.map((grant) => grant.areaId).filter((id) => tree.covers(area.id, id));
  // A role held at a grid is no reading of the community around it; one that reads nothing sees what waits for it.
  const isInner = owning.length === 0 && tree.ownerOf(area.id) !== area.id;
  const readable = held.filter((id) => context.may(actor, 'matter.read', id));
  const within = mayReadArea ? (isInner ? [area.id] : null) : readable;
  const { id: userId, householdId, elderUserId = null } = actor;
  return {
    isStaff: mayReadArea || held.length > 0,
    scope: { areaIds, now, userId, householdId, elderUserId, waitingKeys, aside: [], mayReadArea, within },
  };
}

/** Steps aside from the main line: a matter that needed one was not closed in the grid. Source: N72. */
export function stepsAside(context: MattersContext, method: string | undefined): string[] {
  const originals = context.shelf.originals().filter((original) => !method || original.method.id === method);
  return originals.flatMap((original) =>
    original.method.steps.filter((step) => !step.main && step.kind !== 'end').map((step) => step.id),
  );
}

/** One page of matters. Source: DESIGN 6 (top-k per area, merged), look/desk 4. */
export async function listMatters(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  areaId: string,
  query: MatterQuery,
  now: Date,
): Promise<{ items: MatterCard[]; next: string | null }> {
  const scope = listScope(context, actor, areaId, query, now);
  const rows = await store.readCards(reader, scope, query, query.cursor ? readCursor(query.cursor) : null);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  await context.shelf.need(
    reader,
    page.map((row) => row.definitionHash),
  );
  const items = page.map((row) => cardOf(context, row, now));
  return { items, next: rows.length > query.limit && last ? writeCursor(store.cursorOf(last)) : null };
}

/** Every card of a list, to be carried away; who did so is recorded. Refused where the list would be. */
export function exportMatters(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  areaId: string,
  query: MatterQuery,
): AsyncGenerator<MatterCard> {
  const scope = listScope(context, actor, areaId, query, tx.now);
  const { cursor: _cursor, limit: _limit, q: _q, ...detail } = query;
  audit(tx, actor, { areaId: context.tree.ownerOf(areaId), act: 'matter.export', detail });
  return cardsOf(tx, context, scope, query);
}

async function* cardsOf(
  reader: Reader,
  context: MattersContext,
  scope: store.ListScope,
  query: MatterQuery,
): AsyncGenerator<MatterCard> {
  for await (const row of store.readAllCards(reader, scope, query)) {
    await context.shelf.need(reader, [row.definitionHash]);
    yield cardOf(context, row, scope.now);
  }
}

function writeCursor(cursor: store.Cursor): string {
  return cursors.writeCursor([cursor.at, cursor.id]);
}

function readCursor(text: string): store.Cursor {
  return cursors.readCursor(text, ([at, id]: [string, string]) =>
    typeof at === 'string' && /^[0-9a-f-]{36}$/.test(id) && (at === 'infinity' || !Number.isNaN(Date.parse(at)))
      ? { at, id }
      : null,
  );
}

/** A matter as a card: every code in words. */
export function cardOf(context: MattersContext, row: store.CardRow, now: Date): MatterCard {
  const method = context.shelf.known(row.definitionHash);
  const step = method?.steps.find((one) => one.id === row.step);
  const due = dueOf(row, now);
  const grid = row.gridId ? context.tree.get(row.gridId) : undefined;
  const label = step?.label ?? { zh: row.step, en: row.step };
  const before = firstPicture(row, method?.present.photos);
  const after = firstPicture(row, method?.present.after);
  return {
    areaId: row.areaId,
    areaName: context.tree.get(row.areaId)?.name ?? '',
    number: row.number,
    shortNumber: shortNumber(row.number),
    method: {
      id: row.method,
      name: method?.name ?? { zh: row.method, en: row.method },
      icon: method?.present.icon ?? 'flow',
    },
    title: row.title,
    category: row.category,
    place: row.place,
    step: { id: row.step, label },
    status: row.status,
    statusName: statusNames[row.status],
    enteredAt: row.enteredAt,
    dueAt: row.dueAt,
    dueState: due.state,
    dueText: due.text,
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    closedAt: row.closedAt,
    waitsFor: row.status === 'open' ? waitsForText(context, row) : '',
    grid: grid ? { id: grid.id, name: grid.name } : null,
    channel: row.channel as MatterCard['channel'],
    channelName: channelNames[row.channel as MatterCard['channel']] ?? row.channel,
    photo: before ? picture(row.areaId, before).small : null,
    after: after ? picture(row.areaId, after).small : null,
    stars: row.stars,
    reminded: row.reminded,
    supervised: row.supervised,
    traceCode: row.traceCode,
    version: row.version,
  };
}

function firstPicture(row: store.CardRow, field: string | undefined): string | null {
  return field ? (pictureIds(row.fields[field])[0] ?? null) : null;
}

export function pictureIds(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

/** Addresses of a stored picture. An illustration of the demo is named `illustration:<slug>`. */
export function picture(areaId: string, id: string): Picture {
  if (id.startsWith('illustration:')) {
    const path = `/illustrations/${id.slice('illustration:'.length)}.svg`;
    return { id, full: path, small: path, drawn: true };
  }
  const path = `/api/v1/areas/${areaId}/files/${id}`;
  return { id, full: `${path}?size=full`, small: `${path}?size=small`, drawn: isDrawn(id) };
}

/** Whom a matter waits for in words: a person's name when there is one, else the role, else the reporter. */
function waitsForText(context: MattersContext, row: store.CardRow): string {
  const named = row.waits.map((key) => nameOfKey(context, key, row)).filter((name) => name !== null);
  return [...new Set(named)].slice(0, 2).join('、') || '待处理';
}

export function nameOfKey(context: MattersContext, key: string, row: { reporterId: string | null }): string | null {
  if (key.startsWith('user:')) {
    if (key.slice(5) === row.reporterId) return '提出人';
    return context.directory.person(key.slice(5))?.name ?? null;
  }
  const [role = '', areaId = ''] = key.replace(/^(role|body):/, '').split('@');
  const holders = context.directory.holders([role], [areaId]);
  const { roles, bodies } = context.shelf.names;
  const label = (roles[role] ?? bodies[role])?.label.zh ?? null;
  if (holders.length === 1 && holders[0]) return `${label ?? ''} ${holders[0].name}`.trim();
  return label;
}

type CountKey =
  | 'open'
  | 'waiting'
  | 'late'
  | 'today'
  | 'supervised'
  | 'hotline'
  | 'handed'
  | 'closedThisMonth'
  | 'onTimeThisMonth'
  | 'newThisWeek'
  | 'closedThisWeek';

/** The counts above the desk's list: each is the query its tab opens. */
export async function countMatters(
  reader: Reader,
  context: MattersContext,
  actor: Actor,
  areaId: string,
  now: Date,
  periods: { week: string; month: string },
): Promise<Record<CountKey, number>> {
  const scope = listScope(context, actor, areaId, { limit: 1 }, now);
  return store.countCards<CountKey>(reader, scope, {
    open: { status: 'open' },
    waiting: { mine: 'waiting' },
    late: { due: 'late' },
    today: { due: 'today' },
    supervised: { status: 'open', supervised: true },
    hotline: { status: 'open', channel: 'hotline' },
    handed: { mine: 'handed' },
    closedThisMonth: { status: 'done', closedFrom: periods.month },
    onTimeThisMonth: { status: 'done', closedFrom: periods.month, onTime: 'yes' },
    newThisWeek: { from: periods.week },
    closedThisWeek: { status: 'done', closedFrom: periods.week },
  });
}

export { countAll, countOpenByCategory, countOpenOf, mayReadCondition } from './store.ts';
