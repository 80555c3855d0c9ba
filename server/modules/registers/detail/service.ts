import type { Actor } from '#shared/actor';
import { refuse } from '#shared/refusal';
import type { Reader } from '#platform/database';
import { adviceFor, choicesOf, holdsIn, isShown, movesFor, stateOf } from '#kernel/registers';
import type { KeptRegister } from '#kernel/registers/shelf';
import { recordForm, type Register } from '#kernel-contract/registers';
import type * as wire from '../contract.ts';
import { standRecords, type RecordStanding } from '../due/service.ts';
import { toRow } from '../list/service.ts';
import { askedOf, filledCells, recordUnknown } from '../rules.ts';
import { mayKeep, openSealed, requireKept, rolesAt, worldAt, type RegistersContext } from '../scope/service.ts';
import * as store from '../store.ts';

type Asked = { areaId: string; register: string; recordId: string; now: Date };

/** One record whole: what it holds, what may be done with it now, what is due, and what became of it. */
export async function readRecord(
  reader: Reader,
  context: RegistersContext,
  actor: Actor,
  input: Asked,
): Promise<wire.RecordDetail> {
  const { area, ...kept } = requireKept(context, input);
  const { register } = kept;
  const row = (await store.readRecord(reader, area.id, register.id, input.recordId)) ?? refuse(recordUnknown);
  const [standings, history] = await Promise.all([
    row.closedAt === null ? standRecords(reader, context, { ...kept, areaId: area.id }, [row], input.now) : [],
    store.readHistory(reader, area.id, row.id),
  ]);
  const mayWrite = row.closedAt === null && mayKeep(context, actor, register, area.id);
  const choices = (field: string): string[] => choicesOf(register, field);
  const told = { areaId: area.id, open: (field: string) => openSealed(context, row, field) };
  return {
    ...toRow(context, register, row, standings),
    areaId: area.id,
    register: register.id,
    version: row.version,
    values: row.form,
    filled: filledCells(register, row.form, told),
    fields: mayWrite ? askedOf(register, [recordForm], row.form, choices) : [],
    moves: mayWrite ? movesOf(register, row, rolesAt(context, actor, area.id), choices) : [],
    duties: standings.map((one) => toDuty(kept, one, choices)),
    history: history.map((line) => toLine(context, register, row, line)),
    advice: adviceFor(register, row.state, row.form, holdsIn(register, worldAt(context, input.now))),
    shownNow: row.closedAt === null && isShown(register, row.form),
    mayWrite,
  };
}

/** The ways on, each with what is asked on it. A form is filled anew every time: it says what happened this time. */
function movesOf(
  register: Register,
  row: store.RecordRow,
  roles: string[],
  choices: (field: string) => string[],
): wire.RecordMove[] {
  return movesFor(register, row.state, roles).flatMap((move) => {
    const target = stateOf(register, move.to);
    if (!target) return [];
    const to = { id: target.id, label: target.label.zh };
    return [{ id: move.id, label: move.label.zh, to, fields: askedOf(register, target.forms, {}, choices) }];
  });
}

function toDuty(
  { register }: KeptRegister,
  { duty, state, until, last }: RecordStanding,
  choices: (field: string) => string[],
): wire.RecordDetail['duties'][number] {
  return {
    id: duty.id,
    label: duty.label.zh,
    state,
    until,
    fields: askedOf(register, duty.forms, {}, choices),
    last: last?.at ?? null,
    byState: stateOf(register, duty.id)?.label.zh ?? null,
  };
}

function toLine(
  { sealer }: RegistersContext,
  register: Register,
  row: store.RecordRow,
  line: store.HistoryRow,
): wire.RecordDetail['history'][number] {
  const open = (field: string): string | null => {
    const sealed = line.sealed[field];
    return sealed === undefined ? null : sealer.open(`register_history/${row.id}/${line.seq}/${field}`, sealed);
  };
  return {
    at: line.at,
    actorName: line.actorName,
    label: line.label,
    to: stateOf(register, line.toState)?.label.zh ?? null,
    filled: line.kind === 'moved' ? filledCells(register, line.form, { areaId: row.areaId, open }) : [],
    reason: line.reason,
  };
}
