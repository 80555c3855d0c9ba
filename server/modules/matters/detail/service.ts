import type { Actor } from '#shared/actor';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import { requireOwner } from '#modules/areas';
import {
  findWholeMatter,
  gathersRows,
  isPrivate,
  openActions,
  sealedPlace,
  stateOf,
  timeName,
  type HistoryRow,
  type MatterRow,
  type Performer,
  type WholeMatter,
} from '#kernel/workflow';
import { variantArea } from '#kernel/workflow/shelf';
import type { Method, OpenAction, Values } from '#kernel-contract/workflow';
import type {
  AllowedAction,
  AskedField,
  FilledField,
  HistoryEntry,
  LineStep,
  MatterDetail,
  MatterReceipt,
  Picture,
} from '../contract.ts';
import { cardOf, nameOfKey, picture, pictureIds, type MattersContext } from '../list/service.ts';
import { dueOf, shortNumber, statusNames } from '../rules.ts';
import { isReporter } from '../scope/rules.ts';
import { requireReadable } from '../scope/service.ts';
import { carriedOf } from '../carriers/service.ts';
import { askFields, peopleFor } from './asked/service.ts';
import { readChildren } from './children/service.ts';
import {
  foundNames,
  gateText,
  limitText,
  lineOf,
  phrasesFor,
  sameSpotSince,
  usedText,
  valueText,
  whoText,
} from './rules.ts';

const visibleNames: Record<string, string> = {
  public: '任何人可见',
  area: '本社区可见',
  parties: '当事人与经办人可见',
  restricted: '仅指定人员可见，查看留痕',
};

/**
 * One matter whole, for those who may read it: facts, line, history, and what this actor may do now. Reading a restricted
 * one is recorded. Source: DESIGN 7.
 */
export async function readMatter(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: { areaId: string; number: string; now: Date },
): Promise<MatterDetail> {
  const { number, now } = input;
  const areaId = requireOwner(context.tree, input.areaId).id;
  const asked = { areaId, number, userId: actor.id, sameSpotSince: sameSpotSince(now) };
  const found = requireReadable(context, actor, await findWholeMatter(tx, asked));
  const { row } = found;
  if (row.visible === 'restricted') audit(tx, actor, { areaId, act: 'matter.read', subject: number });
  const method = await context.shelf.byHash(tx, row.definitionHash);
  const variant = await variantArea(tx, context.shelf, context.tree.path(areaId), method);
  const methodVariant = variant ? (context.tree.get(variant)?.name ?? null) : null;
  return {
    ...detailOf(context, method, { ...found, actor, now }),
    methodVariant,
    carried: await carriedOf(context, tx, areaId, row.id),
    children: await readChildren(tx, context, method, row),
  };
}

type View = { actor: Actor; performer: Performer; row: MatterRow; now: Date };

function detailOf(
  context: MattersContext,
  method: Method,
  view: View & WholeMatter,
): Omit<MatterDetail, 'methodVariant' | 'carried' | 'children'> {
  const { actor, row, waits, history, now } = view;
  const step = method.steps.find((one) => one.id === row.step);
  const shown: Shown = { method, row, words: wordsOf(context, row, now) };
  return {
    ...cardOf(context, { ...row, waits }, now),
    fields: filledFields(shown, row.fields),
    before: picturesOf(row, method.present.photos),
    afterPictures: picturesOf(row, method.present.after),
    reporter: reporterOf(context, actor, shown),
    visibleTo: visibleNames[row.visible] ?? '',
    line: lineSteps(method, row, history),
    aside: step && !step.main ? step.label : null,
    gateText: gateText(method, row, now),
    history: history.map((entry) => historyEntry(context, shown, entry)).reverse(),
    actions: actionsOf(context, method, view),
    promise: method.present.promise?.zh ?? '',
    mergedInto: row.mergedInto,
    sameSpot: row.visible === 'restricted' ? 0 : view.sameSpot,
    methodVersion: method.version,
    publicUrl: `/t/${row.traceCode}`,
    gridWorker: gridWorkerOf(context, row.gridId),
    gathering: gatheringOf(shown, actor),
  };
}

/** How far a gathering is, and the own row of who asks; those of others stay with them. */
function gatheringOf({ method, row, words }: Shown, actor: Actor): MatterDetail['gathering'] {
  if (row.status !== 'open' || !gathersRows(method, row)) return null;
  const { count, missing } = row.state.results[row.step] ?? {};
  const own = ownRow(row, actor);
  return {
    count: Number(count ?? 0),
    missing:
      Array.isArray(missing) && missing.every((key) => /^(user|unit):/.test(String(key))) ? missing.length : null,
    own: own ? filledFields({ method, row, words }, own) : null,
  };
}

function ownRow(row: MatterRow, actor: Actor): Values | null {
  const rows = row.state.results[row.step]?.['rows'];
  const own = Array.isArray(rows) ? rows.find((one) => (one as Values)['giver'] === `user:${actor.id}`) : undefined;
  return (own as Values | undefined) ?? null;
}

type Words = Parameters<typeof valueText>[2];
type Shown = { method: Method; row: MatterRow; words: Words };

function wordsOf(context: MattersContext, row: MatterRow, now: Date): Words {
  return { now, nameOf: (key) => nameOfKey(context, key, row), open: (id) => openField(context, row, id) };
}

function openField(context: MattersContext, row: MatterRow, id: string): string | null {
  const sealed = row.sealed[id];
  return sealed ? context.sealer.open(sealedPlace(row.id, id), sealed) : null;
}

function picturesOf(row: MatterRow, field: string | undefined): Picture[] {
  return field ? pictureIds(row.fields[field]).map((id) => picture(row.areaId, id)) : [];
}

// In the method's order: as stored, keys have none.
function filledFields({ method, row, words }: Shown, filled: MatterRow['fields']): FilledField[] {
  const found: FilledField[] = [];
  for (const field of Object.values(method.fields)) {
    const { id } = field;
    const value = filled[id];
    const text = value === undefined ? null : valueText(field, value, words);
    if (text === null) continue;
    const closed = isPrivate(method, field);
    found.push({
      id,
      label: field.label,
      type: field.type,
      text,
      private: closed,
      ...(field.type === 'images' ? { pictures: pictureIds(value).map((one) => picture(row.areaId, one)) } : {}),
      ...(closed ? {} : { value }),
    });
  }
  return found;
}

function reporterOf(context: MattersContext, actor: Actor, shown: Shown): MatterDetail['reporter'] {
  const { method, row, words } = shown;
  if (!row.reporterId && !row.reporterName) return null;
  const phone = Object.values(method.fields).find((field) => field.type === 'phone');
  const filled = phone ? valueText(phone, row.fields[phone.id], words) : null;
  const registrar = row.registeredBy ? (context.directory.person(row.registeredBy)?.name ?? null) : null;
  return { name: row.reporterName ?? '居民', phone: filled, isMe: isReporter(actor, row), onBehalf: registrar };
}

export function lineSteps(
  method: Method,
  row: Pick<MatterRow, 'step' | 'status' | 'fields' | 'dueAt' | 'reporterId' | 'handlerName'>,
  history: HistoryRow[],
): LineStep[] {
  const states = lineOf(method, row, history);
  return states.map((state) => {
    const step = method.steps.find((one) => one.id === state.id);
    if (!step) throw new Error(`step ${state.id} is not in ${method.id}`);
    return {
      id: state.id,
      label: step.label,
      state: state.state,
      at: state.at,
      usedText: usedText(state.usedMs),
      late: state.late,
      limitText: limitText(step.limit, row.fields, (time) => timeName(time).zh),
      waitsFor: step.kind === 'end' ? '' : whoText(method, step),
    };
  });
}

const officeNames: Record<string, string> = {
  transfer: '转办',
  remind: '催办',
  supervise: '督办',
  copy: '抄送',
  consult: '会签',
  supplement: '补充材料',
  extend: '延期',
  suspend: '挂起',
  resume: '恢复办理',
  return: '退回',
  withdraw: '撤回',
  track: '跟踪记录',
  'hand-over': '工作交接',
  late: '逾期提醒',
  escalated: '逾期上提',
  merge: '并案',
  ...foundNames,
};

function historyEntry(context: MattersContext, shown: Shown, entry: HistoryRow): HistoryEntry {
  const { method, row } = shown;
  const words = { ...shown.words, open: openerOf(context, row, entry) };
  return {
    seq: entry.seq,
    at: entry.at,
    actorName: entry.actorName,
    actorTitle: entry.actorTitle,
    face: context.directory.person(entry.actorId)?.face ?? null,
    kind: entry.kind,
    what: entry.what,
    label: entry.label || officeNames[entry.what] || stepLabel(method, entry.fromStep ?? entry.toStep),
    fromStep: entry.fromStep ? stepLabel(method, entry.fromStep) : null,
    toStep: stepLabel(method, entry.toStep),
    late: entry.late,
    fields: entry.kind === 'office' ? addedPictures(row, entry) : filledFields({ method, row, words }, entry.form),
    reason: entry.reason,
  };
}

const photosLabel = { zh: '照片', en: 'Photos' };

/** Photographs added by an office verb: no field of the method, so shown under a name of their own. */
function addedPictures(row: MatterRow, entry: HistoryRow): FilledField[] {
  const ids = pictureIds(entry.form['files']);
  if (ids.length === 0) return [];
  const pictures = ids.map((id) => picture(row.areaId, id));
  return [{ id: 'files', label: photosLabel, type: 'images', text: `${ids.length} 张`, private: false, pictures }];
}

function openerOf(context: MattersContext, row: MatterRow, entry: HistoryRow): Words['open'] {
  return (id) => {
    const sealed = entry.sealed[id];
    return sealed ? context.sealer.open(`matter_history/${row.id}/${entry.seq}/${id}`, sealed) : null;
  };
}

function stepLabel(method: Method, id: string): string {
  return method.steps.find((step) => step.id === id)?.label.zh ?? '';
}

/** What the actor may do now, with the fields to ask; the step's own action first. */
function actionsOf(context: MattersContext, method: Method, view: View): AllowedAction[] {
  const { row, performer, now } = view;
  const open = openActions(method, stateOf(row), performer, {
    now: now.toISOString(),
    calendar: context.shelf.calendar,
  });
  return open.map((action) => allowedAction(context, method, view, action));
}

function allowedAction(context: MattersContext, method: Method, view: View, action: OpenAction): AllowedAction {
  const to = action.to ? method.steps.find((step) => step.id === action.to) : undefined;
  const fields: AskedField[] =
    action.kind === 'office'
      ? askPhotos(action.filesMax)
      : askFields(context, method, view.row, action.forms, view.now, ownRow(view.row, view.actor));
  return {
    id: action.id,
    kind: action.kind,
    label: action.label,
    leads: action.leads,
    needsReason: action.needsReason,
    fields,
    to: to ? { id: to.id, label: to.label } : null,
    phrases: phrasesFor(action.id),
    ...(action.asks === 'to' ? { people: peopleFor(context, view.row, view.actor.id) } : {}),
    ...(action.asks ? { asks: action.asks } : {}),
  };
}

function askPhotos(max: number | undefined): AskedField[] {
  if (max === undefined) return [];
  return [{ id: 'files', label: photosLabel, type: 'images', optional: true, many: true, max }];
}

/** The grid worker of a grid as residents may know her. */
export function gridWorkerOf(context: MattersContext, gridId: string | null): MatterDetail['gridWorker'] {
  const holder = gridId ? context.directory.holders(['grid-worker'], [gridId])[0] : undefined;
  return holder ? { name: holder.name, face: holder.face, phone: holder.workPhone } : null;
}

/** What an act answers: no further reading, only what the step has yielded. */
export function receiptOf(context: MattersContext, method: Method, view: View): MatterReceipt {
  const { row, now } = view;
  const due = dueOf(row, now);
  const step = method.steps.find((one) => one.id === row.step);
  return {
    areaId: row.areaId,
    number: row.number,
    shortNumber: shortNumber(row.number),
    traceCode: row.traceCode,
    title: row.title,
    step: { id: row.step, label: step?.label ?? { zh: row.step, en: row.step } },
    status: row.status,
    statusName: statusNames[row.status],
    dueAt: row.dueAt,
    dueState: due.state,
    dueText: due.text,
    version: row.version,
    actions: actionsOf(context, method, view),
  };
}
