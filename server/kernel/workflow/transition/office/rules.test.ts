import { describe, expect, test } from 'vitest';
import {
  at,
  someone,
  act,
  must,
  refused,
  play,
  resident,
  gridWorker,
  community,
  gridHead,
  property,
  street,
  system,
  stranger,
  loop,
  begun,
  accepted,
  assigned,
  handled,
} from '#tests/engine';
import type { ActorRef, MatterEvent, MatterState } from '../../contract.ts';
import { openActions, waitsFor } from '../../opening/rules.ts';
import { isRefusal, step } from '../rules.ts';

describe('METHODS 1: office verbs belong to every method', () => {
  const handling = play(loop, [begun, accepted, assigned]).next;
  const office = (verb: (MatterEvent & { type: 'office' })['verb'], more: object = {}): MatterEvent => ({
    type: 'office',
    verb,
    reason: '说明',
    ...more,
  });
  const now = '2026-05-12T02:00:00.000Z';

  test('who may do what now', () => {
    const verbs = (actor: ActorRef, state: MatterState = handling): string[] =>
      openActions(loop, state, actor, at(now))
        .filter((action) => action.kind === 'office')
        .map((action) => action.id);
    expect(verbs(stranger)).toEqual([]);
    expect(verbs(resident)).toEqual(['remind', 'supplement']);
    expect(verbs(resident, play(loop, [begun]).next)).toEqual(['remind', 'supplement', 'withdraw']);
    expect(verbs(property)).toEqual([
      'transfer',
      'copy',
      'consult',
      'supplement',
      'extend',
      'suspend',
      'return',
      'track',
    ]);
    expect(verbs(community)).toEqual([
      'transfer',
      'remind',
      'copy',
      'consult',
      'supplement',
      'extend',
      'suspend',
      'return',
      'track',
    ]);
    expect(verbs(street)).toEqual(['remind', 'supervise', 'copy', 'extend', 'track']);
    expect(verbs(gridHead)).toContain('transfer');
  });

  test('转办 gives the matter to another handler without moving it', () => {
    const moved = must(step(loop, handling, office('transfer', { to: ['user:chen'] }), property, at(now)));
    expect(moved.next).toMatchObject({ step: 'handle', fields: { handler: 'user:chen' }, dueAt: handling.dueAt });
    expect(waitsFor(loop, moved.next)).toEqual(['user:chen']);
    const narrowed = must(
      step(loop, play(loop, [begun]).next, office('transfer', { to: ['user:sun'] }), community, at(now)),
    );
    expect(waitsFor(loop, narrowed.next)).toEqual(['user:sun']);
    expect(isRefusal(step(loop, narrowed.next, act('accept'), gridWorker, at(now)))).toBe(false);
    expect(refused(step(loop, handling, office('transfer'), property, at(now)))).toMatchObject({
      code: 'matter.whom-missing',
    });
  });

  test('挂起 stops the clock and 恢复 keeps the workdays that were left', () => {
    const paused = must(step(loop, handling, office('suspend'), property, at(now)));
    expect(paused.effects.filter((effect) => effect.type === 'deadline')).toEqual([]);
    expect(
      must(step(loop, paused.next, { type: 'deadline', rule: 'limit' }, system, at('2026-06-01T00:00:00.000Z')))
        .history,
    ).toEqual([]);
    expect(refused(step(loop, paused.next, handled[1], property, at(now)))).toMatchObject({ code: 'matter.suspended' });
    const resumed = must(step(loop, paused.next, office('resume'), property, at('2026-05-15T02:00:00.000Z')));
    expect(resumed.next).toMatchObject({ pausedAt: null, dueAt: '2026-05-18T16:00:00.000Z' });
    expect(resumed.effects).toContainEqual({ type: 'deadline', at: '2026-05-18T16:00:00.001Z', rule: 'limit' });
  });

  test('延期 needs a later date within a year, once per handler', () => {
    const extended = must(step(loop, handling, office('extend', { until: '2026-05-20' }), property, at(now)));
    expect(extended.next.dueAt).toBe('2026-05-20T16:00:00.000Z');
    expect(
      refused(step(loop, extended.next, office('extend', { until: '2026-05-22' }), property, at(now))),
    ).toMatchObject({ code: 'matter.office-not-now' });
    for (const until of ['2026-05-12', '2028-01-01', 'soon']) {
      expect(refused(step(loop, handling, office('extend', { until }), property, at(now)))).toMatchObject({
        code: 'matter.until-wrong',
      });
    }
  });

  test('退回 goes to the step before, never past one; the old deadline then changes nothing', () => {
    const back = must(step(loop, handling, office('return'), property, at(now)));
    expect(back.next).toMatchObject({ step: 'assign', visits: { assign: { count: 2 } } });
    expect(back.history).toMatchObject([{ kind: 'office', what: 'return', from: 'handle', to: 'assign' }]);
  });

  test('撤回 is open to the reporter until somebody has acted', () => {
    const first = play(loop, [begun]).next;
    expect(must(step(loop, first, { type: 'office', verb: 'withdraw' }, resident, at(now))).next.status).toBe(
      'withdrawn',
    );
    expect(refused(step(loop, handling, { type: 'office', verb: 'withdraw' }, resident, at(now)))).toMatchObject({
      code: 'matter.office-not-now',
    });
  });

  test('督办 is for those above, 催办 once per step for the reporter, and each leaves a line', () => {
    expect(refused(step(loop, handling, office('supervise'), community, at(now)))).toMatchObject({
      code: 'matter.office-not-now',
    });
    const supervised = must(step(loop, handling, office('supervise'), street, at(now)));
    expect(supervised.history).toMatchObject([{ kind: 'office', what: 'supervise', reason: '说明', to: 'handle' }]);
    const reminded = must(step(loop, handling, { type: 'office', verb: 'remind' }, resident, at(now)));
    expect(refused(step(loop, reminded.next, { type: 'office', verb: 'remind' }, resident, at(now)))).toMatchObject({
      status: 403,
    });
  });

  test('抄送 and 会签 let others see without moving the matter', () => {
    for (const verb of ['copy', 'consult'] as const) {
      const result = must(step(loop, handling, office(verb, { to: ['user:li'] }), property, at(now)));
      expect(result.next).toMatchObject({ step: 'handle', handlers: ['user:li'] });
      expect(openActions(loop, result.next, someone('li'), at(now)).map((action) => action.id)).toEqual(['track']);
    }
  });
});
