import type { Actor } from '#shared/actor';
import { refuse, type Refusal } from '#shared/refusal';
import type { Reader, Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireArea } from '#modules/areas';
import type { MattersContext } from '../list/service.ts';
import type { NewView, SavedView, SavedViewList, ViewChange, ViewStart } from './contract.ts';
import * as store from './store.ts';

type Doors = Pick<MattersContext, 'tree' | 'may'>;

const areas = 'area';
const heldMost = 20;

/** One's own views of a list and those of the area. */
export async function listViews(
  reader: Reader,
  actor: Actor,
  doors: Doors,
  input: { areaId: string; list: string },
): Promise<SavedViewList> {
  requireArea(doors.tree, input.areaId);
  const rows = await store.readViews(reader, { ...input, userId: actor.id });
  const mayShare = doors.may(actor, 'view.share', input.areaId);
  return { items: rows.map((row) => viewOf(row, mayShare)), mayShare };
}

function viewOf(row: store.ViewRow, mayShare: boolean): SavedView {
  const { id, name, query, columns, madeByName, isStart } = row;
  const shared = row.holder === areas;
  const actions: SavedView['actions'] = !shared || mayShare ? ['change', 'delete'] : [];
  return { id, name, shared, query, columns, madeBy: madeByName, isStart, actions };
}

/** Keeps a view. Refused when the name is taken, too many are kept, or it is to be shared without the capability. */
export async function saveView(
  tx: Tx,
  actor: Actor,
  doors: Doors,
  input: { areaId: string; view: NewView },
): Promise<SavedView> {
  const { areaId, view } = input;
  requireArea(doors.tree, areaId);
  if (view.shared && !doors.may(actor, 'view.share', areaId)) refuse(mayNotShare);
  const holder = view.shared ? areas : actor.id;
  const held = await store.readViews(tx, { areaId, list: view.list, userId: actor.id });
  if (held.filter((one) => one.holder === holder).length >= heldMost) refuse(tooMany);
  const id = tx.newId();
  const { shared: _, ...row } = view;
  const isNew = await store.insertView(tx, { ...row, areaId, id, holder, madeBy: actor.id, madeByName: actor.name });
  if (!isNew) refuse(nameTaken(view.name));
  audit(tx, actor, { areaId, act: 'view.save', subject: `view:${id}`, detail: { shared: view.shared } });
  return requireView(tx, actor, doors, { areaId, viewId: id });
}

async function requireView(
  reader: Reader,
  actor: Actor,
  doors: Doors,
  which: { areaId: string; viewId: string },
): Promise<SavedView> {
  requireArea(doors.tree, which.areaId);
  const row = (await store.readView(reader, { ...which, userId: actor.id })) ?? refuse(viewUnknown);
  return viewOf(row, doors.may(actor, 'view.share', which.areaId));
}

/** Renames a view, or keeps other filters and columns under its name. Refused for the area's without the capability. */
export async function changeView(
  tx: Tx,
  actor: Actor,
  doors: Doors,
  input: { areaId: string; viewId: string; change: ViewChange },
): Promise<SavedView> {
  const { areaId, viewId, change } = input;
  const view = await requireView(tx, actor, doors, input);
  if (!view.actions.includes('change')) refuse(mayNotShare);
  const { name = view.name, query = view.query, columns = view.columns } = change;
  if (!(await store.updateView(tx, areaId, { id: viewId, name, query, columns }))) refuse(nameTaken(name));
  audit(tx, actor, { areaId, act: 'view.change', subject: `view:${viewId}` });
  return requireView(tx, actor, doors, input);
}

/** Deletes a view; whoever began with it begins with the whole list. Refused for the area's without the capability. */
export async function deleteView(
  tx: Tx,
  actor: Actor,
  doors: Doors,
  input: { areaId: string; viewId: string },
): Promise<void> {
  const view = await requireView(tx, actor, doors, input);
  if (!view.actions.includes('delete')) refuse(mayNotShare);
  await store.deleteView(tx, input.areaId, input.viewId);
  audit(tx, actor, { areaId: input.areaId, act: 'view.delete', subject: `view:${input.viewId}` });
}

/** Sets with which view the actor's list begins. */
export async function startWith(
  tx: Tx,
  actor: Actor,
  doors: Doors,
  input: { areaId: string; start: ViewStart },
): Promise<{ viewId: string | null }> {
  const { areaId, start } = input;
  requireArea(doors.tree, areaId);
  if (start.viewId !== null) await requireView(tx, actor, doors, { areaId, viewId: start.viewId });
  await store.keepStart(tx, { areaId, userId: actor.id, ...start });
  audit(tx, actor, { areaId, act: 'view.start', ...(start.viewId ? { subject: `view:${start.viewId}` } : {}) });
  return { viewId: start.viewId };
}

const viewUnknown: Refusal = {
  code: 'view.unknown',
  status: 404,
  zh: '没有这个存下的查询，可能已经被删掉了。请刷新看看。',
  en: 'There is no such saved view.',
};

const mayNotShare: Refusal = {
  code: 'view.not-yours-to-share',
  status: 403,
  zh: '给全社区用的查询，由社区工作者和书记来存、来改。您可以存成自己的。',
  en: 'Views of the area are kept by who may share them. Keep it as your own.',
};

const tooMany: Refusal = {
  code: 'view.too-many',
  status: 422,
  zh: `最多存 ${heldMost} 个。请先删掉不用的。`,
  en: `At most ${heldMost} are kept. Delete one first.`,
};

function nameTaken(name: string): Refusal {
  return {
    code: 'view.name-taken',
    status: 409,
    zh: `已经有一个叫“${name}”的了。换个名字，或者改那一个。`,
    en: `There is one called “${name}” already.`,
    fields: { name: '已经有了' },
  };
}
