import { z } from 'zod';
import type { Actor } from '#shared/actor';
import { RefusalError, refuse } from '#shared/refusal';
import { shanghaiInstant, addDays } from '#shared/time';
import { audit } from '#kernel/audit';
import {
  actedFirst,
  advanceMatter,
  findMatter,
  findMatterById,
  gathersRows,
  lockMatter,
  readHistory,
  type FoundMatter,
  type MatterRow,
  type Outcome,
  type Performer,
} from '#kernel/workflow';
import type { MatterEvent, Method, OfficeVerb, Values } from '#kernel-contract/workflow';
import type { Reader, Tx } from '#platform/database';
import { requireOwner } from '#modules/areas';
import { attachFiles } from '#modules/files';
import type { ActOnMatter } from '../contract.ts';
import { followOutcome } from '../follow/service.ts';
import type { MattersContext } from '../list/service.ts';
import { filesIn } from '../report/rules.ts';
import { doneEarlier } from '../rules.ts';
import { findOwned, mayReadMatter, performerOf, requireReadable, surroundingsOf } from '../scope/service.ts';

const officeVerbs = new Set<string>([
  'transfer',
  'remind',
  'supervise',
  'copy',
  'consult',
  'supplement',
  'extend',
  'suspend',
  'resume',
  'return',
  'withdraw',
  'track',
]);

export type Act = { areaId: string; number: string; action: string; act: ActOnMatter };

/**
 * Lets an actor do something with a matter: an action of its step, an action open at any time, or an office verb; and
 * further steps at once when `then` says so (即办). Refused when she may not read it, when the engine refuses, and with
 * both sides shown when someone else acted first. Source: F33, F39, F52, DESIGN 7.
 */
export async function actOnMatter(tx: Tx, context: MattersContext, actor: Actor, input: Act): Promise<Outcome> {
  const found = await newest(tx, context, await findOwned(tx, context, actor, input));
  const isStale =
    found?.gathers !== true &&
    found !== null &&
    input.act.version !== undefined &&
    input.act.version !== found.row.version;
  // Whoever was asked together with others and was not the first may not even read it any more.
  if (isStale && !mayReadMatter(context, actor, found)) refuse(actedFirst);
  const { row, performer } = requireReadable(context, actor, found);
  if (isStale) await refuseActedFirst(tx, context, row);
  const method = await context.shelf.byHash(tx, row.definitionHash);
  await checkMergeTarget(tx, row, input);
  const first = await advance(tx, context, {
    actor,
    method,
    row,
    performer: { ...performer, ...doneEarlier(input.act.madeAgoSeconds, tx.now) },
    event: eventOf(method, input.action, input.act),
  });
  const outcome = await continueMatter(tx, context, actor, first, input.act.then ?? []);
  audit(tx, actor, { areaId: row.areaId, act: `matter.${input.action}`, subject: row.number });
  return outcome;
}

/** Where many give one row each, nobody acts first: they wait for each other, and what a page knew before does not matter. */
async function newest(
  tx: Tx,
  context: MattersContext,
  found: FoundMatter | null,
): Promise<(FoundMatter & { gathers: boolean }) | null> {
  if (!found) return null;
  const method = await context.shelf.byHash(tx, found.row.definitionHash);
  if (!gathersRows(method, found.row)) return { ...found, gathers: false };
  return { ...found, row: (await lockMatter(tx, found.row.areaId, found.row.id)) ?? found.row, gathers: true };
}

type Advance = { actor: Actor; method: Method; row: MatterRow; performer: Performer; event: MatterEvent };

async function advance(tx: Tx, context: MattersContext, input: Advance): Promise<Outcome> {
  const { actor, method, row, performer, event } = input;
  try {
    const outcome = await advanceMatter(tx, { method, row, performer, event, surroundings: surroundingsOf(context) });
    if (!outcome.changed) return outcome;
    await attachFiles(tx, actor, { areaId: row.areaId, ids: filesOf(method, event), subject: `matter:${row.number}` });
    return await followOutcome(tx, context, actor, { outcome, method });
  } catch (error) {
    if (error instanceof RefusalError && error.refusal.code === actedFirst.code)
      await refuseActedFirst(tx, context, row);
    throw error;
  }
}

function filesOf(method: Method, event: MatterEvent): string[] {
  if (event.type === 'act') return filesIn(method, event.form);
  return event.type === 'office' ? (event.files ?? []) : [];
}

/** Does at once the further steps of a matter just begun (即办). */
export async function continueMatter(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  outcome: Outcome,
  then: NonNullable<ActOnMatter['then']>,
): Promise<Outcome> {
  const method = await context.shelf.byHash(tx, outcome.row.definitionHash);
  let latest = outcome;
  for (const next of then) {
    const performer = performerOf(context, actor, latest.row, latest.row.areaId);
    const event: MatterEvent = {
      type: 'act',
      action: next.action,
      form: next.form as Values,
      ...(next.reason ? { reason: next.reason } : {}),
    };
    latest = await advance(tx, context, { actor, method, row: latest.row, performer, event });
  }
  return latest;
}

function eventOf(method: Method, action: string, act: ActOnMatter): MatterEvent {
  const reason = act.reason ? { reason: act.reason } : {};
  const anytime = method.anytime.find((one) => one.id === action);
  const merges = anytime?.routes.some(
    (route) => method.steps.find((step) => step.id === route.to)?.argument === 'merged',
  );
  if (merges) return { type: 'merge', into: act.into ?? '', ...reason };
  if (!officeVerbs.has(action)) return { type: 'act', action, form: act.form as Values, ...reason };
  return {
    type: 'office',
    verb: action as OfficeVerb,
    ...reason,
    ...(act.to ? { to: act.to } : {}),
    ...(act.until ? { until: endOfDay(act.until) } : {}),
    ...(act.form['files'] === undefined ? {} : { files: [act.form['files']].flat().map(String) }),
  };
}

function endOfDay(date: string): string {
  if (!z.iso.date().safeParse(date).success) {
    refuse({
      code: 'input.date-invalid',
      status: 422,
      zh: '日期要写成 2026-11-30 这样。',
      en: 'Write the date as 2026-11-30.',
      fields: { until: '日期不对' },
    });
  }
  return shanghaiInstant(addDays(date, 1)).toISOString();
}

/** A matter can only be merged into another one of the same area that is not itself merged. */
async function checkMergeTarget(tx: Tx, row: MatterRow, input: Act): Promise<void> {
  const into = input.act.into;
  if (!into) return;
  const target = (await findMatter(tx, row.areaId, into, ''))?.row;
  const wrong = !target
    ? '本社区没有这个编号的事项'
    : target.id === row.id
      ? '不能并到自己'
      : target.status === 'merged'
        ? `${into} 已经并到别的事项了`
        : null;
  if (wrong)
    refuse({
      code: 'matter.merge-target',
      status: 422,
      zh: `${wrong}，请核对编号。`,
      en: 'It cannot be merged into that matter.',
      fields: { into: wrong },
    });
}

/** Refuses with both sides: who acted, when, what, and the version now. Nothing typed is lost: the screen keeps it. */
async function refuseActedFirst(reader: Reader, context: MattersContext, row: MatterRow): Promise<never> {
  const current = await findMatterById(reader, row.areaId, row.id);
  const history = await readHistory(reader, row.areaId, row.id);
  const last = history.at(-1);
  const method = await context.shelf.byHash(reader, row.definitionHash);
  const step = method.steps.find((one) => one.id === current?.step)?.label.zh ?? '';
  return refuse({
    ...actedFirst,
    zh: `${last?.actorName ?? '有人'}先办了这件事，现在到了“${step}”。您写的内容还在，看看再决定。`,
    details: { by: last?.actorName, at: last?.at, label: last?.label || step, step, version: current?.version },
  });
}

/** A limit has come: what the method says for lateness happens by itself. Out of date, it changes nothing. Source: N73. */
export async function deadlineCame(
  tx: Tx,
  context: MattersContext,
  job: { areaId: string; subject: string; rule: string },
  systemActor: Actor,
): Promise<void> {
  const row = await findMatterById(tx, job.areaId, job.subject);
  if (!row || row.status !== 'open') return;
  const method = await context.shelf.byHash(tx, row.definitionHash);
  const rule = job.rule === 'limit' ? 'limit' : Number(job.rule);
  const performer: Performer = { id: 'system', name: '系统', keys: ['system'], title: '' };
  await advance(tx, context, { actor: systemActor, method, row, performer, event: { type: 'deadline', rule } });
}

/** The same action on several matters, each by itself: one that is refused does not hold up the others. */
export async function actOnBatch(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  input: { areaId: string; numbers: string[]; action: string; act: ActOnMatter },
): Promise<{ results: { number: string; title: string; ok: boolean; sentence: string }[] }> {
  requireOwner(context.tree, input.areaId);
  const results = [];
  for (const number of input.numbers)
    results.push(
      await actOnOne(tx, context, actor, { areaId: input.areaId, number, action: input.action, act: input.act }),
    );
  return { results };
}

async function actOnOne(
  tx: Tx,
  context: MattersContext,
  actor: Actor,
  act: Act,
): Promise<{ number: string; title: string; ok: boolean; sentence: string }> {
  try {
    const { row } = await tx.attempt(() => actOnMatter(tx, context, actor, act));
    return { number: act.number, title: row.title, ok: true, sentence: '办好了' };
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    const found = await findOwned(tx, context, actor, act);
    const title = found && mayReadMatter(context, actor, found) ? found.row.title : '';
    return { number: act.number, title, ok: false, sentence: error.refusal.zh };
  }
}
