import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRecord, holdsIn, stateOf, unmetNeed } from '#kernel/registers';
import { loadRegisters } from '#kernel/registers/shelf';
import { recordForm } from '#kernel-contract/registers';
import { loadLibrary } from '#kernel/workflow';
import { readDemo } from './read.ts';
import { planAssociations, planRegisters, type RecordPlan } from './registers.ts';

const folder = join(import.meta.dirname, '../library');
const registers = new Map(loadRegisters(folder).originals.map(({ register }) => [register.id, register]));
const now = new Date('2026-11-22T09:00:00.000Z');
const world = { now: now.toISOString(), calendar: loadLibrary(folder).calendar };
const data = readDemo();
const plans = data.areas.communities.map((community, position) =>
  planRegisters({ seed: 'liren', now, data, one: { community }, first: position === 0 }),
);

/** What the register would say to somebody who entered this by hand, step by step. */
function problemsOf({ register: id, form, moves }: RecordPlan): unknown[] {
  const register = registers.get(id);
  if (!register) return [`no register ${id}`];
  const entered = checkRecord(register, [recordForm], form, {}, world);
  let values = entered.values;
  let state = register.states[0]?.id ?? null;
  const found: unknown[] = Object.values(entered.problems);
  for (const move of moves) {
    if (!stateOf(register, state)?.moves.some(({ to }) => to === move.to)) found.push(`${state} to ${move.to}`);
    const checked = checkRecord(register, stateOf(register, move.to)?.forms ?? [], move.filled, values, world);
    values = checked.values;
    state = move.to;
    found.push(...Object.values(checked.problems));
    const unmet = unmetNeed(register, state, values, holdsIn(register, world));
    if (unmet) found.push(unmet);
    if (move.at > world.now) found.push(`${move.at} is not yet`);
  }
  return found;
}

describe('the registers of the demo city', () => {
  test('hold nothing that could not have been entered by hand', () => {
    const wrong = [...plans.flat(), ...planAssociations({ seed: 'liren', now, data })]
      .map((plan) => ({ plan, problems: problemsOf(plan) }))
      .filter(({ problems }) => problems.length > 0);
    expect(wrong).toEqual([]);
  });

  test('have six to fifteen talents in each community, some of whom live elsewhere', () => {
    for (const plan of plans) {
      const talents = plan.filter(({ register }) => register === 'talents');
      expect(talents.length).toBeGreaterThanOrEqual(6);
      expect(talents.length).toBeLessThanOrEqual(15);
      expect(talents.some(({ form }) => form['away'] === true)).toBe(true);
    }
  });
});
