import { describe, expect, test } from 'vitest';
import type { Refusal } from '#shared/refusal';
import {
  methodOf,
  at,
  someone,
  act,
  must,
  refused,
  play,
  resident,
  gridWorker,
  community,
  property,
  street,
  system,
  volunteer,
  stranger,
  loop,
  call,
  begun,
  accepted,
  assigned,
  handled,
  replied,
  rated,
  whole,
} from '#tests/engine';
import type { ActorRef, MatterEvent, MatterState, StepResult, Values } from '../contract.ts';
import { publicFace, stagesVisited } from '../face/rules.ts';
import { waitsFor } from '../opening/rules.ts';
import { isRefusal, step } from './rules.ts';

describe('F33: the seven-step loop', () => {
  test('N65: the seven steps are passed in order, each once, each with its time', () => {
    let state: MatterState | null = null;
    const passed: string[] = [];
    for (const [actor, event, now] of whole) {
      const result = must(step(loop, state, event, actor, at(now)));
      passed.push(...result.history.map((line) => line.from ?? ''));
      state = result.next;
    }
    expect([...passed, state?.step]).toEqual(['find', 'report', 'assign', 'handle', 'reply', 'rate', 'archived']);
    expect(state?.status).toBe('done');
    expect(Object.values(state?.visits ?? {}).every((visit) => visit.count === 1)).toBe(true);
  });

  test('N65: no step can be skipped by asking for a later one', () => {
    const { next } = play(loop, [begun]);
    for (const action of ['assign', 'done', 'next', 'content']) {
      const refusal = refused(step(loop, next, act(action, {}), community, at('2026-05-11T13:00:00.000Z')));
      expect(refusal).toMatchObject({ code: 'matter.action-not-now', status: 409 });
    }
    expect(refused(step(loop, next, act('fly'), community, at('2026-05-11T13:00:00.000Z')))).toMatchObject({
      code: 'matter.action-unknown',
      status: 404,
    });
  });

  test('beginning performs the first step; the matter waits for grid and community workers until 24:00 of the next workday', () => {
    const result = play(loop, [begun]);
    expect(result.next).toMatchObject({ step: 'report', dueAt: '2026-05-12T16:00:00.000Z', status: 'open' });
    expect(waitsFor(loop, result.next)).toEqual(['role:grid-worker', 'role:community-worker']);
    expect(result.effects).toContainEqual({ type: 'deadline', at: '2026-05-12T16:00:00.001Z', rule: 'limit' });
    expect(result.history).toMatchObject([{ kind: 'begin', what: 'next', from: 'find', to: 'report', late: false }]);
  });

  test('a form that does not hold is refused field by field, and nothing is begun', () => {
    const refusal = refused(
      step(loop, null, { type: 'begin', form: { category: '外星人', colour: 'red' } }, resident, at(begun[2])),
    );
    expect(refusal).toMatchObject({ code: 'form.invalid', status: 422 });
    expect(Object.keys(refusal.fields ?? {}).sort()).toEqual(['category', 'colour', 'place']);
    const empty = { category: '其他', place: '3号楼' };
    expect(refused(step(loop, null, { type: 'begin', form: empty }, resident, at(begun[2])))).toMatchObject({
      code: 'form.need-unmet',
      zh: '请拍一张照片，或者说一句情况。已填的都还在。',
    });
    expect(
      isRefusal(step(loop, null, { type: 'begin', form: { ...empty, photos: ['p0'] } }, resident, at(begun[2]))),
    ).toBe(false);
  });

  test('only those a step waits for may act; a handler gives a reason for what does not lead on', () => {
    const { next } = play(loop, [begun]);
    expect(refused(step(loop, next, act('accept'), stranger, at(accepted[2])))).toMatchObject({
      code: 'matter.not-yours',
      status: 403,
    });
    expect(refused(step(loop, next, act('refuse'), gridWorker, at(accepted[2])))).toMatchObject({
      code: 'matter.reason-missing',
    });
    const done = must(step(loop, next, act('refuse', {}, '属于另一个社区'), gridWorker, at(accepted[2])));
    expect(done.next.status).toBe('refused');
    expect(refused(step(loop, done.next, act('accept'), gridWorker, at(accepted[2])))).toMatchObject({
      code: 'matter.closed',
    });
  });

  test('dissatisfied goes back to handling once, then to those who assign; the reporter need not say why', () => {
    const first = play(loop, [...whole.slice(0, 5), [resident, act('again'), '2026-05-14T00:00:00.000Z']]);
    expect(first.next).toMatchObject({ step: 'handle', taken: { 'rate.again': 1 } });
    const second = play(
      loop,
      [handled, replied, [resident, act('again'), '2026-05-15T00:00:00.000Z']].map(
        ([a, e]) => [a, e, '2026-05-15T00:00:00.000Z'] as [ActorRef, MatterEvent, string],
      ),
      first.next,
    );
    expect(second.next.step).toBe('assign');
  });

  test('urgency decides the limit: 1, 3 or 7 workdays by category', () => {
    const due = (category: string): string | null =>
      play(loop, [[resident, { type: 'begin', form: { ...call, category } }, begun[2]], accepted, assigned]).next.dueAt;
    expect(due('安全隐患')).toBe('2026-05-13T16:00:00.000Z');
    expect(due('停车秩序')).toBe('2026-05-15T16:00:00.000Z');
    expect(due('公共设施')).toBe('2026-05-21T16:00:00.000Z');
  });

  test('a forgotten matter escalates by itself, and a deadline delivered twice or too early changes nothing', () => {
    const { next } = play(loop, [begun, accepted, assigned]);
    const early = must(step(loop, next, { type: 'deadline', rule: 'limit' }, system, at(next.dueAt ?? '')));
    expect(early).toEqual({ next, history: [], effects: [], advice: [] });
    const late = must(step(loop, next, { type: 'deadline', rule: 'limit' }, system, at('2026-05-13T16:00:00.001Z')));
    expect(late.history).toMatchObject([{ kind: 'system', what: 'late', late: true, to: 'handle' }]);
    expect(late.effects).toContainEqual({
      type: 'tell',
      to: ['unit:hengtai', 'role:grid-head', 'role:community-worker'],
      kind: 'late',
    });
    const again = must(
      step(loop, late.next, { type: 'deadline', rule: 'limit' }, system, at('2026-05-14T16:00:00.000Z')),
    );
    expect(again.history).toEqual([]);
    expect(
      must(step(loop, late.next, { type: 'deadline', rule: 1 }, system, at('2026-05-15T16:00:00.000Z'))).history,
    ).toEqual([]);
    const moved = must(step(loop, late.next, { type: 'deadline', rule: 1 }, system, at('2026-05-15T16:00:00.001Z')));
    expect(moved.next.step).toBe('coordinate');
    expect(moved.history).toMatchObject([{ what: 'escalated', from: 'handle', to: 'coordinate' }]);
  });

  test('not rated for 7 days: filed by default', () => {
    const { next } = play(loop, whole.slice(0, 5));
    expect(next).toMatchObject({ step: 'rate', dueAt: '2026-05-20T16:00:00.000Z' });
    expect(waitsFor(loop, next)).toEqual(['reporter']);
    const late = must(step(loop, next, { type: 'deadline', rule: 'limit' }, system, at('2026-05-20T16:00:00.001Z')));
    expect(late.next).toMatchObject({ step: 'archived', status: 'done', dueAt: null });
    expect(late.effects).toContainEqual({ type: 'ended', status: 'done' });
  });

  test('nothing is public but the face and what a step shows, and photos of the reporter only with both consents', () => {
    const said = {
      ...call,
      phone: '13800002046',
      photos: ['p0'],
      place: { label: '3号楼2单元', building: '3号楼', point: [117.81234567, 36.71] },
    };
    const early = play(loop, [[resident, { type: 'begin', form: { ...said, open: true } }, begun[2]]]);
    expect(publicFace(loop, early.next).fields).toEqual({
      category: '安全隐患',
      place: { label: '3号楼', point: [117.8123, 36.71] },
    });
    const faceAfter = (open: boolean, publish: boolean): string[] => {
      const reply = act('next', { reply: '拆了', publish, ...(publish ? { headline: '飞线拆了' } : {}) });
      const { next } = play(loop, [
        [resident, { type: 'begin', form: { ...said, open } }, begun[2]],
        accepted,
        assigned,
        handled,
        [community, reply, replied[2]],
        rated,
      ]);
      return Object.keys(publicFace(loop, next).fields).sort();
    };
    expect(faceAfter(true, true)).toEqual(['before', 'category', 'headline', 'now', 'outcome', 'place']);
    expect(faceAfter(false, true)).toEqual(['category', 'headline', 'now', 'outcome', 'place']);
    expect(faceAfter(true, false)).toEqual(['category', 'place']);
  });

  test('a step never changes what it is given', () => {
    const { next } = play(loop, whole.slice(0, 3));
    const frozen = JSON.stringify(next);
    must(step(loop, next, handled[1], property, at(handled[2])));
    must(step(loop, next, { type: 'office', verb: 'suspend', reason: '等配件' }, property, at(handled[2])));
    expect(JSON.stringify(next)).toBe(frozen);
  });

  test('merging duplicates asks for the other number, and doing it twice changes nothing', () => {
    const { next } = play(loop, [begun]);
    expect(refused(step(loop, next, act('merge'), community, at(accepted[2])))).toMatchObject({
      code: 'matter.number-missing',
    });
    const event: MatterEvent = { type: 'merge', into: '370303001001-2026-000001' };
    expect(refused(step(loop, next, event, resident, at(accepted[2])))).toMatchObject({ code: 'matter.not-yours' });
    const merged = must(step(loop, next, event, community, at(accepted[2])));
    expect(merged.next).toMatchObject({ status: 'merged', step: 'merged' });
    expect(must(step(loop, merged.next, event, community, at(accepted[2]))).history).toEqual([]);
  });

  test('an emergency moves out and starts the other method with the fields both know', () => {
    const { next } = play(loop, [begun]);
    const moved = must(step(loop, next, act('urgent', {}, '冒烟了'), gridWorker, at(accepted[2])));
    expect(moved.next.status).toBe('moved');
    const start = moved.effects.find((effect) => effect.type === 'start');
    expect(start).toMatchObject({ method: 'thirty-minute-response' });
    const response = methodOf('thirty-minute-response');
    const other = must(
      step(
        response,
        null,
        { type: 'start', fields: start?.type === 'start' ? start.fields : {} },
        system,
        at(accepted[2]),
      ),
    );
    expect(other.next).toMatchObject({
      step: 'report',
      dueAt: null,
      fields: { words: call['words'], place: { label: '3号楼' } },
    });
    expect(Object.keys(other.next.fields).sort()).toEqual(['place', 'words']);
  });
});

describe('F39: arrival within 30 minutes', () => {
  const response = methodOf('thirty-minute-response');
  const alarm: [ActorRef, MatterEvent, string] = [
    someone('neighbour'),
    { type: 'begin', form: { sort: '突发事件', place: '7号楼', words: '电热水器起火' } },
    '2026-11-20T06:00:00.000Z',
  ];
  const takes: [ActorRef, MatterEvent, string] = [volunteer, act('accept'), '2026-11-20T06:02:00.000Z'];
  const arrive = (now: string, form: Values = {}): StepResult | Refusal =>
    step(response, play(response, [alarm, takes]).next, act('next', { arrived: {}, ...form }), volunteer, at(now));

  test('N73: 30:00 after the report is in time', () => {
    expect(must(arrive('2026-11-20T06:30:00.000Z')).history).toMatchObject([{ from: 'arrive', late: false }]);
  });

  test('N73: 30:01 is late and asks why', () => {
    expect(refused(arrive('2026-11-20T06:30:01.000Z')).fields).toEqual({ lateWhy: '还没有填超时原因' });
    expect(must(arrive('2026-11-20T06:30:01.000Z', { lateWhy: '电梯停运' })).history).toMatchObject([
      { from: 'arrive', late: true },
    ]);
  });

  test('the team is asked at once; nobody in 3 minutes leads to sending by hand, the 30 minutes still count from the report', () => {
    const asked = play(response, [alarm]);
    expect(waitsFor(response, asked.next)).toEqual(['body:volunteer-team']);
    expect(asked.next.dueAt).toBe('2026-11-20T06:03:00.000Z');
    const manual = must(
      step(response, asked.next, { type: 'deadline', rule: 'limit' }, system, at('2026-11-20T06:03:00.001Z')),
    );
    expect(manual.next.step).toBe('manual');
    const sent = play(
      response,
      [[community, act('sent', { team: 'user:li' }), '2026-11-20T06:05:00.000Z']],
      manual.next,
    );
    expect(sent.next).toMatchObject({ step: 'arrive', dueAt: '2026-11-20T06:30:00.000Z' });
    expect(waitsFor(response, sent.next)).toEqual(['user:li', 'role:grid-worker']);
  });

  test('another kind of case goes to the ordinary method; a relapse is reopened as a new case', () => {
    const other = play(response, [
      [alarm[0], { type: 'begin', form: { sort: '其他', place: '7号楼', words: '路灯' } }, alarm[2]],
    ]);
    expect(other.next.status).toBe('moved');
    expect(other.effects).toContainEqual(expect.objectContaining({ type: 'start', method: 'seven-step-loop' }));
    const settled = must(
      step(
        response,
        must(arrive('2026-11-20T06:20:00.000Z')).next,
        act('next', { result: '灭了' }),
        volunteer,
        at('2026-11-20T07:00:00.000Z'),
      ),
    );
    const relapsed = must(
      step(response, settled.next, act('next', { relapse: true }), gridWorker, at('2026-11-22T07:00:00.000Z')),
    );
    expect(relapsed.next).toMatchObject({ step: 'again', status: 'moved' });
  });

  test('a restricted method has no public face at all', () => {
    expect(publicFace(response, play(response, [alarm]).next).fields).toEqual({});
  });
});

describe('F52: small matters stay in the grid, large ones in the community', () => {
  const neighbour = methodOf('neighbour-matter');
  const said: [ActorRef, MatterEvent, string] = [
    resident,
    { type: 'begin', form: { kind: '噪声', place: '8号楼', words: '夜里麻将声大' } },
    '2026-11-20T06:00:00.000Z',
  ];
  const up: [ActorRef, MatterEvent, string] = [gridWorker, act('up', {}, '两家谈不拢'), '2026-11-23T06:00:00.000Z'];

  test('N72: settled in the grid is one stage, and counts as closed in the grid', () => {
    const { next } = play(neighbour, [said, [gridWorker, act('solved', { result: '约好十点后不打' }), up[2]]]);
    expect(stagesVisited(neighbour, next).map((stage) => stage.zh)).toEqual(['网格']);
    expect(next.step).toBe('settled');
  });

  test('not settled goes up to the community, then to the street; the level is the last stage', () => {
    const minutes = { minutes: '协商两次', result: '各让一步' };
    const community1 = play(neighbour, [said, up]);
    expect(community1.next.step).toBe('community');
    const solved = play(neighbour, [[community, act('solved', minutes), '2026-11-25T06:00:00.000Z']], community1.next);
    expect(stagesVisited(neighbour, solved.next).map((stage) => stage.zh)).toEqual(['网格', '社区']);
    const higher = play(
      neighbour,
      [
        [community, act('up', {}, '涉及违建'), '2026-11-25T06:00:00.000Z'],
        [street, act('solved', { result: '拆除' }), '2026-11-26T06:00:00.000Z'],
      ],
      community1.next,
    );
    expect(stagesVisited(neighbour, higher.next).map((stage) => stage.zh)).toEqual(['网格', '社区', '街道']);
  });
});
