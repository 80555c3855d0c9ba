import { join } from 'node:path';
import type { Refusal } from '#shared/refusal';
import type { ActorRef, MatterEvent, MatterState, Method, StepResult, Values, World } from '#kernel-contract/workflow';
import { compileMethod, compileNames } from '../server/kernel/workflow/definition/rules.ts';
import { readLibrary } from '../server/kernel/workflow/definition/store.ts';
import { workCalendar } from '../server/kernel/workflow/limit/rules.ts';
import { isRefusal, step } from '../server/kernel/workflow/transition/rules.ts';

/** The engine with the library's own methods and a few people, for tests that play a matter without a database. */

const library = readLibrary(join(import.meta.dirname, '../library'));
const names = compileNames(library.names?.raw ?? {}, {});
const calendar = workCalendar(library.calendars);

export function methodOf(id: string): Method {
  const source = library.methods.find((one) => one.raw['id'] === id);
  if (!source) throw new Error(`no method ${id}`);
  return compileMethod(source, { names, english: {}, methods: [] }).method;
}

export const at = (now: string): World => ({ now, calendar });
export const someone = (id: string, ...keys: string[]): ActorRef => ({
  id,
  name: id,
  keys: [`user:${id}`, 'anyone', ...keys],
});

export const resident = someone('zhou', 'resident', 'reporter');
export const gridWorker = someone('sun', 'role:grid-worker');
export const community = someone('meng', 'role:community-worker');
export const gridHead = someone('head', 'role:grid-head');
export const property = someone('property', 'unit:hengtai', 'role:property');
export const street = someone('street', 'role:street-officer');
export const system = someone('system', 'system');
export const volunteer = someone('volunteer', 'role:volunteer', 'body:volunteer-team');
export const stranger = someone('stranger', 'resident');

export function must(result: StepResult | Refusal): StepResult {
  if (isRefusal(result)) throw new Error(`${result.code} ${result.zh} ${JSON.stringify(result.fields ?? {})}`);
  return result;
}

export function refused(result: StepResult | Refusal): Refusal {
  if (!isRefusal(result)) throw new Error('must be refused');
  return result;
}

/** Plays events one after another; each is [actor, event, time]. */
export function play(
  method: Method,
  events: [ActorRef, MatterEvent, string][],
  from: MatterState | null = null,
): StepResult {
  let last: StepResult | null = null;
  let state = from;
  for (const [actor, event, now] of events) {
    last = must(step(method, state, event, actor, at(now)));
    state = last.next;
  }
  if (!last) throw new Error('nothing played');
  return last;
}

export const act = (action: string, form: Values = {}, reason?: string): MatterEvent => ({
  type: 'act',
  action,
  form,
  ...(reason ? { reason } : {}),
});

/** One whole round of the seven steps: [who, what, when]. */
export type Move = [ActorRef, MatterEvent, string];

export const loop = methodOf('seven-step-loop');
export const call: Values = { category: '安全隐患', place: '3号楼', words: '飞线充电，从二楼窗口拉线' };
export const begun: Move = [resident, { type: 'begin', form: call }, '2026-05-11T12:44:00.000Z'];
export const accepted: Move = [gridWorker, act('accept'), '2026-05-11T13:03:00.000Z'];
export const assigned: Move = [community, act('assign', { handler: 'unit:hengtai' }), '2026-05-12T01:10:00.000Z'];
export const handled: Move = [
  property,
  act('done', { result: '已拆除，充电车位已教', after: ['p1'] }),
  '2026-05-13T08:05:00.000Z',
];
export const replied: Move = [community, act('next', { reply: '拆了', publish: true }), '2026-05-13T10:40:00.000Z'];
export const rated: Move = [resident, act('content', { stars: 5 }), '2026-05-14T10:40:00.000Z'];
export const whole = [begun, accepted, assigned, handled, replied, rated];
