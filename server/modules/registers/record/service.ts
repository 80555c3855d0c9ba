import type { Actor } from '#shared/actor';
import { refuse, refuseIf } from '#shared/refusal';
import type { Tx } from '#platform/database';
import { audit } from '#kernel/audit';
import {
  checkRecord,
  firstState,
  holdsIn,
  movesFor,
  shownFields,
  splitRecord,
  stateOf,
  unmetNeed,
} from '#kernel/registers';
import type { KeptRegister } from '#kernel/registers/shelf';
import { recordForm, whoField, type Register } from '#kernel-contract/registers';
import { sealedMark, type Json, type Values } from '#kernel-contract/workflow';
import { attachFiles, publishFiles, withholdFiles } from '#modules/files';
import { recordDone } from '../due/service.ts';
import { enteredLabel, newRow, writeValues } from '../row/service.ts';
import * as rules from '../rules.ts';
import { mayKeep, openSealed, requireKept, rolesAt, worldAt, type RegistersContext } from '../scope/service.ts';
import * as store from '../store.ts';

type Which = { areaId: string; register: string; recordId: string };
type Kept = KeptRegister & { areaId: string };

function requireKeeper(context: RegistersContext, actor: Actor, input: { areaId: string; register: string }): Kept {
  const { area, ...kept } = requireKept(context, input);
  if (!mayKeep(context, actor, kept.register, area.id)) refuse(rules.notKeeper);
  return { ...kept, areaId: area.id };
}

async function findOpen(tx: Tx, kept: Kept, recordId: string, version?: number): Promise<store.RecordRow> {
  const row = (await store.readRecord(tx, kept.areaId, kept.register.id, recordId)) ?? refuse(rules.recordUnknown);
  if (row.closedAt !== null) refuse(rules.recordClosed);
  if (version !== undefined && row.version !== version) refuse(rules.changedFirst);
  return row;
}

/** What a record holds in clear: what was sealed is opened, so that it can be checked and sealed again. */
function opened(context: RegistersContext, row: store.RecordRow): Values {
  const values: Values = { ...row.form };
  for (const id of Object.keys(row.sealed)) {
    const text = openSealed(context, row, id) ?? '';
    values[id] = text;
  }
  return values;
}

/** Checks what was filled and everything the register needs of a record there. Refused with a sentence per field. */
function check(
  context: RegistersContext,
  register: Register,
  input: { forms: string[]; given: Values; known: Values; state: string | null; now: Date },
): Values {
  const world = worldAt(context, input.now);
  const { values, problems } = checkRecord(register, input.forms, input.given, input.known, world);
  if (Object.keys(problems).length > 0) refuse(rules.formInvalid(problems));
  const unmet = unmetNeed(register, input.state, values, holdsIn(register, world));
  refuseIf(unmet === null ? null : rules.needUnmet(unmet));
  return values;
}

async function claimPictures(
  tx: Tx,
  actor: Actor,
  row: store.RecordRow,
  register: Register,
  before: Values,
): Promise<void> {
  const already = rules.uploadedIn(register, before);
  const added = rules.uploadedIn(register, row.form).filter((id) => !already.includes(id));
  await attachFiles(tx, actor, { areaId: row.areaId, ids: added, subject: `register:${row.id}` });
  const shown = shownFields(register, row.form);
  const open = Object.fromEntries(Object.entries(row.form).filter(([id]) => shown.includes(id)));
  const seen = row.closedAt === null ? rules.uploadedIn(register, open) : [];
  await publishFiles(tx, row.areaId, seen);
  const hidden = [...already, ...added].filter((id) => !seen.includes(id));
  await withholdFiles(tx, row.areaId, hidden);
}

const uniqueWords = (register: Register): string =>
  register.unique.map((id) => register.asking.fields[id]?.label.zh ?? id).join('和');

async function orTwice<T>(register: Register, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!store.isEnteredTwice(error)) throw error;
    return refuse(rules.twiceEntered(uniqueWords(register)));
  }
}

type Line = Pick<store.HistoryRow, 'kind' | 'label' | 'fromState' | 'toState' | 'reason'> & { forms: string[] };

/** A line of history keeps what was filled in this act, sealed where it is personal. */
function note(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  row: store.RecordRow,
  seq: number,
  line: Line & { register: Register; values: Values },
): void {
  const { forms, register, values, ...rest } = line;
  const fields = forms.flatMap((form) => register.asking.forms[form]?.fields.map(({ id }) => id) ?? []);
  const filled = Object.fromEntries(Object.entries(values).filter(([id]) => fields.includes(id)));
  const { open, secret } = splitRecord(register, filled, row.form[whoField] === sealedMark);
  store.appendHistory(tx, row.areaId, {
    ...rest,
    recordId: row.id,
    seq,
    at: tx.now.toISOString(),
    actorId: actor.id,
    actorName: actor.name,
    form: open,
    sealed: Object.fromEntries(
      Object.entries(secret).map(([id, text]) => [
        id,
        context.sealer.seal(`register_history/${row.id}/${seq}/${id}`, text),
      ]),
    ),
  });
}

/** Enters a record, in the first state of its life. Refused to who does not keep the register, when incomplete, when there already. */
export async function enterRecord(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: { areaId: string; register: string; form: Values },
): Promise<string> {
  const kept = requireKeeper(context, actor, input);
  const { register } = kept;
  const state = firstState(register);
  const forms = [recordForm, ...(state?.forms ?? [])];
  const values = check(context, register, {
    forms,
    given: input.form,
    known: {},
    state: state?.id ?? null,
    now: tx.now,
  });
  const row = newRow(tx, context, actor, { areaId: kept.areaId, register, values });
  await orTwice(register, () => store.insertRecord(tx, row));
  await claimPictures(tx, actor, row, register, {});
  note(tx, context, actor, row, 1, {
    kind: 'entered',
    label: enteredLabel(register),
    fromState: null,
    toState: row.state,
    reason: null,
    forms,
    register,
    values,
  });
  audit(tx, actor, { areaId: kept.areaId, act: 'register.enter', subject: `${register.id}:${row.id}` });
  return row.id;
}

async function save(tx: Tx, actor: Actor, row: store.RecordRow, before: Values, register: Register): Promise<void> {
  if (!(await orTwice(register, () => store.updateRecord(tx, row)))) refuse(rules.changedFirst);
  await claimPictures(tx, actor, row, register, before);
}

/** What is left empty of a sealed field stays as it is: it was not shown either. */
function withSealed(row: store.RecordRow, known: Values, given: Values): Values {
  const kept = Object.keys(row.sealed).filter((id) => given[id] === undefined || given[id] === '');
  return { ...given, ...Object.fromEntries(kept.map((id) => [id, known[id] as Json])) };
}

/** Corrects the fields of a record. Refused when somebody changed it since it was read. */
export async function changeRecord(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: Which & { form: Values; version: number },
): Promise<void> {
  const kept = requireKeeper(context, actor, input);
  const { register } = kept;
  const row = await findOpen(tx, kept, input.recordId, input.version);
  const known = opened(context, row);
  const own = (register.asking.forms[recordForm]?.fields ?? []).map(({ id }) => id);
  const given = withSealed({ ...row, sealed: pick(row.sealed, own) }, known, input.form);
  const values = check(context, register, { forms: [recordForm], given, known, state: row.state, now: tx.now });
  const after = {
    ...row,
    definitionHash: register.hash,
    updatedAt: tx.now.toISOString(),
    ...writeValues(context, register, row.id, values),
  };
  await save(tx, actor, after, row.form, register);
  note(tx, context, actor, after, row.version + 1, {
    kind: 'changed',
    label: '修改',
    fromState: row.state,
    toState: row.state,
    reason: null,
    forms: [recordForm],
    register,
    values,
  });
  audit(tx, actor, { areaId: kept.areaId, act: 'register.change', subject: `${register.id}:${row.id}` });
}

const pick = (values: Record<string, string>, ids: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter(([id]) => ids.includes(id)));

/**
 * Moves a record on to another state, with what that state asks for; a duty of the same name is done thereby. Refused when no
 * such way leads on, when what the state needs does not hold, when it was changed meanwhile. Source: F48, F49.
 */
export async function moveRecord(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: Which & { move: string; form: Values; version: number },
): Promise<void> {
  const kept = requireKeeper(context, actor, input);
  const { register } = kept;
  const row = await findOpen(tx, kept, input.recordId, input.version);
  const move = movesFor(register, row.state, rolesAt(context, actor, kept.areaId)).find(({ id }) => id === input.move);
  if (!move) return refuse(noWay(stateOf(register, row.state)?.label.zh ?? ''));
  const target = stateOf(register, move.to);
  const forms = target?.forms ?? [];
  const known = opened(context, row);
  const values = check(context, register, { forms, given: input.form, known, state: move.to, now: tx.now });
  const at = tx.now.toISOString();
  const after = {
    ...row,
    definitionHash: register.hash,
    state: move.to,
    stateSince: at,
    updatedAt: at,
    ...writeValues(context, register, row.id, values),
  };
  await save(tx, actor, after, row.form, register);
  note(tx, context, actor, after, row.version + 1, {
    kind: 'moved',
    label: target?.label.zh ?? move.label.zh,
    fromState: row.state,
    toState: move.to,
    reason: null,
    forms,
    register,
    values,
  });
  const duty = register.duties.find(({ id }) => id === move.to);
  if (duty) await recordDone(tx, context, actor, { kept, record: after, duty: { ...duty, forms: [] }, form: {} });
  audit(tx, actor, {
    areaId: kept.areaId,
    act: 'register.move',
    subject: `${register.id}:${row.id}`,
    detail: { to: move.to },
  });
}

const noWay = (here: string): Parameters<typeof refuse>[0] => ({
  code: 'register.no-way',
  status: 409,
  zh: `从“${here}”不能直接这样走。请看看这一条现在有哪些按钮。`,
  en: `That cannot be done from the state the record is in (${here}). See what is offered now.`,
});

/** Takes a record out of the register, with the reason; it stays to be read among those withdrawn. */
export async function closeRecord(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: Which & { reason: string; version: number },
): Promise<void> {
  const kept = requireKeeper(context, actor, input);
  const { register } = kept;
  const row = await findOpen(tx, kept, input.recordId, input.version);
  const at = tx.now.toISOString();
  await save(tx, actor, { ...row, updatedAt: at, closedAt: at }, row.form, register);
  note(tx, context, actor, row, row.version + 1, {
    kind: 'closed',
    label: '撤下',
    fromState: row.state,
    toState: row.state,
    reason: input.reason,
    forms: [],
    register,
    values: {},
  });
  audit(tx, actor, { areaId: kept.areaId, act: 'register.close', subject: `${register.id}:${row.id}` });
}

/** Records that a duty of a record was done. Refused for one that is done by moving the record. */
export async function doDuty(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: Which & { duty: string; form: Values },
): Promise<void> {
  const kept = requireKeeper(context, actor, input);
  const { register } = kept;
  const row = await findOpen(tx, kept, input.recordId);
  const duty = register.duties.find(({ id }) => id === input.duty && stateOf(register, id) === null);
  if (!duty) return refuse(noDuty);
  await recordDone(tx, context, actor, { kept, record: row, duty, form: input.form });
  audit(tx, actor, {
    areaId: kept.areaId,
    act: 'register.duty',
    subject: `${register.id}:${row.id}`,
    detail: { duty: duty.id },
  });
}

const noDuty: Parameters<typeof refuse>[0] = {
  code: 'register.no-duty',
  status: 404,
  zh: '这一条没有这项定期要做的事。请看看它现在的按钮。',
  en: 'This record has no such duty. See what is offered now.',
};

/** Opens one sealed field of a record, with a reason that is kept. Refused when nothing is sealed there. */
export async function revealField(
  tx: Tx,
  context: RegistersContext,
  actor: Actor,
  input: Which & { field: string; reason: string },
): Promise<{ field: string; value: string }> {
  const { area, register } = requireKept(context, input);
  const row = (await store.readRecord(tx, area.id, register.id, input.recordId)) ?? refuse(rules.recordUnknown);
  const value = openSealed(context, row, input.field);
  if (value === null)
    return refuse({
      code: 'register.nothing-sealed',
      status: 404,
      zh: '这一项没有加密的内容可看。',
      en: 'There is nothing sealed in this field.',
    });
  const { field, reason } = input;
  audit(tx, actor, {
    areaId: area.id,
    act: 'register.reveal',
    subject: `${register.id}:${row.id}`,
    detail: { field, reason },
  });
  return { field, value };
}
