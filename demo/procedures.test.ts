import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ActorRef, MatterState, Values } from '#kernel-contract/workflow';
import { loadLibrary } from '#kernel/workflow';
import { isRefusal, step } from '../server/kernel/workflow/rules.ts';
import type { MatterPlan } from './contract.ts';
import { beginCity } from './generate.ts';
import { planProcedures } from './procedures.ts';
import { readDemo, readProcedures } from './read.ts';

const library = loadLibrary(join(import.meta.dirname, '../library'));
const { calendar } = library;
const now = new Date('2026-11-22T09:00:00.000Z');
const { cast } = beginCity({ seed: 'liren', now, calendar, data: readDemo() });
const entries = readProcedures();
const plans = cast.communities.flatMap((one, position) =>
  planProcedures({ seed: 'liren', now, one, position, entries }),
);

/** Whoever holds every role: who may do what is the engine's, and is tried when the demo loads. */
const anybody = (key: string): ActorRef => {
  const { roles, bodies } = library.names;
  const keys = [...Object.keys(roles).map((id) => `role:${id}`), ...Object.keys(bodies).map((id) => `body:${id}`)];
  return { id: key, name: key, keys: [...keys, 'resident', 'reporter', `user:${key}`] };
};

/** The matter as far as its acts bring it, and how late the last one is. */
function playedOut({ method: id, form, by, createdAt, acts }: MatterPlan): MatterState {
  const method = library.originals.find((original) => original.method.id === id)?.method;
  if (!method) throw new Error(`no method ${id}`);
  let state: MatterState | null = null;
  const first = { at: createdAt, by, type: 'begin' as const, form };
  for (const one of [first, ...acts]) {
    if (one.type !== 'begin' && one.type !== 'act') continue;
    const filled = one.form as Values;
    const event =
      one.type === 'begin' ? { type: one.type, form: filled } : { type: one.type, action: one.action, form: filled };
    const went = step(method, state, event, anybody(one.by), { now: one.at, calendar });
    if (isRefusal(went)) throw new Error(`${id} ${one.at}: ${went.zh}`);
    expect(one.at <= now.toISOString()).toBe(true);
    state = went.next;
  }
  if (!state) throw new Error(`${id} did not begin`);
  return state;
}

test.each(plans.map((plan) => [plan.case, plan] as const))(
  'the demo’s %s stands where its entry says, in time',
  (_case, plan) => {
    const { step: at, status, dueAt } = playedOut(plan);
    expect({ step: at, status }).toEqual(plan.expected);
    if (status === 'open') expect(dueAt === null || dueAt > now.toISOString()).toBe(true);
  },
);

test('every entry belongs to a community', () => {
  expect(plans).toHaveLength(entries.length);
});
